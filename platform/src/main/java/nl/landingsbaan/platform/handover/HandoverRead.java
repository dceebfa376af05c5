package nl.landingsbaan.platform.handover;

/** Somebody of a receiving organisation opened a handover for the first time. */
public record HandoverRead(long regionId, long transferId, long handoverId) {}
