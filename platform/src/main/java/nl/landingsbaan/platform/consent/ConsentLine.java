package nl.landingsbaan.platform.consent;

import java.time.Instant;
import java.time.LocalDate;
import nl.landingsbaan.platform.form.Category;

/**
 * One decision of one signatory, as it was recorded.
 *
 * @param granted false: refused
 * @param until the last day on which it counts; null for a refusal
 * @param withdrawnAt null: never withdrawn
 */
public record ConsentLine(
        long id,
        long youngPersonId,
        Receiver receiver,
        Category category,
        String purpose,
        Signatory signatory,
        boolean granted,
        Manner manner,
        LocalDate givenOn,
        LocalDate until,
        Instant recordedAt,
        long recordedBy,
        Instant withdrawnAt,
        Long withdrawnBy) {

    boolean countsOn(LocalDate day) {
        return granted && withdrawnAt == null && !day.isAfter(until);
    }
}
