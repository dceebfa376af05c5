package nl.landingsbaan.ui.agenda;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import nl.landingsbaan.platform.agenda.Agenda;
import nl.landingsbaan.platform.agenda.AgendaDay;
import nl.landingsbaan.platform.agenda.AgendaFeeds;
import nl.landingsbaan.platform.agenda.Appointment;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Requires;

/** What is coming this week: appointments, tasks, contacts that fall due, and the dates of the school year. */
@Route(value = "agenda", layout = MainLayout.class)
@PermitAll
@Requires({Right.WORK, Right.COORDINATE})
@StyleSheet("styles/contact.css")
public class AgendaView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final int DAYS = 7;

    /** The dates of a school year that have a name: a region may keep others for its route alone. */
    private static final Set<String> NAMED_ANCHORS = Set.of(
            "aanmelddeadline", "einde_cse", "zomervakantie", "start_schooljaar", "start_mbo", "oktober_1", "kerst");

    private final CurrentActor actor;
    private final transient Agenda agenda;
    private final transient AgendaFeeds feeds;
    private final transient Tasks tasks;
    private final transient Dates dates;
    private final H2 week = new H2();
    private final Div overdue = new Div();
    private final Div days = new Div();
    private LocalDate monday;

    AgendaView(CurrentActor actor, Agenda agenda, AgendaFeeds feeds, Tasks tasks, Dates dates) {
        this.actor = actor;
        this.agenda = agenda;
        this.feeds = feeds;
        this.tasks = tasks;
        this.dates = dates;
        addClassNames("lb-page", "lb-stack", "lb-agenda");
        week.getElement().setAttribute("aria-live", "polite");
        days.addClassName("lb-agenda-days");
        var subscribe = new Button(
                getTranslation("agenda.abonnement"),
                new Icon(VaadinIcon.CALENDAR_CLOCK),
                click -> new FeedDialog(actor, feeds, dates).open());
        var heading = new Div(new H1(getTranslation("menu.agenda")), subscribe);
        heading.addClassName("lb-agenda-heading");
        add(heading, weeks(), overdue, days);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        monday = mondayOf(dates.today());
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.agenda") + " - Landingsbaan";
    }

    private Div weeks() {
        var before = new Button(new Icon(VaadinIcon.ANGLE_LEFT), click -> move(monday.minusWeeks(1)));
        before.setAriaLabel(getTranslation("agenda.vorige"));
        var now = new Button(getTranslation("agenda.deze"), click -> move(mondayOf(dates.today())));
        var after = new Button(new Icon(VaadinIcon.ANGLE_RIGHT), click -> move(monday.plusWeeks(1)));
        after.setAriaLabel(getTranslation("agenda.volgende"));
        before.setTooltipText(getTranslation("agenda.vorige") + " (Alt + ←)");
        after.setTooltipText(getTranslation("agenda.volgende") + " (Alt + →)");
        Shortcuts.addShortcutListener(this, () -> move(monday.minusWeeks(1)), Key.ARROW_LEFT, KeyModifier.ALT)
                .setBrowserDefaultAllowed(false);
        Shortcuts.addShortcutListener(this, () -> move(monday.plusWeeks(1)), Key.ARROW_RIGHT, KeyModifier.ALT)
                .setBrowserDefaultAllowed(false);
        var row = new Div(before, now, after, week);
        row.addClassName("lb-agenda-weeks");
        return row;
    }

    private void move(LocalDate to) {
        monday = to;
        show();
    }

    private void show() {
        var me = actor.get();
        week.setText(getTranslation(
                "agenda.week",
                Integer.toString(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                dates.brief(monday, getLocale()),
                dates.brief(monday.plusDays(DAYS - 1), getLocale())));
        overdue.removeAll();
        if (me.may(Right.WORK) && monday.equals(mondayOf(dates.today()))) {
            var late = tasks.counts(me, TaskFilter.ALL).late();
            if (late > 0) {
                var link = new Anchor("taken", getTranslation(late == 1 ? "agenda.telaat.een" : "agenda.telaat", late));
                var banner = new Paragraph(link);
                banner.addClassNames("lb-banner", "lb-banner-warm");
                overdue.add(banner);
            }
        }
        var found = agenda.days(me, monday, DAYS);
        days.removeAll();
        if (found.stream().allMatch(AgendaDay::isEmpty)) {
            var empty = new Div(
                    new Paragraph(getTranslation("agenda.leeg")), new Paragraph(getTranslation("agenda.leeg.uitleg")));
            empty.addClassName("lb-empty");
            days.add(empty);
            return;
        }
        found.forEach(day -> days.add(day(day)));
    }

    private Section day(AgendaDay day) {
        var title = new H2(dates.brief(day.date(), getLocale()));
        var section = new Section(title);
        section.addClassNames("lb-agenda-day");
        if (day.date().equals(dates.today())) {
            section.addClassName("lb-agenda-today");
            var today = new Span(getTranslation("termijn.vandaag"));
            today.addClassNames("lb-chip", "lb-due-today");
            title.add(new Text(" "), today);
        }
        if (day.date().getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() && day.isEmpty()) {
            section.addClassName("lb-agenda-weekend");
        }
        if (day.isEmpty()) {
            var nothing = new Paragraph(getTranslation("agenda.dag.leeg"));
            nothing.addClassName("lb-quiet");
            section.add(nothing);
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("lb-plain-list");
        day.anchors().stream()
                .filter(NAMED_ANCHORS::contains)
                .forEach(anchor -> list.add(item("anker", new Span(getTranslation("agenda.anker." + anchor)), null)));
        day.appointments().forEach(appointment -> list.add(appointment(appointment)));
        day.tasks()
                .forEach(task -> list.add(item(
                        "taak",
                        new Anchor("taak/" + task.id(), task.stepName()),
                        task.about().name())));
        day.contacts()
                .forEach(contact -> list.add(item(
                        contact.standing().isLate(dates.today()) ? "contact-laat" : "contact",
                        new Anchor("dossier/" + contact.transferId() + "/contact", getTranslation("agenda.contact")),
                        contact.firstName() + " " + contact.lastName())));
        section.add(list);
        return section;
    }

    private ListItem appointment(Appointment appointment) {
        var name = appointment.firstName() + " " + appointment.lastName();
        var what = AppointmentDialog.hour(appointment.startsAt()) + " "
                + getTranslation("afspraak.soort." + appointment.kind().name());
        var about = appointment.place() == null ? name : name + ", " + appointment.place();
        if (appointment.cancelled()) {
            var item = item("afgezegd", new Span(what), about);
            item.add(new Span(getTranslation("afspraak.afgezegd")));
            return item;
        }
        if (Dates.day(appointment.startsAt()).isBefore(dates.today())) {
            return item("afspraak", new Anchor("dossier/" + appointment.transferId() + "/contact", what), about);
        }
        var open = new Button(what, click -> AppointmentDialog.change(appointment, actor, agenda, dates, this::show));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        open.setAriaLabel(what + ", " + name);
        return item("afspraak", open, about);
    }

    private ListItem item(String kind, Component what, String about) {
        var label = new Span(getTranslation("agenda.soort." + kind));
        label.addClassName("lb-agenda-kind");
        var item = new ListItem(label, what);
        item.addClassNames("lb-agenda-item", "lb-agenda-" + kind);
        if (about != null) {
            var person = new Span(about);
            person.addClassName("lb-quiet");
            item.add(person);
        }
        return item;
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
