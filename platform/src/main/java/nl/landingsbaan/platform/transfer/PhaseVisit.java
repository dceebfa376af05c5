package nl.landingsbaan.platform.transfer;

import java.time.Instant;

/** A stay in a phase; {@code leftAt} is null while it lasts. */
public record PhaseVisit(String phase, Instant enteredAt, Instant leftAt) {}
