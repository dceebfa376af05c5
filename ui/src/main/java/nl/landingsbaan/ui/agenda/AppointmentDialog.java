package nl.landingsbaan.ui.agenda;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.agenda.Agenda;
import nl.landingsbaan.platform.agenda.AgendaRefused;
import nl.landingsbaan.platform.agenda.Appointment;
import nl.landingsbaan.platform.agenda.AppointmentKind;
import nl.landingsbaan.platform.agenda.AppointmentNotFound;
import nl.landingsbaan.platform.agenda.NewAppointment;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Messages;

/** Makes an appointment about a young person, changes it, or cancels it. */
@StyleSheet("styles/contact.css")
public class AppointmentDialog extends Dialog {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final int USUAL_MINUTES = 60;

    private final CurrentActor actor;
    private final transient Agenda agenda;
    private final transient Runnable afterwards;
    private final long transferId;
    private final Long appointmentId;
    private final Paragraph problem = new Paragraph();
    private final Div content = new Div();
    private final ComboBox<AppointmentKind> kind = new ComboBox<>();
    private final DatePicker day = new DatePicker();
    private final TimePicker time = new TimePicker();
    private final IntegerField minutes = new IntegerField();
    private final TextField place = new TextField();
    private final CheckboxGroup<Participant> guests = new CheckboxGroup<>();

