package nl.landingsbaan.platform.consent;

import java.time.LocalDate;

/** @param until the last day; null unless the state is given or expired */
public record Shared(SharedState state, LocalDate until) {}
