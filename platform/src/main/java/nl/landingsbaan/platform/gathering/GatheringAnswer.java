package nl.landingsbaan.platform.gathering;

import java.time.Instant;

/**
 * Something that was answered in a task of a group.
 *
 * @param value as it is stored: text, number, boolean, or a list of codes
 * @param taskId null: the group was started with it
 */
public record GatheringAnswer(
        String formId, String fieldKey, Object value, Long taskId, long answeredBy, Instant answeredAt) {}
