package nl.landingsbaan.platform.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.landingsbaan.platform.region.SchoolYear;

/** What holds for the anchors of a school year: the shared ones come in a fixed order, and who starts when lies within the year. */
final class AnchorOrder {

    private static final Map<String, String> NAMES = Map.of(
            "aanmelddeadline",
            "Aanmelden voor het mbo, uiterste dag",
            "einde_cse",
            "Einde van de centrale examens",
            "zomervakantie",
            "Eerste dag van de zomervakantie ervoor",
            "start_schooljaar",
            "Eerste schooldag",
            SchoolYear.START_MBO,
            "Start op het mbo",
            "oktober_1",
            "1 oktober, de teldatum",
            "kerst",
            "Eerste dag van de kerstvakantie",
            "volgend_jaar_start_mbo",
            "Start op het mbo, een jaar later");

    private AnchorOrder() {}

    /** By anchor what is wrong with it; empty: nothing. */
    static Map<String, String> errors(SchoolYear year) {
        var errors = new LinkedHashMap<String, String>();
        for (var code : SchoolYear.WITHIN_THE_YEAR) {
            LocalDate date = year.anchors().get(code);
            if (date != null && (date.isBefore(year.startsOn()) || date.isAfter(year.endsOn()))) {
                errors.put(
                        code,
                        "Deze dag ligt buiten schooljaar " + year.code() + ". Kies een dag van "
                                + written(year.startsOn()) + " tot en met " + written(year.endsOn()) + ".");
            }
        }
        for (var pair : SchoolYear.misplaced(year.anchors())) {
            errors.putIfAbsent(pair.later(), "Deze dag komt niet na " + named(pair.earlier(), year) + ".");
            errors.putIfAbsent(pair.earlier(), "Deze dag komt niet voor " + named(pair.later(), year) + ".");
        }
        return errors;
    }

    private static String named(String anchor, SchoolYear year) {
        return "'" + NAMES.get(anchor) + "' (" + written(year.anchor(anchor)) + ")";
    }

    private static String written(LocalDate date) {
        return "%d-%d-%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }
}
