package nl.landingsbaan.platform.handover;

/** A receiver gave a handover back. */
public record HandoverReturned(long regionId, long transferId, long handoverId) {}
