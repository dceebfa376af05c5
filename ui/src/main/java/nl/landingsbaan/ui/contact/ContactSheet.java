package nl.landingsbaan.ui.contact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.landingsbaan.platform.contact.ContactMoment;
import nl.landingsbaan.platform.contact.ContactRefused;
import nl.landingsbaan.platform.contact.ContactResult;
import nl.landingsbaan.platform.contact.Contacts;
import nl.landingsbaan.platform.contact.NewContact;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Messages;

/**
 * Logs a contact in two taps: what it was, and how it went. It is saved at the second one; whoever wants to can then say more, or take it
 * back.
 */
@StyleSheet("styles/contact.css")
public class ContactSheet extends Dialog {

    private final CurrentActor actor;
    private final transient Contacts contacts;
    private final transient Dates dates;
    private final transient Runnable afterwards;
    private final transient Map<String, String> kinds;
    private final long transferId;
    private final Div content = new Div();
    private final Paragraph problem = new Paragraph();
    private final IntegerField minutes = new IntegerField();
    private final DatePicker day = new DatePicker();
    private final TimePicker time = new TimePicker();
    private final TextArea note = new TextArea();
    private transient ContactMoment saved;

    private ContactSheet(
            String title,
            CurrentActor actor,
            Contacts contacts,
            Regions regions,
            Dates dates,
            long transferId,
            Runnable afterwards) {
        this.actor = actor;
        this.contacts = contacts;
        this.dates = dates;
        this.transferId = transferId;
        this.afterwards = afterwards;
        this.kinds = regions.region(actor.get().regionId()).settings().contact().kinds();
        setHeaderTitle(title);
        setWidth("min(30rem, 100%)");
        content.addClassName("lb-contact-sheet");
        problem.addClassNames("lb-banner", "lb-banner-late");
        problem.getElement().setAttribute("role", "alert");
        add(content);
    }

    /** Logs a contact with somebody. {@code afterwards} is told when something was saved, changed or taken back. */
    public static void log(
            String name,
            CurrentActor actor,
            Contacts contacts,
            Regions regions,
            Dates dates,
            long transferId,
            Runnable afterwards) {
        var sheet = new ContactSheet("", actor, contacts, regions, dates, transferId, afterwards);
        sheet.setHeaderTitle(sheet.getTranslation("contact.blad.titel", name));
        sheet.askKind();
        sheet.open();
    }

    /** Changes what was logged today. */
    static void change(
            ContactMoment moment,
            CurrentActor actor,
            Contacts contacts,
            Regions regions,
            Dates dates,
            long transferId,
            Runnable afterwards) {
        var sheet = new ContactSheet("", actor, contacts, regions, dates, transferId, afterwards);
        sheet.setHeaderTitle(sheet.getTranslation("contact.blad.wijzigen"));
        sheet.saved = moment;
        sheet.showSaved();
        sheet.open();
    }

    private void askKind() {
        var buttons = kinds.entrySet().stream()
                .map(kind -> tap(kind.getValue(), "lb-tap", () -> askResult(kind.getKey())))
                .toList();
        ask("contact.blad.soort", buttons);
        footer();
    }

    private void askResult(String kind) {
        var buttons = List.of(ContactResult.values()).stream()
                .map(result -> tap(
                        getTranslation("contact.hoe." + result.name()),
                        "lb-tap lb-tap-" + result.name().toLowerCase().replace('_', '-'),
                        () -> save(kind, result)))
                .toList();
        ask("contact.blad.hoe", buttons);
        footer(new Button(getTranslation("contact.blad.terug"), click -> askKind()));
    }

    private void save(String kind, ContactResult result) {
        attempt(() -> {
            var id = contacts.log(actor.get(), transferId, new NewContact(kind, result));
            saved = find(id).orElseThrow(() -> new TransferNotFound(transferId));
            showSaved();
            afterwards.run();
        });
    }

