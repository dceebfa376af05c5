package nl.landingsbaan.platform.people;

/** Somebody got a role in an organisation of a region. */
public record MembershipAdded(long regionId, long accountId, long organisationId, String roleCode) {}
