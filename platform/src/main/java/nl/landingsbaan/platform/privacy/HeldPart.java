package nl.landingsbaan.platform.privacy;

/**
 * A part of what is kept about a young person.
 *
 * @param part what it is called in the export
 * @param rows how many there are
 */
public record HeldPart(String part, String explanation, int rows) {}
