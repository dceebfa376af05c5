package nl.landingsbaan.platform.task;

import java.time.Instant;

/** A task on the way of one young person, done or open. */
public record TaskLine(
        long id,
        String processId,
        String elementId,
        String stepName,
        String phase,
        TaskState state,
        String roleName,
        String assigneeName,
        Instant dueAt,
        Instant openedAt,
        Instant closedAt,
        String closedByName) {}
