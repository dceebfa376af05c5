package nl.landingsbaan.platform.gathering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.region.AnchorDay;
import nl.landingsbaan.platform.region.GroupRule;
import nl.landingsbaan.platform.region.SchoolYear;

/**
 * A time at which the calendar has a group begin.
 *
 * @param part the choice it is for; null: for all
 * @param key which one of its kind it is, whatever the day: when an anchor moves, it is still the same one
 * @param number how many of its kind there are up to this one: in its school year, or of a cycle since the first; 0: it is the only one
 */
record Occasion(GroupRule rule, Choice part, String key, SchoolYear year, LocalDate day, int number) {

    /** All that the calendar has, in the order of their days. */
    static List<Occasion> of(GroupRule rule, List<Choice> parts, List<SchoolYear> calendar) {
        var when = rule.everyWeeks() == null ? yearly(rule, calendar) : cycle(rule, calendar);
        return when.stream()
                .sorted(Comparator.comparing(Occasion::day))
                .flatMap(each -> parts.isEmpty()
                        ? Stream.of(each)
                        : parts.stream()
                                .map(part -> new Occasion(rule, part, each.key, each.year, each.day, each.number)))
                .toList();
    }

    private static List<Occasion> yearly(GroupRule rule, List<SchoolYear> calendar) {
        var found = new ArrayList<Occasion>();
        for (var year : calendar) {
            var days = rule.on().stream()
                    .filter(day -> day.in(year).isPresent())
                    .sorted(Comparator.comparing(day -> day.in(year).orElseThrow()))
                    .toList();
            for (AnchorDay day : days) {
                found.add(new Occasion(
                        rule,
                        null,
                        year.code() + " " + day.written(),
                        year,
                        day.in(year).orElseThrow(),
                        rule.on().size() == 1 ? 0 : days.indexOf(day) + 1));
            }
        }
        return found;
    }

    private static List<Occasion> cycle(GroupRule rule, List<SchoolYear> calendar) {
        var found = new ArrayList<Occasion>();
        var first = calendar.stream()
                .filter(year -> year.anchors().containsKey(rule.from()))
                .findFirst();
        if (first.isEmpty()) {
            return found;
        }
        var last = calendar.getLast().endsOn();
        var day = first.get().anchor(rule.from());
        for (int number = 1; !day.isAfter(last); number++) {
            found.add(new Occasion(rule, null, "ronde " + number, yearOf(day, calendar), day, number));
            day = day.plusWeeks(rule.everyWeeks());
        }
        return found;
    }

    /** The school year that goes on, or went on last. */
    private static SchoolYear yearOf(LocalDate day, List<SchoolYear> calendar) {
        return calendar.stream()
                .filter(year -> !year.startsOn().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(calendar.getFirst());
    }

    String partCode() {
        return part == null ? "" : part.value();
    }

    /** What people call it. */
    String name() {
        return rule.name() + (part == null ? "" : " " + part.label()) + (number == 0 ? "" : " " + number);
    }
}
