package nl.landingsbaan.platform.handover;

/** A handover as a PDF. The name names nobody. */
public record HandoverFile(String name, byte[] content) {}
