package nl.landingsbaan.platform.handover;

/** A named person of a receiver goes on with the young person, or somebody without an account said so. */
public record HandoverTakenOver(long regionId, long transferId, long handoverId) {}
