package nl.landingsbaan.platform.region;

import java.time.LocalDate;
import java.util.Map;

/**
 * A school year of one region with its anchors: the dates on which deadlines hang.
 *
 * @param code as in {@code 2025-2026}
 * @param anchors date by code, such as {@code start_mbo} or {@code kerst}
 */
public record SchoolYear(String code, LocalDate startsOn, LocalDate endsOn, Map<String, LocalDate> anchors) {

    /** The anchor every route starts from. */
    public static final String START_MBO = "start_mbo";

    /** The date of an anchor. */
    public LocalDate anchor(String anchor) {
        var date = anchors.get(anchor);
        if (date == null) {
            throw new IllegalArgumentException("Schooljaar " + code + " heeft geen anker " + anchor);
        }
        return date;
    }
}