    private AppointmentDialog(
            CurrentActor actor,
            Agenda agenda,
            Dates dates,
            long transferId,
            Appointment before,
            String title,
            Runnable afterwards) {
        this.actor = actor;
        this.agenda = agenda;
        this.transferId = transferId;
        this.afterwards = afterwards;
        this.appointmentId = before == null ? null : before.id();
        setHeaderTitle(title);
        setWidth("min(34rem, 100%)");
        setCloseOnOutsideClick(false);
        problem.addClassNames("lb-banner", "lb-banner-late");
        problem.getElement().setAttribute("role", "alert");
        fields(dates);
        fill(before, dates);
        var when = new Div(day, time, minutes);
        when.addClassName("lb-contact-when");
        content.addClassName("lb-contact-sheet");
        content.add(kind, when, place, guests);
        add(content);
        getFooter().add(new Button(getTranslation("contact.blad.annuleren"), click -> close()));
        if (before != null) {
            var cancel = new Button(getTranslation("afspraak.afzeggen"), click -> cancel());
            cancel.addThemeVariants(ButtonVariant.LUMO_ERROR);
            getFooter().add(cancel);
        }
        var save = new Button(getTranslation("afspraak.opslaan"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(save);
    }

    /** Makes an appointment with somebody. */
    public static void make(
            String name, CurrentActor actor, Agenda agenda, Dates dates, long transferId, Runnable afterwards) {
        var ui = UI.getCurrent();
        new AppointmentDialog(
                        actor, agenda, dates, transferId, null, ui.getTranslation("afspraak.titel", name), afterwards)
                .open();
    }

    /** Changes or cancels an appointment. */
    public static void change(
            Appointment appointment, CurrentActor actor, Agenda agenda, Dates dates, Runnable afterwards) {
        var ui = UI.getCurrent();
        new AppointmentDialog(
                        actor,
                        agenda,
                        dates,
                        appointment.transferId(),
                        appointment,
                        ui.getTranslation("afspraak.titel", appointment.firstName()),
                        afterwards)
                .open();
    }

    /** As in "vr 12 sep 10:00, gesprek, De School". */
    public static String inWords(
            Appointment appointment, Dates dates, Locale language, BiFunction<String, Object[], String> texts) {
        var start = appointment.startsAt();
        var words = dates.brief(Dates.day(start), language) + " " + hour(start) + ", "
                + texts.apply("afspraak.soort." + appointment.kind().name(), new Object[0]);
        return appointment.place() == null ? words : words + ", " + appointment.place();
    }

    static String hour(Instant moment) {
        return HOUR.format(moment.atZone(PlatformClock.ZONE));
    }

    private void fields(Dates dates) {
        kind.setLabel(getTranslation("afspraak.soort"));
        kind.setItems(AppointmentKind.values());
        kind.setItemLabelGenerator(each -> getTranslation("afspraak.soort." + each.name()));
        kind.setRequiredIndicatorVisible(true);
        day.setLabel(getTranslation("afspraak.dag"));
        day.setLocale(getLocale());
        day.setI18n(Dates.picker(
                getLocale(),
                getTranslation("datum.vandaag"),
                getTranslation("datum.annuleren"),
                getTranslation("datum.fout")));
        day.setMin(dates.today());
        day.setRequiredIndicatorVisible(true);
        time.setLabel(getTranslation("afspraak.tijd"));
        time.setLocale(getLocale());
        time.setStep(Duration.ofMinutes(15));
        time.setRequiredIndicatorVisible(true);
        minutes.setLabel(getTranslation("afspraak.duur"));
        minutes.setStepButtonsVisible(true);
        minutes.setStep(5);
        minutes.setMin(5);
        minutes.setMax(720);
        place.setLabel(getTranslation("afspraak.plaats"));
        place.setHelperText(getTranslation("afspraak.plaats.uitleg"));
        place.setMaxLength(200);
        guests.setLabel(getTranslation("afspraak.wie"));
        guests.setItemLabelGenerator(each -> getTranslation(
                "afspraak.wie.regel",
                each.personName() == null ? each.roleName() : each.personName(),
                each.personName() == null ? each.organisationName() : each.roleName()));
    }

    private void fill(Appointment before, Dates dates) {
        var around = agenda.invitable(actor.get(), transferId);
        guests.setItems(around);
        if (before == null) {
            kind.setValue(AppointmentKind.TALK);
            day.setValue(dates.today().plusDays(1));
            time.setValue(LocalTime.of(10, 0));
            minutes.setValue(USUAL_MINUTES);
            guests.setValue(around.stream()
                    .filter(each -> each.accountId() != null
                            && each.accountId() == actor.get().accountId())
                    .collect(Collectors.toSet()));
            return;
        }
        kind.setValue(before.kind());
        day.setValue(Dates.day(before.startsAt()));
        time.setValue(LocalTime.ofInstant(before.startsAt(), PlatformClock.ZONE));
        minutes.setValue(before.minutes());
        place.setValue(before.place() == null ? "" : before.place());
        guests.setValue(around.stream()
                .filter(each -> before.roleCodes().contains(each.roleCode()))
                .collect(Collectors.toSet()));
    }

    private void save() {
        attempt(() -> {
            var start = day.getValue() == null || time.getValue() == null
                    ? null
                    : day.getValue()
                            .atTime(time.getValue())
                            .atZone(PlatformClock.ZONE)
                            .toInstant();
            var appointment = new NewAppointment(
                    kind.getValue(),
                    start,
                    minutes.getValue() == null ? 0 : minutes.getValue(),
                    place.getValue(),
                    roles());
            if (appointmentId == null) {
                agenda.make(actor.get(), transferId, appointment);
            } else {
                agenda.change(actor.get(), appointmentId, appointment);
            }
            Messages.done(getTranslation("afspraak.bewaard"));
        });
    }

    private void cancel() {
        attempt(() -> {
            agenda.cancel(actor.get(), appointmentId);
            Messages.done(getTranslation("afspraak.afgezegd.melding"));
        });
    }

    private Set<String> roles() {
        return new HashSet<>(
                guests.getValue().stream().map(Participant::roleCode).toList());
    }

    private void attempt(Runnable action) {
        try {
            action.run();
            close();
            afterwards.run();
        } catch (AgendaRefused e) {
            problem.setText(e.getMessage());
            content.addComponentAsFirst(problem);
        } catch (TransferNotFound | AppointmentNotFound e) {
            Messages.problem(getTranslation("fout.weg"));
            close();
        }
    }
}
