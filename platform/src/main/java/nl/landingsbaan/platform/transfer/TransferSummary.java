package nl.landingsbaan.platform.transfer;

import java.time.Instant;

/**
 * A line in the list of young people.
 *
 * @param phase code of the phase, null before the route has started and after it has ended
 * @param outcome null while it runs; {@link #UNKNOWN} when how it ended is not shared with whoever asks
 */
public record TransferSummary(
        long id,
        String firstName,
        String lastName,
        String originName,
        String schoolYear,
        String phase,
        String phaseName,
        String outcome,
        String outcomeName,
        Instant startedAt) {

    /** The outcome of a transfer of which the reader may not know how it ended (002 F 22). */
    public static final String UNKNOWN = "onbekend";

    TransferSummary withUnknownOutcome() {
        return new TransferSummary(
                id, firstName, lastName, originName, schoolYear, phase, phaseName, UNKNOWN, UNKNOWN, startedAt);
    }
}
