package nl.landingsbaan.platform.region;

/** A printed total of a year before the platform was used. */
public record HistoricalTotal(String schoolYear, String measure, int total, String source) {}
