package nl.landingsbaan.platform.transfer;

/** A transfer came into a phase. */
public record PhaseEntered(long regionId, long transferId, String schoolYear, String phase) {}
