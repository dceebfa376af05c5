package nl.landingsbaan.platform.transfer;

/**
 * A transfer left a phase.
 *
 * @param days whole days spent in it, in the region's time zone
 */
public record PhaseLeft(long regionId, long transferId, String schoolYear, String phase, int days) {}
