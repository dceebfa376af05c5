package nl.landingsbaan.platform.gathering;

/** A group as other modules refer to it, once access to it is settled. */
public record GatheringKey(long regionId, long id, String code, long routeVersionId, String processId) {}
