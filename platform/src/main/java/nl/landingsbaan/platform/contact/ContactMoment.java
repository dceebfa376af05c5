package nl.landingsbaan.platform.contact;

import java.time.Instant;

/**
 * A logged contact as one reader sees it.
 *
 * @param note null when there is none for this reader
 * @param changed whether it said something else before
 * @param mayChange whether this reader can change it or take it back: one's own, on the day on which it was logged
 */
public record ContactMoment(
        long id,
        String kind,
        String kindName,
        ContactResult result,
        int minutes,
        Instant at,
        String personName,
        String organisationName,
        String note,
        boolean changed,
        boolean mayChange) {}
