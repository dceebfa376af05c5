package nl.landingsbaan.platform.place;

import java.time.Instant;

/**
 * A young person waits for a place.
 *
 * @param position in the queue, from 1
 */
public record WaitsForPlace(String code, String name, int position, Instant since) {}
