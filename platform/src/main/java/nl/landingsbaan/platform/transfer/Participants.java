package nl.landingsbaan.platform.transfer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Regions regions;
    private final People people;
    private final ApplicationEventPublisher events;

    Participants(ParticipantRepository participants, Regions regions, People people, ApplicationEventPublisher events) {
        this.participants = participants;
        this.regions = regions;
        this.people = people;
        this.events = events;
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
        return participants.findByRegionIdAndTransferId(actor.regionId(), transferId).stream()
                .filter(row -> takesPart(actor, row))
                .map(row -> row.roleCode)
                .collect(Collectors.toSet());
    }

    /** Whether the actor may see the transfer: takes part, or coordinates for an organisation that does. */
    @Transactional(readOnly = true)
    public boolean maySee(Actor actor, long transferId) {
        return participants.findByRegionIdAndTransferId(actor.regionId(), transferId).stream()
                .anyMatch(row -> takesPart(actor, row) || coordinates(actor, row));
    }

    /** Those of these transfers that the actor may see. */
    @Transactional(readOnly = true)
    public Set<Long> visible(Actor actor, Collection<Long> transferIds) {
        return participants.findByRegionIdAndTransferIdIn(actor.regionId(), transferIds).stream()
                .filter(row -> takesPart(actor, row) || coordinates(actor, row))
                .map(row -> row.transferId)
                .collect(Collectors.toSet());
    }

    /** Lays down who takes part from the start: the referrer in person, and what the region has set for the other roles. */
    void begin(TransferKey transfer, Actor referrer, Membership school) {
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
        save(transfer, school.role().code(), school.organisationId(), referrer.accountId());
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
        replace(transfer, field.participantRole(), colleague.organisationId(), id);
    }

    /** Whoever leaves makes room for everybody with the role in the organisation. */
    @EventListener
    @Transactional
    public void left(MembershipEnded ended) {
        participants.findByRegionIdAndAccountId(ended.regionId(), ended.accountId()).stream()
                .filter(row -> row.roleCode.equals(ended.roleCode()) && row.organisationId == ended.organisationId())
                .forEach(row -> {
                    row.accountId = null;
                    participants.flush();
                    events.publishEvent(new ParticipantsChanged(row.regionId, row.transferId, row.roleCode));
                });
    }

    private void replace(TransferKey transfer, String roleCode, long organisationId, Long accountId) {
        var known = participants.findByRegionIdAndTransferId(transfer.regionId(), transfer.id()).stream()
                .filter(row -> row.roleCode.equals(roleCode))
                .findFirst();
        if (known.isPresent()) {
            known.get().organisationId = organisationId;
            known.get().accountId = accountId;
        } else {
            save(transfer, roleCode, organisationId, accountId);
        }
        events.publishEvent(new ParticipantsChanged(transfer.regionId(), transfer.id(), roleCode));
    }

    private void save(TransferKey transfer, String roleCode, long organisationId, Long accountId) {
        var row = new ParticipantRow();
        row.regionId = transfer.regionId();
        row.transferId = transfer.id();
        row.roleCode = roleCode;
        row.organisationId = organisationId;
        row.accountId = accountId;
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
                row.accountId == null ? null : names.get(row.accountId));
    }

    private static boolean takesPart(Actor actor, ParticipantRow row) {
        return row.accountId != null
                ? row.accountId == actor.accountId() && actor.holds(row.roleCode)
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
