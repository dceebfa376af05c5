package nl.landingsbaan.platform.place;

/**
 * A place that somebody has or waits for.
 *
 * @param given false: waits
 * @param ended has it or waits for it no longer
 */
public record HeldPlace(
        long id,
        long regionId,
        long transferId,
        String code,
        long elementInstanceKey,
        long jobKey,
        boolean given,
        boolean ended) {}
