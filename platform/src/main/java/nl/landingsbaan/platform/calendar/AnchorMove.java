package nl.landingsbaan.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An anchor that was set on another day.
 *
 * @param movedBy the name of who did it
 * @param transfers how many running transfers have it among their dates
 * @param followed how many of these count with the new date by now
 */
public record AnchorMove(
        long id,
        String schoolYear,
        String anchor,
        LocalDate from,
        LocalDate to,
        String reason,
        String movedBy,
        Instant movedAt,
        int transfers,
        int followed) {}
