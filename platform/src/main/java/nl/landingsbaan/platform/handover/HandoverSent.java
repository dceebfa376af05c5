package nl.landingsbaan.platform.handover;

/** A handover was sent. */
public record HandoverSent(long regionId, long transferId, long handoverId) {}
