package nl.landingsbaan.platform.transfer;

import java.time.Instant;

/**
 * A line in the list of young people.
 *
 * @param phase code of the phase, null before the route has started and after it has ended
 * @param outcome null while it runs
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
        Instant startedAt) {}
