package nl.landingsbaan.ui.calendar;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.calendar.AnchorMove;
import nl.landingsbaan.platform.calendar.MovedStep;
import nl.landingsbaan.platform.calendar.SchoolCalendar;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.SchoolHoliday;
import nl.landingsbaan.platform.region.SchoolHolidays;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Requires;

/** The days on which deadlines hang, by school year; which of them were moved, and what moved along. */
@Route(value = "kalender", layout = MainLayout.class)
@PermitAll
@Requires(Right.ADMINISTER)
public class CalendarView extends Div implements HasDynamicTitle {

    private static final int WHILE_MOVING = 2000;
    private static final int NEVER = -1;

    private final transient CurrentActor actor;
    private final transient SchoolCalendar calendar;
    private final transient Dates dates;
    private final transient CalendarWords words;
    private final Div years = new Div();
    private final Div moves = new Div();
    private transient Registration polling;

    CalendarView(CurrentActor actor, SchoolCalendar calendar, Dates dates) {
        this.actor = actor;
        this.calendar = calendar;
        this.dates = dates;
        this.words = new CalendarWords(this::getTranslation, day -> dates.full(day, getLocale()));
        addClassNames("lb-page", "lb-calendar");
        years.addClassName("lb-stack");
        moves.addClassName("lb-stack");
        add(heading(), new Paragraph(getTranslation("kalender.uitleg")), counting(), years);
        add(new H2(getTranslation("kalender.verzet.titel")), moves);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.kalender") + " - Landingsbaan";
    }

    /** While transfers follow a move, the page looks again by itself. */
    @Override
    protected void onAttach(AttachEvent attached) {
        polling = attached.getUI().addPollListener(poll -> showMoves());
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        polling.remove();
        detached.getUI().setPollInterval(NEVER);
    }

    private Div heading() {
        var add = new Button(
                getTranslation("kalender.toevoegen"),
                new Icon(VaadinIcon.PLUS),
                click -> new AddYearDialog(actor.get(), calendar, words, this::refresh).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var heading = new Div(new H1(getTranslation("menu.kalender")), add);
        heading.addClassName("lb-heading");
        return heading;
    }

    private Paragraph counting() {
        var holidays = calendar.holidays(actor.get());
        var text = new Paragraph(
                holidays.region() == null
                        ? getTranslation("kalender.vakanties.geen")
                        : getTranslation(
                                holidays.schoolWeeks() ? "kalender.weken.school" : "kalender.weken.kalender",
                                getTranslation(words.region(holidays.region()))));
        text.addClassName("lb-quiet");
        return text;
    }

    private void refresh() {
        years.removeAll();
        var today = dates.today();
        var holidays = calendar.holidays(actor.get());
        calendar.years(actor.get()).stream()
                .sorted(Comparator.comparing((SchoolYear year) -> year.endsOn().isBefore(today))
                        .thenComparing(SchoolYear::startsOn))
                .forEach(year -> years.add(year(year, holidays, today)));
        showMoves();
    }

    private Section year(SchoolYear year, SchoolHolidays holidays, LocalDate today) {
        var list = new UnorderedList();
        list.addClassName("lb-calendar-days");
        year.anchors().entrySet().stream()
                .filter(anchor -> words.isOwn(anchor.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(anchor -> list.add(day(year, anchor.getKey(), anchor.getValue(), today)));
        var section = new Section(new H2(getTranslation("kalender.jaar", year.code())), list);
        section.addClassName("lb-card");
        var free = holidays.all().stream()
                .filter(holiday -> holiday.schoolYear().equals(year.code()))
                .toList();
        if (!free.isEmpty()) {
            section.add(holidays(year, free));
        }
        return section;
    }

    private ListItem day(SchoolYear year, String anchor, LocalDate date, LocalDate today) {
        var name = new Span(words.anchor(anchor));
        name.addClassName("lb-strong");
        var when = new Span(words.day(date));
        when.addClassName(date.isBefore(today) ? "lb-quiet" : "lb-calendar-date");
        var move = new Button(
                getTranslation("kalender.verzetten"),
                click -> new MoveDialog(actor.get(), calendar, words, year, anchor, this::refresh).open());
        move.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        move.setAriaLabel(getTranslation("kalender.verzetten.wat", words.anchor(anchor), year.code()));
        return new ListItem(name, when, move);
    }

    private Details holidays(SchoolYear year, List<SchoolHoliday> free) {
        var list = new UnorderedList();
        free.forEach(holiday -> list.add(new ListItem(getTranslation(
                holiday.advised() ? "kalender.vakantie.advies" : "kalender.vakantie",
                words.holiday(holiday.code()),
                words.day(holiday.firstDay()),
                words.day(holiday.lastDay())))));
        return new Details(getTranslation("kalender.vakanties", year.code()), list);
    }

    private void showMoves() {
        var known = calendar.moves(actor.get());
        moves.removeAll();
        var along = calendar.movedAlong(
                actor.get(), known.stream().map(AnchorMove::id).toList());
        known.forEach(move -> moves.add(move(move, along.getOrDefault(move.id(), List.of()))));
        if (known.isEmpty()) {
            var none = new Paragraph(getTranslation("kalender.verzet.geen"));
            none.addClassName("lb-empty");
            moves.add(none);
        }
        var moving = known.stream().anyMatch(move -> move.followed() < move.transfers());
        getUI().ifPresent(ui -> ui.setPollInterval(moving ? WHILE_MOVING : NEVER));
    }

    private Div move(AnchorMove move, List<MovedStep> steps) {
        var title = new H3(getTranslation("kalender.verzet.wat", words.anchor(move.anchor()), move.schoolYear()));
        var fromTo =
                new Paragraph(getTranslation("kalender.verzet.van-tot", words.day(move.from()), words.day(move.to())));
        var who = new Paragraph(getTranslation(
                "kalender.verzet.wie", move.movedBy(), words.day(Dates.day(move.movedAt())), move.reason()));
        who.addClassName("lb-quiet");
        var card = new Div(title, fromTo, who, following(move));
        card.addClassNames("lb-card", "lb-calendar-move");
        if (!steps.isEmpty()) {
            card.add(new Details(getTranslation("kalender.verzet.mee", steps.size()), words.steps(steps)));
        } else if (move.transfers() > 0 && move.followed() == move.transfers()) {
            card.add(new Paragraph(getTranslation("kalender.verzet.niets")));
        }
        return card;
    }

    private Paragraph following(AnchorMove move) {
        var done = move.followed() == move.transfers();
        var text = new Paragraph(
                move.transfers() == 0
                        ? getTranslation("kalender.verzet.niemand")
                        : done
                                ? getTranslation("kalender.verzet.klaar", words.youngPeople(move.transfers()))
                                : getTranslation("kalender.verzet.bezig", move.followed(), move.transfers()));
        text.getElement().setAttribute("role", "status");
        return text;
    }
}
