package nl.landingsbaan.platform.notify;

import java.time.Instant;

/** Where a page of messages ended: what is unread stands first, and in each part what is new. */
public record MessagePosition(boolean unread, Instant at, long id) {}
