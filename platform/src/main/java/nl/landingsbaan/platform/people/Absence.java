package nl.landingsbaan.platform.people;

import java.time.LocalDate;

/**
 * Somebody is away for some days, and somebody else does the work.
 *
 * @param until the last day of the absence
 */
public record Absence(
        long id, long accountId, LocalDate from, LocalDate until, long substituteId, String substituteName) {

    /** Whether it lasts on this day. */
    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
