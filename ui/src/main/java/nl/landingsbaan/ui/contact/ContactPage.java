package nl.landingsbaan.ui.contact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.agenda.Agenda;
import nl.landingsbaan.platform.agenda.Appointment;
import nl.landingsbaan.platform.contact.ContactLog;
import nl.landingsbaan.platform.contact.ContactMoment;
import nl.landingsbaan.platform.contact.Contacts;
import nl.landingsbaan.platform.contact.HoursRequest;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.transfer.Transfers;
import nl.landingsbaan.ui.agenda.AppointmentDialog;
import nl.landingsbaan.ui.dossier.DossierFrame;
import nl.landingsbaan.ui.dossier.DossierPart;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Requires;

/** Contact with one young person: how it stands with what was agreed, what is planned, and what was logged, day by day. */
@Route(value = "dossier/:id/contact", layout = DossierFrame.class)
@PermitAll
@Requires({Right.WORK, Right.COORDINATE, Right.REFER})
@StyleSheet("styles/contact.css")
public class ContactPage extends Div implements DossierPart {

    private static final int MINUTES_PER_HOUR = 60;

    private final CurrentActor actor;
    private final transient Contacts contacts;
    private final transient Agenda agenda;
    private final transient Transfers transfers;
    private final transient Routes routes;
    private final transient Regions regions;
    private final transient Dates dates;
    private long transferId;
    private transient Map<String, String> phases = Map.of();

    ContactPage(
            CurrentActor actor,
            Contacts contacts,
            Agenda agenda,
            Transfers transfers,
            Routes routes,
            Regions regions,
            Dates dates) {
        this.actor = actor;
        this.contacts = contacts;
        this.agenda = agenda;
        this.transfers = transfers;
        this.routes = routes;
        this.regions = regions;
        this.dates = dates;
        addClassNames("lb-stack", "lb-contact");
    }

    @Override
    public void show(long transferId) {
        this.transferId = transferId;
        var me = actor.get();
        var log = contacts.of(me, transferId);
        phases = phases();
        removeAll();
        add(new H2(getTranslation("dossier.pagina.contact")));
        if (log.standing().lostAt() != null) {
            add(lost(log));
        }
        add(standing(log));
        if (log.hours().budgetMinutes() != null) {
            add(hours(log));
        }
        add(appointments(agenda.coming(me, transferId)), moments(log.moments()));
    }

    private void showAgain() {
        show(transferId);
    }

    private Component lost(ContactLog log) {
        var banner = new Paragraph(getTranslation(
                "contact.verloren",
                log.standing().unanswered(),
                dates.full(Dates.day(log.standing().lostAt()), getLocale())));
        banner.addClassNames("lb-banner", "lb-banner-late");
        banner.getElement().setAttribute("role", "status");
        return banner;
    }

    private Section standing(ContactLog log) {
        var standing = log.standing();
        var card = card("contact.ritme");
        var last = new Paragraph(
                standing.lastAt() == null
                        ? getTranslation("contact.laatste.geen")
                        : getTranslation("contact.laatste", ago(Dates.day(standing.lastAt()))));
        last.addClassName("lb-strong");
        card.add(last);
        if (standing.everyDays() != null) {
            card.add(new Paragraph(getTranslation("contact.afgesproken", standing.everyDays())));
        }
        if (standing.dueOn() != null) {
            var chip = new Span(
                    standing.isLate(dates.today())
                            ? getTranslation("contact.telaat", ChronoUnit.DAYS.between(standing.dueOn(), dates.today()))
                            : getTranslation("contact.voor", dates.brief(standing.dueOn(), getLocale())));
            chip.addClassNames("lb-chip", standing.isLate(dates.today()) ? "lb-due-late" : "lb-due-later");
            card.add(chip);
        }
        var name = firstName();
        var logOne = new Button(
                getTranslation("contact.vastleggen"),
                click -> ContactSheet.log(name, actor, contacts, regions, dates, transferId, this::showAgain));
        logOne.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var actions = new Div(
                logOne,
                new Button(
                        getTranslation("afspraak.maken"),
                        click -> AppointmentDialog.make(name, actor, agenda, dates, transferId, this::showAgain)));
        actions.addClassName("lb-row");
        if (log.mayAgree() && log.running()) {
            actions.add(new Button(getTranslation("contact.ritme.aanpassen"), click -> askRhythm(log)));
        }
        card.add(actions);
        log.rhythms().forEach(rhythm -> {
            var every = rhythm.phase() == null
                    ? getTranslation("contact.ritme.om", rhythm.everyDays())
                    : getTranslation(
                            "contact.ritme.om.fase",
                            rhythm.everyDays(),
                            phases.getOrDefault(rhythm.phase(), rhythm.phase()));
            var line = new Paragraph(getTranslation(
                    "contact.ritme.regel",
                    dates.brief(Dates.day(rhythm.setAt()), getLocale()),
                    rhythm.setBy(),
                    every,
                    shown(rhythm.reason())));
            line.addClassName("lb-quiet");
            card.add(line);
        });
        return card;
    }

