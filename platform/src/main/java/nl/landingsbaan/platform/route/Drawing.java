package nl.landingsbaan.platform.route;

/** One process as it was drawn: unprefixed, with its layout; the element ids are those of the steps. */
public record Drawing(String processId, String xml) {}
