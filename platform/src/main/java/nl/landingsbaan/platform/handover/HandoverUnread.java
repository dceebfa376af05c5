package nl.landingsbaan.platform.handover;

/** Nobody of a receiver has opened a handover in the time that the region gives; told once. */
public record HandoverUnread(long regionId, long transferId, long handoverId) {}
