package nl.landingsbaan.platform.transfer;

import java.util.Map;

/** Choices made in a form, as codes by field key: what can be counted. */
public record ChoicesGiven(long regionId, long transferId, String schoolYear, Map<String, String> choices) {}
