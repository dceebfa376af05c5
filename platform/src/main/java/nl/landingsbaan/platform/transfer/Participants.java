package nl.landingsbaan.platform.transfer;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.people.MembershipEnded;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who takes part in a transfer: role to organisation, and a person where known. Whoever takes no part cannot open the
 * dossier.
 */
@Service
public class Participants {

    private static final String REFERRING_SCHOOL = "school";

    private final ParticipantRepository participants;
    private final HelperRepository helpers;
    private final FormerParticipantRepository former;
    private final Caseload caseload;
    private final Regions regions;
    private final People people;
    private final ParticipationEndings endings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Participants(
            ParticipantRepository participants,
            HelperRepository helpers,
            FormerParticipantRepository former,
            Caseload caseload,
            Regions regions,
            People people,
            ParticipationEndings endings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.participants = participants;
        this.helpers = helpers;
        this.former = former;
        this.caseload = caseload;
        this.regions = regions;
        this.people = people;
        this.endings = endings;
        this.events = events;
        this.clock = clock;
    }

    /** Everybody who takes part, in the order of the region's roles. */
    @Transactional(readOnly = true)
    public List<Participant> of(long regionId, long transferId) {
        var rows = participants.findByRegionIdAndTransferId(regionId, transferId);
        var names = people.names(
                rows.stream().map(row -> row.accountId).filter(id -> id != null).toList());
        var order = List.copyOf(regions.roles(regionId).keySet());
        return rows.stream()
                .sorted((a, b) -> order.indexOf(a.roleCode) - order.indexOf(b.roleCode))
                .map(row -> participant(row, names))
                .toList();
    }

    /** Who takes part in these roles, without the names of people. */
    @Transactional(readOnly = true)
    public List<Participant> inRoles(long regionId, long transferId, Collection<String> roleCodes) {
        return participants.findByRegionIdAndTransferId(regionId, transferId).stream()
                .filter(row -> roleCodes.contains(row.roleCode))
                .map(row -> participant(row, Map.of()))
                .toList();
    }

    /** The roles in which the actor takes part; empty: the actor has no business here. */
    @Transactional(readOnly = true)
    public Set<String> rolesOf(Actor actor, long transferId) {
        return around(actor.regionId(), List.of(transferId))
                .filter(row -> takesPart(actor, row))
                .map(row -> row.roleCode)
                .collect(Collectors.toSet());
    }

    /** How the actor looks at a transfer: for the organisations and in the roles in which they take part or coordinate. */
    @Transactional(readOnly = true)
    public Viewer viewer(Actor actor, long transferId) {
        return viewers(actor, Set.of(transferId)).get(transferId);
    }

