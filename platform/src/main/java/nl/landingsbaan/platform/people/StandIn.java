package nl.landingsbaan.platform.people;

import java.util.List;

/**
 * Somebody who is absent, and in whose place the actor works today.
 *
 * @param memberships the roles of the absent person in which the actor stands in: the actor holds them too
 */
public record StandIn(long accountId, String displayName, List<Membership> memberships) {}
