package nl.landingsbaan.platform.transfer;

import java.time.Instant;

/**
 * An answer as a participant may see it.
 *
 * @param text the value as people read it
 * @param formId the form in which it was given
 * @param taskId the task in which it was given; null at referral or for a reported event
 */
public record GivenAnswer(
        String fieldKey,
        String label,
        String text,
        String formId,
        Long taskId,
        String answeredBy,
        Instant answeredAt) {}
