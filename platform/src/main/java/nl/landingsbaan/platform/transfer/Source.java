package nl.landingsbaan.platform.transfer;

/** Who answers, and for which organisation. */
public record Source(long accountId, long organisationId) {}
