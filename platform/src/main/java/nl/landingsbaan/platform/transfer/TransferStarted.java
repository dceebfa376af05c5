package nl.landingsbaan.platform.transfer;

import java.util.Map;

/** A young person was referred; the engine must start the route. Carries ids, dates, numbers and codes only. */
public record TransferStarted(long regionId, long transferId, long routeVersionId, Map<String, Object> variables) {}
