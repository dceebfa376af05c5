package nl.landingsbaan.platform.consent;

import java.time.LocalDate;

/**
 * Soon less is shared of a young person than now, unless somebody decides anew. Published once for each day and reason.
 *
 * @param on the first day on which it is no longer shared
 */
public record ConsentExpiring(long regionId, long youngPersonId, Reason reason, LocalDate on) {

    public enum Reason {
        /** The agreed last day comes. */
        LAST_DAY,
        /** From a birthday on somebody else decides. */
        BIRTHDAY
    }
}
