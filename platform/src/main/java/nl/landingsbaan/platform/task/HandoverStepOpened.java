package nl.landingsbaan.platform.task;

import nl.landingsbaan.platform.route.HandoverSide;

/** A task that is one side of a warm handover has come. */
public record HandoverStepOpened(long regionId, long transferId, long taskId, HandoverSide side) {}
