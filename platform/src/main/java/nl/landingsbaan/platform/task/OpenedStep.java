package nl.landingsbaan.platform.task;

import java.time.Instant;

/** A step that the engine has opened. */
public record OpenedStep(
        long regionId, long transferId, long stepId, long elementInstanceKey, long jobKey, Instant dueAt) {}
