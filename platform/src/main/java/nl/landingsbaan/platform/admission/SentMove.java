package nl.landingsbaan.platform.admission;

import java.time.Instant;

/**
 * A move as the sender sees it.
 *
 * @param answer why it was refused; else null
 * @param answeredAt null while it waits
 */
public record SentMove(
        long id, String regionName, MoveState state, Instant sentAt, Instant answeredAt, String answer) {}
