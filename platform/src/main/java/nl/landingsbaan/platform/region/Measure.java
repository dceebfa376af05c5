package nl.landingsbaan.platform.region;

/**
 * A step of the funnel that a region steers on: how many young people have reached it, against a target.
 *
 * @param field the form field whose answer tells it; empty for the first measure, which counts every transfer
 * @param value the answer that counts as reached
 * @param target how many per year the region aims at
 */
public record Measure(String code, String name, String field, String value, int target) {}