    private Section hours(ContactLog log) {
        var hours = log.hours();
        var card = card("contact.uren");
        var text = new Paragraph(getTranslation(
                "contact.uren.gebruikt",
                inHours(hours.usedMinutes()),
                inHours(hours.budgetMinutes()),
                hours.percent()));
        var bar = new ProgressBar(0, 100, Math.min(100, hours.percent()));
        bar.getElement().setAttribute("aria-label", getTranslation("contact.uren"));
        bar.setClassName(hours.percent() >= 100 ? "lb-hours-over" : hours.percent() >= 80 ? "lb-hours-near" : "");
        card.add(text, bar);
        hours.requests().forEach(request -> card.add(request(request)));
        if (log.mayAgree() && !hours.isOpen()) {
            card.add(new Button(getTranslation("contact.uren.vragen"), click -> askHours()));
        }
        return card;
    }

    /** A reason, as far as it is shared. */
    private String shown(String reason) {
        return reason == null ? getTranslation("contact.reden.nietgedeeld") : reason;
    }

    private Div request(HoursRequest request) {
        var asked = new Paragraph(getTranslation(
                "contact.uren.gevraagd",
                dates.brief(Dates.day(request.requestedAt()), getLocale()),
                request.requestedBy(),
                request.hours(),
                shown(request.reason())));
        var line = new Div(asked);
        line.addClassName("lb-hours-request");
        if (!request.isOpen()) {
            line.add(new Paragraph(getTranslation(
                    request.approved() ? "contact.uren.toegekend" : "contact.uren.geweigerd",
                    request.decidedBy(),
                    shown(request.answer()))));
        } else if (request.mayDecide()) {
            line.add(new Button(getTranslation("contact.uren.beslissen"), click -> decide(request)));
        } else {
            line.add(new Paragraph(getTranslation("contact.uren.wacht")));
        }
        return line;
    }

    private Section appointments(List<Appointment> coming) {
        var card = card("afspraak.komende");
        if (coming.isEmpty()) {
            var none = new Paragraph(getTranslation("afspraak.geen"));
            none.addClassName("lb-quiet");
            card.add(none);
            return card;
        }
        var list = new UnorderedList();
        list.addClassName("lb-plain-list");
        coming.forEach(appointment -> list.add(new ListItem(new Button(
                AppointmentDialog.inWords(appointment, dates, getLocale(), this::getTranslation),
                click -> AppointmentDialog.change(appointment, actor, agenda, dates, this::showAgain)))));
        card.add(list);
        return card;
    }

    private Section moments(List<ContactMoment> moments) {
        var card = card("contact.logboek");
        if (moments.isEmpty()) {
            var none = new Paragraph(getTranslation("contact.logboek.leeg"));
            none.addClassName("lb-quiet");
            card.add(none);
            return card;
        }
        var byDay = new TreeMap<LocalDate, List<ContactMoment>>(
                moments.stream().collect(Collectors.groupingBy(moment -> Dates.day(moment.at()))));
        byDay.descendingMap().forEach((day, those) -> {
            var list = new UnorderedList();
            list.addClassName("lb-plain-list");
            those.forEach(moment -> list.add(line(moment)));
            card.add(new H3(dates.full(day, getLocale())), list);
        });
        return card;
    }

