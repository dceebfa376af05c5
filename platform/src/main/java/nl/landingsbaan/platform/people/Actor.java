package nl.landingsbaan.platform.people;

import java.util.List;
import nl.landingsbaan.platform.region.Right;

/**
 * Somebody at work in one region: every service asks for an actor and answers within that region only.
 *
 * @param memberships what the actor does in this region; empty means no access to anything
 */
public record Actor(
        long accountId, String displayName, long regionId, String regionCode, List<Membership> memberships) {

    public boolean may(Right right) {
        return memberships.stream()
                .anyMatch(membership -> membership.role().rights().contains(right));
    }

    /** Whether the actor holds this role in this organisation. */
    public boolean holds(String roleCode, long organisationId) {
        return memberships.stream()
                .anyMatch(membership -> membership.organisationId() == organisationId
                        && membership.role().code().equals(roleCode));
    }

    /** Whether the actor holds this role in any organisation. */
    public boolean holds(String roleCode) {
        return memberships.stream()
                .anyMatch(membership -> membership.role().code().equals(roleCode));
    }
}
