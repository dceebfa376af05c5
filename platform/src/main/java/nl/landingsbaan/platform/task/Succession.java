package nl.landingsbaan.platform.task;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Coordination;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.people.Staff;
import nl.landingsbaan.platform.people.StaffRefused;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.transfer.Candidate;
import nl.landingsbaan.platform.transfer.Replacements;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything of somebody goes to colleagues in one action: the young people, and the open tasks with what was typed in them. For
 * who coordinates for the organisation, and for the administrator of the region, who sees numbers only.
 */
@Service
@Transactional
public class Succession {

    private final Team team;
    private final Replacements replacements;
    private final SeveralTasks several;
    private final Inbox inbox;
    private final Coordination coordination;
    private final People people;
    private final Staff staff;
    private final AuditLog audit;

    Succession(
            Team team,
            Replacements replacements,
            SeveralTasks several,
            Inbox inbox,
            Coordination coordination,
            People people,
            Staff staff,
            AuditLog audit) {
        this.team = team;
        this.replacements = replacements;
        this.several = several;
        this.inbox = inbox;
        this.coordination = coordination;
        this.people = people;
        this.staff = staff;
        this.audit = audit;
    }

    /**
     * What there is to hand over.
     *
     * @param youngPeople in how many transfers the person takes part
     * @param tasks the person's own open tasks
     * @param candidates who could take it over, once for each role
     */
    public record Estate(int youngPeople, int tasks, List<Candidate> candidates) {}

    /**
     * What was handed over.
     *
     * @param youngPeople in how many transfers somebody else takes part now
     * @param tasks the open tasks that are somebody else's now
     */
    public record HandedOver(int youngPeople, int tasks) {}

    /**
     * What there is to hand over, and to whom it could go.
     *
     * @throws StaffRefused when the actor may not hand over for this person
     */
    @Transactional(readOnly = true)
    public Estate estate(Actor actor, long leaver) {
        var organisations = arrangedBy(actor, leaver);
        return new Estate(
                replacements.count(actor.regionId(), leaver, organisations),
                inbox.tasks(actor.regionId(), Audience.person(leaver)).size(),
                team.successors(actor, leaver, organisations));
    }

    /**
     * Hands everything over, or nothing.
     *
     * @param successors none: back to everybody with the role; several: each young person goes to the one with the fewest
     * @param leaves whether the roles of the person end too, so that no access is left
     * @param aboveMaximum why somebody may accompany more than the maximum; null: nobody may
     * @throws StaffRefused when the actor may not
     * @throws nl.landingsbaan.platform.transfer.ReplacementRefused as {@link Replacements#handOver}
     */
    public HandedOver handOver(
            Actor actor, long leaver, Collection<Long> successors, boolean leaves, String aboveMaximum) {
        var organisations = arrangedBy(actor, leaver);
        var before = inbox.tasks(actor.regionId(), Audience.person(leaver)).size();
        var youngPeople = replacements.handOver(actor, leaver, organisations, successors, aboveMaximum);
        several.takeFrom(actor, leaver, organisations, successors);
        if (leaves) {
            staff.leave(actor, leaver, organisations);
        }
        audit.record(actor.regionId(), actor.accountId(), AuditAction.WORK_HANDED_OVER, AuditSubject.ACCOUNT, leaver);
        var after = inbox.tasks(actor.regionId(), Audience.person(leaver)).size();
        return new HandedOver(youngPeople, before - after);
    }

    /** The organisations in which the person works and for which the actor arranges this. */
    private Set<Long> arrangedBy(Actor actor, long leaver) {
        var works = people.memberships(actor.regionId(), leaver).stream()
                .map(Membership::organisationId)
                .collect(Collectors.toSet());
        if (!actor.may(Right.ADMINISTER)) {
            works.retainAll(coordination.organisations(actor));
        }
        if (works.isEmpty()) {
            audit.recordRefusal(
                    actor.regionId(), actor.accountId(), AuditAction.TEAM_REFUSED, AuditSubject.ACCOUNT, leaver);
            throw new StaffRefused(null, "U kunt het werk van deze medewerker niet overdragen.");
        }
        return works;
    }
}
