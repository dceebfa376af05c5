package nl.landingsbaan.platform.contact;

import java.time.Instant;

/**
 * More hours, as asked for.
 *
 * @param approved null while nobody has decided
 * @param answer why it was granted or refused; null while nobody has decided
 * @param mayDecide whether this reader can decide: a coordinator, not whoever asked
 */
public record HoursRequest(
        long id,
        int hours,
        String reason,
        String requestedBy,
        Instant requestedAt,
        Boolean approved,
        String answer,
        String decidedBy,
        boolean mayDecide) {

    public boolean isOpen() {
        return approved == null;
    }
}
