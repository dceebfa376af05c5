package nl.landingsbaan.platform.task;

import java.time.Instant;

/**
 * Where a page of the list ended, to go on from there: the list is in order of due date.
 *
 * @param taskId the last task; by young person, the last transfer
 */
public record TaskPosition(Instant dueAt, long taskId) {}
