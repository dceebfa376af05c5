package nl.landingsbaan.platform.gathering;

/** A group ended, with the outcome code of its process. */
public record GatheringEnded(long regionId, long gatheringId, String outcome) {}
