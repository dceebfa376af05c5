package nl.landingsbaan.platform.gathering;

import java.util.Map;

/** A group begins; the engine must start its process. Carries ids, dates, numbers and codes only. */
public record GatheringStarted(
        long regionId, long gatheringId, long routeVersionId, String processId, Map<String, Object> variables) {}
