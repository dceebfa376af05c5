package nl.landingsbaan.platform.task;

import java.time.Instant;

/**
 * A line in the list of tasks.
 *
 * @param assigneeId who has it; null while it is there for everybody with the role
 * @param claimed whether the assignee took it from everybody with the role, and can give it back
 * @param dueAt null when it may be done at any time
 * @param originalDueAt when it was due before it was postponed; null: it was not
 * @param postponeReason why it was postponed; null: it was not
 */
public record TaskSummary(
        long id,
        About about,
        String stepName,
        String phaseName,
        String roleName,
        Long assigneeId,
        String assigneeName,
        boolean claimed,
        Instant dueAt,
        Instant openedAt,
        Instant originalDueAt,
        String postponeReason) {

    /** Of the transfer, or of the group, that it is about. */
    public long transferId() {
        return about.id();
    }
}
