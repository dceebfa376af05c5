package nl.landingsbaan.platform.people;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.landingsbaan.platform.region.Right;

/**
 * Somebody at work in one region: every service asks for an actor and answers within that region only.
 *
 * @param memberships what the actor does in this region; empty means no access to anything
 * @param standsInFor who is absent today and has the actor as substitute
 */
public record Actor(
        long accountId,
        String displayName,
        long regionId,
        String regionCode,
        List<Membership> memberships,
        List<StandIn> standsInFor) {

    public boolean may(Right right) {
        return memberships.stream()
                .anyMatch(membership -> membership.role().rights().contains(right));
    }

    /** Whether the actor holds this role in this organisation. */
    public boolean holds(String roleCode, long organisationId) {
        return holds(memberships, roleCode, organisationId);
    }

    /** Whether the actor holds this role in any organisation. */
    public boolean holds(String roleCode) {
        return memberships.stream()
                .anyMatch(membership -> membership.role().code().equals(roleCode));
    }

    /** Whether the actor is this person in this role, or stands in for this person in it. */
    public boolean actsAs(long person, String roleCode, long organisationId) {
        return person == accountId
                ? holds(roleCode, organisationId)
                : standsInFor.stream()
                        .anyMatch(absent ->
                                absent.accountId() == person && holds(absent.memberships(), roleCode, organisationId));
    }

    /** The accounts whose work is the actor's today: the own one, and those of the people for whom the actor stands in. */
    public Set<Long> persons() {
        var persons = new HashSet<Long>();
        persons.add(accountId);
        standsInFor.forEach(absent -> persons.add(absent.accountId()));
        return persons;
    }

    private static boolean holds(List<Membership> memberships, String roleCode, long organisationId) {
        return memberships.stream()
                .anyMatch(membership -> membership.organisationId() == organisationId
                        && membership.role().code().equals(roleCode));
    }
}
