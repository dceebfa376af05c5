package nl.landingsbaan.platform.task;

import java.util.List;
import nl.landingsbaan.platform.people.Absence;
import nl.landingsbaan.platform.people.Membership;

/**
 * Somebody for whom the actor coordinates, and how much there is to do.
 *
 * @param memberships the roles in the organisations for which the actor coordinates
 * @param open the open tasks of this person alone
 * @param late of these, those with a due date before today
 * @param absence the absence that lasts or is the next to come; null: none
 */
public record TeamMember(
        long accountId,
        String displayName,
        List<Membership> memberships,
        int open,
        int late,
        List<Load> loads,
        Absence absence) {

    /**
     * How many young people somebody accompanies in a role.
     *
     * @param maximum the most at a time; null: no maximum
     */
    public record Load(String roleName, int youngPeople, Integer maximum) {}
}
