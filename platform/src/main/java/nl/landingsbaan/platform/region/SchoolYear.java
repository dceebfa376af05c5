package nl.landingsbaan.platform.region;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A school year of one region with its anchors: the dates on which deadlines hang.
 *
 * @param code as in {@code 2025-2026}
 * @param anchors date by code, such as {@code start_mbo} or {@code kerst}
 */
public record SchoolYear(String code, LocalDate startsOn, LocalDate endsOn, Map<String, LocalDate> anchors) {

    /** The anchor every route starts from. */
    public static final String START_MBO = "start_mbo";

    /**
     * The anchors that are not of the school year but of the young person: the birthday on which somebody comes to this age. Only a
     * route that reads one gets it.
     */
    public static final Map<String, Integer> BIRTHDAYS = Map.of("wordt_16", 16, "wordt_18", 18);

    /** Anchors that the platform itself needs, and that lie within the school year: who starts when, and until when one can be referred. */
    public static final List<String> WITHIN_THE_YEAR = List.of(START_MBO, "kerst");

    /** The anchors that routes share, in the order in which they come in most years. */
    public static final List<String> SHARED = List.of(
            "aanmelddeadline",
            "einde_cse",
            "zomervakantie",
            "start_schooljaar",
            START_MBO,
            "oktober_1",
            "kerst",
            "volgend_jaar_start_mbo");

    /**
     * What comes after what in any year. The schools and the mbo each have a start of their own: where the summer ends in
     * September, the mbo may start before the schools do.
     */
    private static final List<List<String>> ORDERS = List.of(
            List.of(
                    "aanmelddeadline",
                    "einde_cse",
                    "zomervakantie",
                    START_MBO,
                    "oktober_1",
                    "kerst",
                    "volgend_jaar_start_mbo"),
            List.of("zomervakantie", "start_schooljaar", "oktober_1"));

    private static final int SIXTEEN = 16;

    /** Two anchors of which the later one does not come after the earlier one. */
    public record Misplaced(String earlier, String later) {}

    /** Which of these anchors do not come one after the other; an anchor that is not there is passed over. */
    public static List<Misplaced> misplaced(Map<String, LocalDate> anchors) {
        return ORDERS.stream()
                .flatMap(order -> misplaced(
                        order.stream()
                                .filter(anchor -> anchors.get(anchor) != null)
                                .toList(),
                        anchors))
                .toList();
    }

    private static Stream<Misplaced> misplaced(List<String> order, Map<String, LocalDate> anchors) {
        return IntStream.range(1, order.size())
                .mapToObj(next -> new Misplaced(order.get(next - 1), order.get(next)))
                .filter(pair -> !anchors.get(pair.earlier()).isBefore(anchors.get(pair.later())));
    }

    /**
     * Whether somebody born on this day is younger than 16 when the mbo starts. That is told to whoever has to do with it and
     * stops nothing (000 §7 nr 33).
     */
    public boolean startsUnder16(LocalDate birthDate) {
        return birthDate.plusYears(SIXTEEN).isAfter(anchor(START_MBO));
    }

    /** The date of an anchor. */
    public LocalDate anchor(String anchor) {
        var date = anchors.get(anchor);
        if (date == null) {
            throw new IllegalArgumentException("Schooljaar " + code + " heeft geen anker " + anchor);
        }
        return date;
    }
}