    private void showSaved() {
        var summary = new Paragraph(getTranslation(
                "contact.blad.vastgelegd",
                saved.kindName(),
                getTranslation("contact.hoe." + saved.result().name())));
        summary.addClassNames("lb-banner", "lb-banner-done");
        summary.getElement().setAttribute("role", "status");
        minutes.setLabel(getTranslation("contact.minuten"));
        minutes.setStepButtonsVisible(true);
        minutes.setMin(0);
        minutes.setMax(720);
        minutes.setStep(5);
        minutes.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(getTranslation("contact.minuten.fout"))
                .setMinErrorMessage(getTranslation("contact.minuten.fout"))
                .setMaxErrorMessage(getTranslation("contact.minuten.fout"))
                .setStepErrorMessage(getTranslation("contact.minuten.stap")));
        minutes.setValue(saved.minutes());
        day.setLabel(getTranslation("contact.dag"));
        day.setLocale(getLocale());
        day.setI18n(Dates.picker(
                getLocale(),
                getTranslation("datum.vandaag"),
                getTranslation("datum.annuleren"),
                getTranslation("datum.fout")));
        day.setMax(dates.today());
        day.setValue(Dates.day(saved.at()));
        time.setLabel(getTranslation("contact.tijd"));
        time.setLocale(getLocale());
        time.setStep(Duration.ofMinutes(15));
        time.setValue(at(saved.at()));
        note.setLabel(getTranslation("contact.notitie"));
        note.setHelperText(getTranslation("contact.notitie.uitleg"));
        note.setMaxLength(4000);
        note.setValue(saved.note() == null ? "" : saved.note());
        var when = new Div(minutes, day, time);
        when.addClassName("lb-contact-when");
        content.removeAll();
        content.add(summary, when, note);
        var done = new Button(getTranslation("contact.blad.klaar"), click -> finish());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        footer(new Button(getTranslation("contact.blad.ongedaan"), click -> undo()), done);
        setCloseOnOutsideClick(false);
        done.focus();
    }

    private void finish() {
        if (minutes.isInvalid() || minutes.getValue() == null || day.isInvalid() || time.isInvalid()) {
            return;
        }
        if (isUntouched()) {
            close();
            return;
        }
        attempt(() -> {
            contacts.change(
                    actor.get(),
                    transferId,
                    saved.id(),
                    new NewContact(saved.kind(), saved.result(), minutes.getValue(), chosenMoment(), note.getValue()));
            afterwards.run();
            close();
        });
    }

    private void undo() {
        attempt(() -> {
            contacts.withdraw(actor.get(), transferId, saved.id());
            Messages.done(getTranslation("contact.ongedaan"));
            afterwards.run();
            close();
        });
    }

    private boolean isUntouched() {
        return Objects.equals(minutes.getValue(), saved.minutes())
                && Objects.equals(chosenMoment(), saved.at())
                && note.getValue().strip().equals(saved.note() == null ? "" : saved.note());
    }

    /** The moment as it was, to the second, unless another one was chosen. */
    private Instant chosenMoment() {
        var sameDay = Dates.day(saved.at()).equals(day.getValue());
        if (day.getValue() == null || sameDay && at(saved.at()).equals(time.getValue())) {
            return saved.at();
        }
        var hour = time.getValue() == null ? at(saved.at()) : time.getValue();
        return day.getValue().atTime(hour).atZone(PlatformClock.ZONE).toInstant();
    }

    private static LocalTime at(Instant moment) {
        return LocalTime.ofInstant(moment, PlatformClock.ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    private Optional<ContactMoment> find(long id) {
        return contacts.of(actor.get(), transferId).moments().stream()
                .filter(moment -> moment.id() == id)
                .findFirst();
    }

    private void attempt(Runnable action) {
        try {
            problem.removeFromParent();
            action.run();
        } catch (ContactRefused e) {
            problem.setText(e.getMessage());
            content.addComponentAsFirst(problem);
        } catch (TransferNotFound e) {
            Messages.problem(getTranslation("fout.weg"));
            close();
        }
    }

    private void ask(String question, List<NativeButton> buttons) {
        var text = new Paragraph(getTranslation(question));
        text.addClassName("lb-strong");
        text.setId("contact-vraag");
        var taps = new Div();
        taps.addClassName("lb-taps");
        taps.getElement().setAttribute("role", "group").setAttribute("aria-labelledby", "contact-vraag");
        buttons.forEach(taps::add);
        content.removeAll();
        content.add(text, taps);
        buttons.getFirst().focus();
    }

    private void footer(Component... components) {
        getFooter().removeAll();
        if (saved == null) {
            getFooter().add(new Button(getTranslation("contact.blad.annuleren"), click -> close()));
        }
        getFooter().add(components);
    }

    private static NativeButton tap(String text, String classNames, Runnable action) {
        var button = new NativeButton(text, click -> action.run());
        button.setClassName(classNames);
        button.getElement().setAttribute("type", "button");
        return button;
    }
}
