package nl.landingsbaan.proof;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a region's route must do for one young person, for several at once, or for a group, in the region's words: a file of
 * {@code tenants/<region>/scenarios}.
 *
 * @param name what is shown, {@code naam}
 * @param youngPerson first name, {@code jongere}; null: it is about a group
 * @param number as how many young people it is played at once, {@code aantal}; they are called by the first name and a number
 * @param born {@code geboren}; the same day for everybody of whom no scenario says it
 * @param referral {@code aanmelding}: {@code dag}, {@code door}, {@code antwoorden} where other than usual
 * @param group about which it is; null: it is about a young person
 * @param course {@code verloop}
 */
record Scenario(
        Path file,
        String name,
        String youngPerson,
        int number,
        LocalDate born,
        Words referral,
        Group group,
        List<Line> course) {

    /** How the answers at the referral are called in {@code vooraf.yaml}. */
    static final String REFERRAL = "Aanmelding";

    static final Set<String> WORDS = Set.of("naam", "jongere", "aantal", "geboren", "aanmelding", "verloop");
    static final Set<String> WORDS_OF_GROUP =
            Set.of("naam", "groep", "deel", "begint", "schooljaar", "door", "antwoorden", "verloop");
    static final Set<String> WORDS_OF_REFERRAL = Set.of("dag", "door", "antwoorden");

    /** The first names with which it is played. */
    List<String> youngPeople() {
        return number == 1
                ? List.of(youngPerson)
                : IntStream.rangeClosed(1, number)
                        .mapToObj(each -> youngPerson + " " + each)
                        .toList();
    }

    /** Where it begins to speak of days. */
    Words opening() {
        return group == null ? referral : group.words;
    }

    /** The day on which it begins, as it is written. */
    String begin() {
        return group == null ? referral.text("dag") : group.begins();
    }

    /**
     * The group of a scenario: {@code groep} (code), {@code deel} (the choice it is for), {@code begint} (the day on which it is there),
     * {@code schooljaar}; {@code door} and {@code antwoorden} when somebody starts it.
     */
    record Group(Words words) {

        String code() {
            return words.text("groep");
        }

        String part() {
            return words.text("deel");
        }

        String begins() {
            return words.text("begint");
        }

        String schoolYear() {
            return words.text("schooljaar");
        }

        /** Who starts it; null: the calendar does. */
        String by() {
            return words.text("door");
        }
    }

    /** Whether the region's calendar is changed on the way. */
    boolean movesAnchors() {
        return course.stream().anyMatch(line -> line.has("verzet"));
    }

    /**
     * A line of the course: on a day ({@code dag}; absent: the same day as the line before) something is so, and then something
     * is done.
     *
     * @param words {@code taken}: exactly these tasks are open, each with the role it lies with (a list of roles when it is open several
     *     times); {@code uiterlijk}: task to last
     *     day; {@code fase}; {@code leden}: how many members a group has; {@code uitkomst}; {@code wacht_op}: the kind of place that
     *     the young person waits for; {@code plekken}: kind of place to how many the region has from then on; {@code doet}: a task that is completed, {@code meldt}: an event that is reported,
     *     both {@code door} somebody, with {@code antwoorden} where other than usual and {@code zonder} some; {@code geweigerd}: the
     *     fields that are refused, or {@code niet gevonden}; {@code verzet}: anchor to the day on which the region's administrator sets it
     */
    record Line(Words words) {

        static final Set<String> KNOWN = Set.of(
                "dag",
                "taken",
                "uiterlijk",
                "fase",
                "leden",
                "uitkomst",
                "wacht_op",
                "plekken",
                "doet",
                "meldt",
                "door",
                "antwoorden",
                "zonder",
                "geweigerd",
                "verzet");

        boolean has(String word) {
            return words.has(word);
        }

        String text(String word) {
            return words.text(word);
        }

        List<String> list(String word) {
            return words.list(word);
        }

        /**
         * The anchors that come on another day, {@code verzet}.
         *
         * @param dates what is counted from
         */
        Map<String, LocalDate> moved(Map<String, LocalDate> dates) {
            var moved = new LinkedHashMap<String, LocalDate>();
            map("verzet").forEach((anchor, day) -> moved.put(anchor, Day.read(day.toString(), dates)));
            return moved;
        }

        Map<String, Object> map(String word) {
            return words.map(word);
        }

        int number() {
            return words.line();
        }
    }
}
