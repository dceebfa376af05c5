package nl.landingsbaan.platform.task;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.transfer.Participant;

/** In whose lists a task stands: a person's, or everybody's who holds a role in an organisation. */
public final class Audience {

    private Audience() {}

    /** Every audience that somebody belongs to. */
    public static Set<String> of(Actor actor) {
        var audiences = new HashSet<>(ofRoles(actor));
        audiences.addAll(ofPersons(actor));
        return audiences;
    }

    /** The lists of the actor in person, and of those for whom the actor stands in. */
    static Set<String> ofPersons(Actor actor) {
        return actor.persons().stream().map(Audience::person).collect(Collectors.toSet());
    }

    static Set<String> ofRoles(Actor actor) {
        var audiences = new HashSet<String>();
        actor.memberships().forEach(membership -> {
            audiences.add(role(membership.organisationId(), membership.role().code()));
            audiences.add(anybody(membership.role().code()));
        });
        return audiences;
    }

    static String of(Participant participant) {
        return participant.accountId() != null
                ? person(participant.accountId())
                : role(participant.organisationId(), participant.roleCode());
    }

    static String person(long accountId) {
        return "p:" + accountId;
    }

    static String role(long organisationId, String roleCode) {
        return "o:" + organisationId + ":" + roleCode;
    }

    /** Everybody in the region with this role: for a step whose participant is not known yet, so that no task is nobody's. */
    static String anybody(String roleCode) {
        return "r:" + roleCode;
    }
}
