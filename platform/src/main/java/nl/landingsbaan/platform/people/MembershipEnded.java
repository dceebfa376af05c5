package nl.landingsbaan.platform.people;

/** Somebody no longer holds a role in an organisation of a region. */
public record MembershipEnded(long regionId, long accountId, long organisationId, String roleCode) {}
