package nl.landingsbaan.platform.task;

import java.time.Instant;

/** The open step of a transfer that is due first. */
public record NextStep(long transferId, String stepName, String roleName, Instant dueAt) {}
