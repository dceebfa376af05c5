package nl.landingsbaan.platform.task;

import java.time.Instant;

/**
 * A line in the list of tasks.
 *
 * @param assigneeId who has it; null while it is there for everybody with the role
 * @param claimed whether the assignee took it from everybody with the role, and can give it back
 * @param dueAt null when it may be done at any time
 */
public record TaskSummary(
        long id,
        long transferId,
        String firstName,
        String lastName,
        String stepName,
        String phaseName,
        String roleName,
        Long assigneeId,
        String assigneeName,
        boolean claimed,
        Instant dueAt,
        Instant openedAt) {}
