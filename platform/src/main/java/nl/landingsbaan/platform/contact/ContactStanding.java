package nl.landingsbaan.platform.contact;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where contact with a young person stands.
 *
 * @param lastAt the last time that somebody was reached; null: not yet
 * @param everyDays the agreed longest time between two contacts, in days; null: none agreed
 * @param dueOn the last day for the next contact; null when no rhythm is agreed or the transfer has ended
 * @param unanswered attempts without an answer since
 * @param lostAt since when contact counts as lost; null: it does not
 */
public record ContactStanding(
        long transferId, Instant lastAt, Integer everyDays, LocalDate dueOn, int unanswered, Instant lostAt) {

    /** Whether the rhythm was missed by this day. */
    public boolean isLate(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today);
    }
}