    private ListItem line(ContactMoment moment) {
        var result = new Span(getTranslation("contact.hoe." + moment.result().name()));
        result.addClassNames(
                "lb-chip", "lb-result-" + moment.result().name().toLowerCase().replace('_', '-'));
        var what = new Span(moment.kindName());
        what.addClassName("lb-strong");
        var by = new Span(getTranslation(
                moment.changed() ? "contact.door.gewijzigd" : "contact.door",
                moment.minutes(),
                moment.personName(),
                moment.organisationName()));
        by.addClassName("lb-quiet");
        var head = new Div(what, result, by);
        head.addClassName("lb-contact-line");
        if (moment.mayChange()) {
            var change = new Button(
                    getTranslation("contact.wijzigen"),
                    click -> ContactSheet.change(moment, actor, contacts, regions, dates, transferId, this::showAgain));
            change.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            change.setAriaLabel(getTranslation("contact.wijzigen.van", moment.kindName()));
            head.add(change);
        }
        var item = new ListItem(head);
        if (moment.note() != null) {
            var note = new Paragraph(moment.note());
            note.addClassName("lb-contact-note");
            item.add(note);
        }
        return item;
    }

    private void askRhythm(ContactLog log) {
        var days = new IntegerField(getTranslation("contact.ritme.dagen"));
        days.setStepButtonsVisible(true);
        days.setMin(1);
        days.setMax(365);
        days.setValue(log.standing().everyDays() == null ? 14 : log.standing().everyDays());
        var phase = new ComboBox<String>(getTranslation("contact.ritme.fase"));
        phase.setItems(phases.keySet());
        phase.setItemLabelGenerator(code -> phases.getOrDefault(code, code));
        phase.setPlaceholder(getTranslation("contact.ritme.fase.alle"));
        phase.setClearButtonVisible(true);
        new AgreeDialog(getTranslation("contact.ritme.aanpassen"), this::showAgain, days, phase)
                .offering(
                        getTranslation("contact.opslaan"),
                        true,
                        reason -> contacts.agreeRhythm(actor.get(), transferId, phase.getValue(), number(days), reason))
                .open();
    }

    private void askHours() {
        var hours = new IntegerField(getTranslation("contact.uren.aantal"));
        hours.setStepButtonsVisible(true);
        hours.setMin(1);
        hours.setMax(200);
        hours.setValue(5);
        new AgreeDialog(getTranslation("contact.uren.vragen"), this::showAgain, hours)
                .offering(
                        getTranslation("contact.uren.versturen"),
                        true,
                        reason -> contacts.requestHours(actor.get(), transferId, number(hours), reason))
                .open();
    }

    private void decide(HoursRequest request) {
        new AgreeDialog(
                        getTranslation("contact.uren.beslissen"),
                        this::showAgain,
                        new Paragraph(getTranslation("contact.uren.vraag", request.hours(), request.reason())))
                .offering(
                        getTranslation("contact.uren.weigeren"),
                        false,
                        answer -> contacts.decideHours(actor.get(), transferId, request.id(), false, answer))
                .offering(
                        getTranslation("contact.uren.toekennen"),
                        true,
                        answer -> contacts.decideHours(actor.get(), transferId, request.id(), true, answer))
                .open();
    }

    private String firstName() {
        return transfers.heading(actor.get(), transferId).summary().firstName();
    }

    private Map<String, String> phases() {
        var names = new LinkedHashMap<String, String>();
        routes.steps(transfers.find(actor.get(), transferId).routeVersionId()).stream()
                .filter(step -> step.kind() == StepKind.PHASE)
                .forEach(step -> names.putIfAbsent(step.phase(), step.name()));
        return names;
    }

    private String ago(LocalDate day) {
        var days = ChronoUnit.DAYS.between(day, dates.today());
        return days == 0
                ? getTranslation("contact.geleden.vandaag")
                : days == 1
                        ? getTranslation("contact.geleden.gisteren")
                        : getTranslation("contact.geleden.dagen", days);
    }

    private Section card(String title) {
        var card = new Section(new H2(getTranslation(title)));
        card.addClassNames("lb-card", "lb-contact-card");
        return card;
    }

    private static int number(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }

    /** Hours with at most one decimal, as numbers are shown. */
    private static double inHours(int minutes) {
        return Math.round(minutes * 10.0 / MINUTES_PER_HOUR) / 10.0;
    }
}
