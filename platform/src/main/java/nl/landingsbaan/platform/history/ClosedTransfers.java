package nl.landingsbaan.platform.history;

/**
 * How many closed transfers are alike in all that is counted.
 *
 * @param number at least 1
 */
public record ClosedTransfers(
        String programme,
        String schoolYear,
        PastOutcome outcome,
        Diploma diploma,
        Destination destination,
        String toLevel,
        String track,
        MeasuredOn measuredOn,
        String source,
        boolean isPublic,
        int number) {}
