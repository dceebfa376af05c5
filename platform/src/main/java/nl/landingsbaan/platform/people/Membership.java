package nl.landingsbaan.platform.people;

import nl.landingsbaan.platform.region.Role;

/** A role that somebody holds in an organisation of a region. */
public record Membership(long organisationId, String organisationName, Role role) {}
