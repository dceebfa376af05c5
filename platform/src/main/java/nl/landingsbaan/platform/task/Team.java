package nl.landingsbaan.platform.task;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.gathering.Gatherings;
import nl.landingsbaan.platform.people.Absence;
import nl.landingsbaan.platform.people.Absences;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Colleague;
import nl.landingsbaan.platform.people.Coordination;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.people.StaffRefused;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.Role;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Candidate;
import nl.landingsbaan.platform.transfer.Caseload;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.Replacements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a coordinator sees and does about the people of the organisations for which that coordinator works. */
@Service
@Transactional(readOnly = true)
public class Team {

    private final People people;
    private final Coordination coordination;
    private final Absences absences;
    private final Caseload caseload;
    private final Replacements replacements;
    private final Participants participants;
    private final Gatherings gatherings;
    private final Inbox inbox;
    private final TaskList list;
    private final Regions regions;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Team(
            People people,
            Coordination coordination,
            Absences absences,
            Caseload caseload,
            Replacements replacements,
            Participants participants,
            Gatherings gatherings,
            Inbox inbox,
            TaskList list,
            Regions regions,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.coordination = coordination;
        this.absences = absences;
        this.caseload = caseload;
        this.replacements = replacements;
        this.participants = participants;
        this.gatherings = gatherings;
        this.inbox = inbox;
        this.list = list;
        this.regions = regions;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Everybody who does work in the organisations for which the actor coordinates, by name. */
    public List<TeamMember> members(Actor actor) {
        var covered = coordination.organisations(actor);
        if (covered.isEmpty()) {
            return List.of();
        }
        var byPerson = people.workingAt(actor.regionId(), covered).stream()
                .filter(colleague -> role(actor, colleague).rights().contains(Right.WORK))
                .collect(Collectors.groupingBy(Colleague::accountId, LinkedHashMap::new, Collectors.toList()));
        var counts = counts(
                actor.regionId(),
                byPerson.keySet().stream().map(Audience::person).toList());
        var away = absences.of(actor.regionId(), byPerson.keySet()).stream()
                .collect(Collectors.toMap(Absence::accountId, absence -> absence, (first, later) -> first));
        var loads = new HashMap<String, Map<Long, Integer>>();
        var members = new ArrayList<TeamMember>();
        byPerson.forEach((accountId, held) -> {
            var open = counts.getOrDefault(Audience.person(accountId), Counted.NONE);
            members.add(new TeamMember(
                    accountId,
                    held.getFirst().displayName(),
                    held.stream()
                            .map(each ->
                                    new Membership(each.organisationId(), each.organisationName(), role(actor, each)))
                            .toList(),
                    open.open,
                    open.late,
                    loads(actor, held, loads),
                    away.get(accountId)));
        });
        return members;
    }

    /** The roles that nobody holds and for which tasks are open, in the organisations for which the actor coordinates. */
    public List<Unattended> unattended(Actor actor) {
        var regionId = actor.regionId();
        var covered = coordination.organisations(actor);
        var everywhere = covered.size() == regions.organisations(regionId).size();
        var places = new HashMap<String, Place>();
        for (var role : regions.roles(regionId).values()) {
            if (!role.rights().contains(Right.WORK)) {
                continue;
            }
            var holders = people.holding(regionId, role.code()).stream()
                    .map(Colleague::organisationId)
                    .collect(Collectors.toSet());
            if (holders.isEmpty() && everywhere) {
                places.put(Audience.anybody(role.code()), new Place(role, null));
            }
            covered.stream()
                    .filter(organisation -> !holders.contains(organisation))
                    .forEach(organisation ->
                            places.put(Audience.role(organisation, role.code()), new Place(role, organisation)));
        }
        return counts(regionId, places.keySet()).entrySet().stream()
                .map(entry -> unattended(regionId, places.get(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(Unattended::roleName))
                .toList();
    }

    /**
     * Somebody of the team.
     *
     * @throws StaffRefused when the actor does not coordinate for this person
     */
    @Transactional
    public TeamMember member(Actor actor, long accountId) {
        return members(actor).stream()
                .filter(member -> member.accountId() == accountId)
                .findFirst()
                .orElseThrow(() -> {
                    audit.recordRefusal(
                            actor.regionId(),
                            actor.accountId(),
                            AuditAction.TEAM_REFUSED,
                            AuditSubject.ACCOUNT,
                            accountId);
                    return new StaffRefused(null, "U coördineert niet voor deze medewerker.");
                });
    }

    /**
     * A page of somebody's own open tasks, by due date, without those of young people and groups that the actor may not see.
     *
     * @param after where the page before ended; null for the first
     * @throws StaffRefused when the actor does not coordinate for this person
     */
    @Transactional
    public TaskPage tasks(Actor actor, long accountId, TaskPosition after, int limit) {
        member(actor, accountId);
        var found = inbox.page(
                actor.regionId(),
                Set.of(Audience.person(accountId)),
                after == null ? TaskList.START : after,
                limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var summaries = list.summaries(
                actor.regionId(), shown.stream().map(TaskPosition::taskId).toList());
        var visible = summaries.isEmpty()
                ? Set.<Long>of()
                : participants.visible(
                        actor, summaries.stream().map(task -> task.about().id()).toList());
        return new TaskPage(
                summaries.stream()
                        .filter(task -> switch (task.about()) {
                            case About.YoungPerson person -> visible.contains(person.id());
                            case About.Group group -> gatherings.maySee(actor, group.id());
                        })
                        .toList(),
                found.size() > limit ? shown.getLast() : null);
    }

    /** Who could take over work of somebody, in the roles and organisations in which that person works and the actor arranges. */
    List<Candidate> successors(Actor actor, long leaver, Collection<Long> organisationIds) {
        return people.memberships(actor.regionId(), leaver).stream()
                .filter(held -> organisationIds.contains(held.organisationId())
                        && held.role().rights().contains(Right.WORK))
                .flatMap(held ->
                        replacements
                                .candidates(actor.regionId(), held.role().code(), Set.of(held.organisationId()))
                                .stream())
                .filter(candidate -> candidate.accountId() != leaver)
                .toList();
    }

    private List<TeamMember.Load> loads(Actor actor, List<Colleague> held, Map<String, Map<Long, Integer>> loads) {
        return held.stream()
                .map(Colleague::roleCode)
                .distinct()
                .map(code -> new TeamMember.Load(
                        regions.roles(actor.regionId()).get(code).name(),
                        loads.computeIfAbsent(code, each -> caseload.byPerson(actor.regionId(), each))
                                .getOrDefault(held.getFirst().accountId(), 0),
                        caseload.maximum(actor.regionId(), code)))
                .toList();
    }

    private Unattended unattended(long regionId, Place place, Counted counted) {
        return new Unattended(
                place.role.name(),
                place.organisationId == null
                        ? null
                        : regions.organisation(regionId, place.organisationId)
                                .orElseThrow()
                                .name(),
                counted.open,
                counted.late);
    }

    private Map<String, Counted> counts(long regionId, Collection<String> audiences) {
        if (audiences.isEmpty()) {
            return Map.of();
        }
        var today = PlatformClock.today(clock).atStartOfDay(PlatformClock.ZONE);
        return jdbc
                .sql("SELECT audience, COUNT(*), COUNT(CASE WHEN due_at < :today THEN 1 END) FROM inbox"
                        + " WHERE region_id = :region AND audience IN (:audiences) GROUP BY audience")
                .param("today", Timestamp.from(today.toInstant()))
                .param("region", regionId)
                .param("audiences", audiences)
                .query((rs, n) -> Map.entry(rs.getString(1), new Counted(rs.getInt(2), rs.getInt(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Role role(Actor actor, Colleague colleague) {
        return regions.roles(actor.regionId()).get(colleague.roleCode());
    }

    private record Counted(int open, int late) {
        static final Counted NONE = new Counted(0, 0);
    }

    private record Place(Role role, Long organisationId) {}
}
