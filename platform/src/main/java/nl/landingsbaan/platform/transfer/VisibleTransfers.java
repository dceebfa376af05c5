package nl.landingsbaan.platform.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Membership;

/**
 * Which transfers an actor may see, as SQL: every list and every search is narrowed by this. Each way to take part is a condition on a
 * participant, and a range of an index.
 */
final class VisibleTransfers {

    private final List<String> inPerson = new ArrayList<>();
    private final List<String> ways = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private VisibleTransfers() {}

    static VisibleTransfers to(Actor actor) {
        var visible = new VisibleTransfers();
        visible.parameters.put("region", actor.regionId());
        visible.person(actor.accountId(), actor.memberships());
        actor.standsInFor().forEach(absent -> visible.person(absent.accountId(), absent.memberships()));
        visible.ways.addAll(visible.inPerson);
        for (int i = 0; i < actor.memberships().size(); i++) {
            visible.parameters.put("org" + i, actor.memberships().get(i).organisationId());
            visible.parameters.put("role" + i, actor.memberships().get(i).role().code());
            visible.ways.add("organisation_id = :org" + i + " AND role_code = :role" + i + " AND account_id IS NULL");
        }
        var coordinating = Participants.coordinatingOrganisations(actor);
        if (!coordinating.isEmpty()) {
            visible.parameters.put("coordinating", coordinating);
            visible.ways.add("organisation_id IN (:coordinating)");
        }
        return visible;
    }

    /** The ids of all of them, read from the actor's side: UNION takes away the doubles. */
    String ids() {
        return ways.stream()
                        .map(way -> "SELECT transfer_id AS id FROM participant WHERE region_id = :region AND " + way)
                        .collect(Collectors.joining(" UNION "))
                + inPerson.stream()
                        .map(way -> " UNION SELECT transfer_id FROM participant_helper WHERE region_id = :region AND "
                                + way)
                        .collect(Collectors.joining());
    }

    /**
     * Whether one transfer is among them, read from the transfer's side. Not written as EXISTS, which the database would turn into reading
     * all of them first.
     */
    String contains(String transferId) {
        return "((SELECT 1 FROM participant WHERE region_id = :region AND transfer_id = " + transferId + " AND ("
                + anyOf(ways)
                + ") LIMIT 1) = 1 OR (SELECT 1 FROM participant_helper WHERE region_id = :region AND transfer_id = "
                + transferId + " AND (" + anyOf(inPerson) + ") LIMIT 1) = 1)";
    }

    /**
     * Takes part under this name, in a role that the actor has: one's own, or one in which the actor stands in. The role is written so that
     * no index is read by it: the one to read by is the person's.
     */
    private void person(long accountId, List<Membership> memberships) {
        var number = inPerson.size();
        parameters.put("person" + number, accountId);
        parameters.put(
                "roles" + number,
                Stream.concat(
                                Stream.of(""),
                                memberships.stream()
                                        .map(each -> each.organisationId() + ":"
                                                + each.role().code()))
                        .toList());
        inPerson.add("account_id = :person" + number + " AND CONCAT(organisation_id, ':', role_code) IN (:roles"
                + number + ")");
    }

    private static String anyOf(List<String> conditions) {
        return conditions.stream().map(each -> "(" + each + ")").collect(Collectors.joining(" OR "));
    }

    /** What both read, {@code region} among them. */
    Map<String, Object> parameters() {
        return parameters;
    }
}
