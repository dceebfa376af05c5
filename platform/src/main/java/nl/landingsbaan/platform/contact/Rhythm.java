package nl.landingsbaan.platform.contact;

import java.time.Instant;

/**
 * A rhythm that was agreed for one young person.
 *
 * @param phase code of the phase for which it holds; null: for every phase that has none of its own
 * @param everyDays the longest time between two contacts, in days
 */
public record Rhythm(String phase, int everyDays, String reason, String setBy, Instant setAt) {}
