package nl.landingsbaan.platform.privacy;

/** A file to hand over to the young person: a zip with a page to read and the same as JSON. */
public record ExportFile(String name, byte[] content) {}
