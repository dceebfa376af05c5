package nl.landingsbaan.platform.task;

/** A step that this platform holds to be open in the engine. */
public record OpenStep(long taskId, long stepId, long jobKey) {}
