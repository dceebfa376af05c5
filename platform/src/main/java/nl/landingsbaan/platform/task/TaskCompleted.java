package nl.landingsbaan.platform.task;

import java.util.Map;

/** A professional completed a task; the engine must be told. Carries ids, dates, numbers, booleans and codes only. */
public record TaskCompleted(long regionId, long transferId, long taskId, long jobKey, Map<String, Object> variables) {}
