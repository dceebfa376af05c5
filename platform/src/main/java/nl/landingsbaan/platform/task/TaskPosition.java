package nl.landingsbaan.platform.task;

import java.time.Instant;

/** Where a page of the list ended, to go on from there: the list is in order of due date. */
public record TaskPosition(Instant dueAt, long taskId) {}
