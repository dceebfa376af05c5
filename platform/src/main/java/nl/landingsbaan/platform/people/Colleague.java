package nl.landingsbaan.platform.people;

/** Somebody who holds a role in an organisation of the region. */
public record Colleague(
        long accountId, String displayName, long organisationId, String organisationName, String roleCode) {}