    /** How the actor looks at each of these transfers. */
    @Transactional(readOnly = true)
    public Map<Long, Viewer> viewers(Actor actor, Collection<Long> transferIds) {
        var seats = new HashMap<Long, Set<Viewer.Seat>>();
        transferIds.forEach(id -> seats.put(id, new HashSet<>()));
        around(actor.regionId(), transferIds).forEach(row -> {
            if (takesPart(actor, row)) {
                seats.get(row.transferId).add(new Viewer.Seat(row.organisationId, row.roleCode, true));
            }
            actor.memberships().stream()
                    .filter(membership -> membership.organisationId() == row.organisationId
                            && membership.role().rights().contains(Right.COORDINATE))
                    .forEach(membership -> seats.get(row.transferId)
                            .add(new Viewer.Seat(
                                    row.organisationId, membership.role().code(), false)));
        });
        return seats.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new Viewer(actor.accountId(), entry.getValue(), false)));
    }

    /** How an organisation looks at a transfer, in all roles in which it takes part. */
    @Transactional(readOnly = true)
    public Viewer viewerOf(TransferKey transfer, long organisationId) {
        return new Viewer(
                null,
                around(transfer.regionId(), List.of(transfer.id()))
                        .filter(row -> row.organisationId == organisationId)
                        .map(row -> new Viewer.Seat(row.organisationId, row.roleCode, true))
                        .collect(Collectors.toSet()),
                false);
    }

    /**
     * For which organisation the actor acts in a transfer: the one for which they take part in one of these roles, else in
     * any role, else the one for which they coordinate.
     */
    @Transactional(readOnly = true)
    public Source source(Actor actor, long transferId, Collection<String> roleCodes) {
        var rows = around(actor.regionId(), List.of(transferId)).toList();
        return Stream.<Predicate<ParticipantRow>>of(
                        row -> takesPart(actor, row) && roleCodes.contains(row.roleCode),
                        row -> takesPart(actor, row),
                        row -> coordinates(actor, row))
                .flatMap(rule -> rows.stream().filter(rule))
                .findFirst()
                .map(row -> new Source(actor.accountId(), row.organisationId))
                .orElseGet(() -> new Source(
                        actor.accountId(), actor.memberships().getFirst().organisationId()));
    }

    /** Whether the actor may see the transfer: takes part, or coordinates for an organisation that does. */
    @Transactional(readOnly = true)
    public boolean maySee(Actor actor, long transferId) {
        return around(actor.regionId(), List.of(transferId))
                .anyMatch(row -> takesPart(actor, row) || coordinates(actor, row));
    }

    /** Those of these transfers that the actor may see. */
    @Transactional(readOnly = true)
    public Set<Long> visible(Actor actor, Collection<Long> transferIds) {
        return around(actor.regionId(), transferIds)
                .filter(row -> takesPart(actor, row) || coordinates(actor, row))
                .map(row -> row.transferId)
                .collect(Collectors.toSet());
    }

    /** The organisation for which the actor has to do with the transfer: takes part for it, else coordinates for it. */
    @Transactional(readOnly = true)
    public Optional<Long> organisationOf(Actor actor, long transferId) {
        var rows = around(actor.regionId(), List.of(transferId)).toList();
        return rows.stream()
                .filter(row -> takesPart(actor, row))
                .findFirst()
                .or(() -> rows.stream().filter(row -> coordinates(actor, row)).findFirst())
                .map(row -> row.organisationId);
    }

    boolean takesPartFor(Actor actor, long transferId, long organisationId) {
        return around(actor.regionId(), List.of(transferId))
                .anyMatch(row -> row.organisationId == organisationId && takesPart(actor, row));
    }

    boolean coordinates(Actor actor, long transferId) {
        return around(actor.regionId(), List.of(transferId)).anyMatch(row -> coordinates(actor, row));
    }

    /** Who took part before, the last one in front. */
    @Transactional(readOnly = true)
    public List<FormerParticipant> former(long regionId, long transferId) {
        var rows = former.findByRegionIdAndTransferIdOrderByUntilDesc(regionId, transferId);
        var names = people.names(
                rows.stream().map(row -> row.accountId).filter(id -> id != null).toList());
        return rows.stream()
                .map(row -> new FormerParticipant(
                        row.roleCode,
                        regions.roles(regionId).get(row.roleCode).name(),
                        regions.organisation(regionId, row.organisationId)
                                .orElseThrow()
                                .name(),
                        row.accountId,
                        row.accountId == null ? null : names.get(row.accountId),
                        row.since,
                        row.until,
                        row.reason,
                        row.note))
                .toList();
    }

    /** The actor takes part in person from now on, where everybody with the role in the actor's organisation did. */
    @Transactional
    public void takeUp(Actor actor, long transferId, Collection<String> roleCodes) {
        participants.findByRegionIdAndTransferId(actor.regionId(), transferId).stream()
                .filter(row -> roleCodes.contains(row.roleCode)
                        && row.accountId == null
                        && actor.holds(row.roleCode, row.organisationId))
                .forEach(row -> change(row, row.organisationId, actor.accountId(), Change.BY_THE_ROUTE));
    }

    /** Somebody does one task for the person who takes part in this role, and takes part until that task is given back or closed. */
    @Transactional
    public void lend(
            long regionId, long transferId, long taskId, String roleCode, long organisationId, long accountId) {
        var row = new HelperRow();
        row.regionId = regionId;
        row.transferId = transferId;
        row.taskId = taskId;
        row.roleCode = roleCode;
        row.organisationId = organisationId;
        row.accountId = accountId;
        row.since = clock.instant();
        helpers.saveAndFlush(row);
    }

    /** Whoever did this task for somebody else takes no part any more. */
    @Transactional
    public void returned(long regionId, long taskId) {
        helpers.deleteByRegionIdAndTaskId(regionId, taskId);
        helpers.flush();
    }

    private Stream<ParticipantRow> around(long regionId, Collection<Long> transferIds) {
        return Stream.concat(
                participants.findByRegionIdAndTransferIdIn(regionId, transferIds).stream(),
                helpers.findByRegionIdAndTransferIdIn(regionId, transferIds).stream()
                        .map(HelperRow::asParticipant));
    }

    /** Whoever does the work of these roles now that the organisation that did takes no part any more; mostly nobody. */
    @Transactional(readOnly = true)
    public List<Participant> standIns(long regionId, long transferId, Collection<String> roleCodes) {
        var origin = endings.originOfEnded(regionId, transferId, roleCodes);
        return origin.isEmpty()
                ? List.of()
                : participants.findByRegionIdAndTransferId(regionId, transferId).stream()
                        .filter(row -> row.organisationId == origin.get())
                        .map(row -> participant(row, Map.of()))
                        .toList();
    }

    /** An organisation takes no part any more, in any role. */
    void end(TransferKey transfer, long organisationId, long endedBy) {
        var rows = participants.findByRegionIdAndTransferId(transfer.regionId(), transfer.id()).stream()
                .filter(row -> row.organisationId == organisationId)
                .toList();
        var change = new Change(endedBy, ReplacementReason.CONSENT, null, null);
        rows.forEach(row -> remember(row, change));
        participants.deleteAll(rows);
        participants.flush();
        helpers.deleteByRegionIdAndTransferIdAndOrganisationId(transfer.regionId(), transfer.id(), organisationId);
        helpers.flush();
        rows.forEach(row -> {
            endings.put(row, endedBy);
            events.publishEvent(new ParticipantsChanged(row.regionId, row.transferId, row.roleCode));
        });
    }

    /** Lays down who takes part from the start: the referrer in person, and what the region has set for the other roles. */
    void begin(TransferKey transfer, Long referrerId, Membership school) {
        var fixed = regions.region(transfer.regionId()).settings().participants();
        var byCode = regions.organisations(transfer.regionId()).stream()
                .collect(Collectors.toMap(organisation -> organisation.code(), organisation -> organisation.id()));
        fixed.forEach((role, organisation) -> {
            if (!role.equals(school.role().code())) {
                save(
                        transfer,
                        role,
                        organisation.equals(REFERRING_SCHOOL) ? school.organisationId() : byCode.get(organisation),
                        null);
            }
        });
        save(transfer, school.role().code(), school.organisationId(), referrerId);
    }

    /** Lays down who takes part in a group from the start: role code to organisation code. */
    @Transactional
    public void begin(long regionId, long groupId, Map<String, String> organisations) {
        var byCode = regions.organisations(regionId).stream()
                .collect(Collectors.toMap(organisation -> organisation.code(), organisation -> organisation.id()));
        organisations.forEach((role, organisation) -> save(regionId, groupId, role, byCode.get(organisation), null));
    }

    /** Adds who coordinates, unless somebody has that role already. */
    void coordinate(TransferKey transfer, Membership coordinator) {
        participants.flush();
        if (participants.findByRegionIdAndTransferId(transfer.regionId(), transfer.id()).stream()
                .noneMatch(row -> row.roleCode.equals(coordinator.role().code()))) {
            save(transfer, coordinator.role().code(), coordinator.organisationId(), null);
        }
    }

    /** An answer that names the participant in a role: a person or an organisation. */
    void answered(TransferKey transfer, FormField field, String value) {
        var id = Long.parseLong(value);
        if (field.choiceSource() != null && field.choiceSource().startsWith(FormChoices.ORGANISATIONS)) {
            replace(transfer, field.participantRole(), id, null);
            return;
        }
        var colleague = people.holding(transfer.regionId(), field.participantRole()).stream()
                .filter(each -> each.accountId() == id)
                .findFirst()
                .orElseThrow(() -> new FormRefused(
                        Map.of(field.key(), "Deze persoon heeft de rol niet meer. Kies iemand anders.")));
        var takesPartAlready = inRoles(transfer.regionId(), transfer.id(), Set.of(field.participantRole())).stream()
                .anyMatch(participant -> Objects.equals(participant.accountId(), id));
        if (!takesPartAlready && caseload.isFull(transfer.regionId(), field.participantRole(), id)) {
            throw new FormRefused(Map.of(
                    field.key(),
                    colleague.displayName() + " begeleidt al "
                            + caseload.of(transfer.regionId(), field.participantRole(), id)
                            + " jongeren. Het maximum is "
                            + caseload.maximum(transfer.regionId(), field.participantRole())
                            + ". Kies iemand anders."));
        }
        replace(transfer, field.participantRole(), colleague.organisationId(), id);
    }

    /** Whoever leaves makes room for everybody with the role in the organisation. */
    @EventListener
    @Transactional
    public void left(MembershipEnded ended) {
        participants.findByRegionIdAndAccountId(ended.regionId(), ended.accountId()).stream()
                .filter(row -> row.roleCode.equals(ended.roleCode()) && row.organisationId == ended.organisationId())
                .forEach(row -> change(row, row.organisationId, null, Change.ROLE_ENDED));
    }

    /** Who takes part is somebody else from now on; who it was stays on record, and the open tasks move along. */
    void change(ParticipantRow row, long organisationId, Long accountId, Change change) {
        if (row.organisationId == organisationId && Objects.equals(row.accountId, accountId)) {
            return;
        }
        var before = remember(row, change);
        row.organisationId = organisationId;
        row.accountId = accountId;
        row.since = before.until;
        participants.saveAndFlush(row);
        events.publishEvent(new ParticipantsChanged(row.regionId, row.transferId, row.roleCode));
        if (change.by() != null) {
            events.publishEvent(new ParticipantReplaced(
                    row.regionId,
                    row.transferId,
                    row.roleCode,
                    before.accountId,
                    accountId,
                    change.by(),
                    change.reason()));
        }
    }

    private FormerParticipantRow remember(ParticipantRow row, Change change) {
        var before = new FormerParticipantRow();
        before.regionId = row.regionId;
        before.transferId = row.transferId;
        before.roleCode = row.roleCode;
        before.organisationId = row.organisationId;
        before.accountId = row.accountId;
        before.since = row.since;
        before.until = clock.instant();
        before.endedBy = change.by();
        before.reason = change.reason();
        before.note = change.note();
        before.aboveMaximum = change.aboveMaximum();
        return former.save(before);
    }

    private void replace(TransferKey transfer, String roleCode, long organisationId, Long accountId) {
        var known = participants.findByRegionIdAndTransferId(transfer.regionId(), transfer.id()).stream()
                .filter(row -> row.roleCode.equals(roleCode))
                .findFirst();
        if (known.isPresent()) {
            change(known.get(), organisationId, accountId, Change.BY_THE_ROUTE);
        } else {
            save(transfer, roleCode, organisationId, accountId);
            events.publishEvent(new ParticipantsChanged(transfer.regionId(), transfer.id(), roleCode));
        }
    }

    private void save(TransferKey transfer, String roleCode, long organisationId, Long accountId) {
        save(transfer.regionId(), transfer.id(), roleCode, organisationId, accountId);
    }

    private void save(long regionId, long subjectId, String roleCode, long organisationId, Long accountId) {
        var row = new ParticipantRow();
        row.regionId = regionId;
        row.transferId = subjectId;
        row.roleCode = roleCode;
        row.organisationId = organisationId;
        row.accountId = accountId;
        row.since = clock.instant();
        participants.save(row);
    }

    private Participant participant(ParticipantRow row, Map<Long, String> names) {
        return new Participant(
                row.roleCode,
                regions.roles(row.regionId).get(row.roleCode).name(),
                row.organisationId,
                regions.organisation(row.regionId, row.organisationId)
                        .orElseThrow()
                        .name(),
                row.accountId,
                row.accountId == null ? null : names.get(row.accountId),
                row.since);
    }

    private static boolean takesPart(Actor actor, ParticipantRow row) {
        return row.accountId != null
                ? actor.actsAs(row.accountId, row.roleCode, row.organisationId)
                : actor.holds(row.roleCode, row.organisationId);
    }

    private static boolean coordinates(Actor actor, ParticipantRow row) {
        return coordinatingOrganisations(actor).contains(row.organisationId);
    }

    static Collection<Long> coordinatingOrganisations(Actor actor) {
        return actor.memberships().stream()
                .filter(membership -> membership.role().rights().contains(Right.COORDINATE))
                .map(Membership::organisationId)
                .collect(Collectors.toSet());
    }
}
