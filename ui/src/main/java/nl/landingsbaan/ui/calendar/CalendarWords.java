package nl.landingsbaan.ui.calendar;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.landingsbaan.platform.calendar.MovedStep;
import nl.landingsbaan.platform.region.HolidayRegion;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.Moment;

/** How the calendar's codes are called on screen. What a region has added itself is shown as it wrote it. */
record CalendarWords(Texts texts, Function<LocalDate, String> dates) {

    /** Follows from the next school year. */
    private static final String DERIVED = "volgend_jaar_start_mbo";

    private static final Set<String> HOLIDAYS =
            Set.of("herfstvakantie", "kerstvakantie", "voorjaarsvakantie", "meivakantie", "zomervakantie");

    @FunctionalInterface
    interface Texts {
        String get(String key, Object... parameters);
    }

    /** Whether a region sets this day itself. */
    boolean isOwn(String anchor) {
        return !anchor.equals(DERIVED);
    }

    String anchor(String code) {
        return SchoolYear.SHARED.contains(code) ? texts.get("kalender.anker." + code) : asWritten(code);
    }

    String holiday(String code) {
        return HOLIDAYS.contains(code) ? texts.get("kalender.vakantie." + code) : asWritten(code);
    }

    /** The key of the name of a holiday region. */
    String region(HolidayRegion region) {
        return "kalender.regio." + region.word();
    }

    private static String asWritten(String code) {
        var words = code.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    String day(LocalDate date) {
        return dates.apply(date);
    }

    String youngPeople(int number) {
        return number == 1 ? texts.get("kalender.jongere") : texts.get("kalender.jongeren", number);
    }

    /** What moves, from when to when and for how many. */
    UnorderedList steps(List<MovedStep> steps) {
        var list = new UnorderedList();
        steps.forEach(step -> list.add(new ListItem(texts.get(
                step.kind() == Moment.Kind.DUE ? "kalender.stap.uiterlijk" : "kalender.stap",
                step.name(),
                youngPeople(step.transfers()),
                day(step.from()),
                day(step.to())))));
        return list;
    }
}
