package nl.landingsbaan.platform.history;

import java.time.LocalDate;

/**
 * A transfer that ended before the platform was used. It names nobody: the number means something to the maker of the file
 * only.
 *
 * @param schoolYear in which the young person was in the programme
 * @param origin kind of school, such as {@code vso}; empty: not known
 * @param level of the route, such as {@code entree}; empty: not known
 * @param startsOn null: not known
 * @param endsOn null: not known
 * @param toLevel level at the mbo: {@code entree}, 2, 3 or 4; empty: not known or no mbo
 * @param track {@code bol} or {@code bbl}; empty: not known or no mbo
 * @param reason a code; empty: none
 * @param isPublic the numbers of these transfers can be read by anybody in the source
 */
public record ClosedTransfer(
        int number,
        String schoolYear,
        String programme,
        String origin,
        String level,
        LocalDate startsOn,
        LocalDate endsOn,
        PastOutcome outcome,
        Diploma diploma,
        Destination destination,
        String toLevel,
        String track,
        String reason,
        MeasuredOn measuredOn,
        String source,
        boolean isPublic) {

    /** Two lines with the same key are the same transfer. */
    String key() {
        return (programme + "|" + schoolYear + "|" + number).toLowerCase(java.util.Locale.ROOT);
    }
}
