package nl.landingsbaan.platform.transfer;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Colleague;
import nl.landingsbaan.platform.people.Coordination;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody else takes over a young person, or all young people of a colleague. Whoever it was loses access at once; the open
 * tasks move along, and who it was, from when to when and why, stays on record.
 */
@Service
@Transactional
public class Replacements {

    private static final int LONGEST_NOTE = 500;

    private final ParticipantRepository rows;
    private final Participants participants;
    private final Transfers transfers;
    private final TransferRepository transferRows;
    private final Caseload caseload;
    private final Coordination coordination;
    private final People people;
    private final Regions regions;
    private final AuditLog audit;

    Replacements(
            ParticipantRepository rows,
            Participants participants,
            Transfers transfers,
            TransferRepository transferRows,
            Caseload caseload,
            Coordination coordination,
            People people,
            Regions regions,
            AuditLog audit) {
        this.rows = rows;
        this.participants = participants;
        this.transfers = transfers;
        this.transferRows = transferRows;
        this.caseload = caseload;
        this.coordination = coordination;
        this.people = people;
        this.regions = regions;
        this.audit = audit;
    }

    /** The roles of a transfer in which the actor can have somebody else take part: coordinates for that organisation. */
    @Transactional(readOnly = true)
    public Set<String> replaceable(Actor actor, long transferId) {
        transfers.find(actor, transferId);
        var covered = coordination.organisations(actor);
        return rows.findByRegionIdAndTransferId(actor.regionId(), transferId).stream()
                .filter(row -> covered.contains(row.organisationId))
                .map(row -> row.roleCode)
                .collect(Collectors.toSet());
    }

    /**
     * Who holds the role, in the organisations for which the actor coordinates, by name; without who takes part already.
     *
     * @throws ReplacementRefused when the actor does not coordinate for the organisation that takes part
     */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(Actor actor, long transferId, String roleCode) {
        var row = row(actor, transferId, roleCode);
        return candidates(actor.regionId(), roleCode, coordination.organisations(actor)).stream()
                .filter(candidate -> row.accountId == null || candidate.accountId() != row.accountId)
                .toList();
    }

    /**
     * Everybody with the role in these organisations, with how many young people each accompanies.
     */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(long regionId, String roleCode, Collection<Long> organisationIds) {
        var loads = caseload.byPerson(regionId, roleCode);
        var maximum = caseload.maximum(regionId, roleCode);
        return people.holding(regionId, roleCode).stream()
                .filter(colleague -> organisationIds.contains(colleague.organisationId()))
                .map(colleague -> candidate(colleague, loads, maximum))
                .toList();
    }

    /**
     * Has somebody else take part in a role.
     *
     * @param note needed with {@link ReplacementReason#OTHER}
     * @param aboveMaximum why the new one accompanies more than the maximum; null where that is not so
     * @throws TransferNotFound when the transfer is not there for this actor
     * @throws ReplacementRefused when the actor may not, when something is missing, or above the maximum without a reason
     */
    public void replace(
            Actor actor,
            long transferId,
            String roleCode,
            Candidate to,
            ReplacementReason reason,
            String note,
            String aboveMaximum) {
        rows.lock(actor.regionId(), transferId);
        var row = row(actor, transferId, roleCode);
        if (to == null) {
            throw new ReplacementRefused("persoon", "Kies wie het overneemt.");
        }
        if (reason == null || reason == ReplacementReason.ROUTE) {
            throw new ReplacementRefused("reden", "Kies waarom er iemand anders komt.");
        }
        if (reason == ReplacementReason.OTHER && isBlank(note)) {
            throw new ReplacementRefused("toelichting", "Leg uit waarom er iemand anders komt.");
        }
        checkLength("toelichting", note);
        checkLength("maximum", aboveMaximum);
        var chosen = candidates(actor, transferId, roleCode).stream()
                .filter(each -> each.accountId() == to.accountId() && each.organisationId() == to.organisationId())
                .findFirst()
                .orElseThrow(() ->
                        new ReplacementRefused("persoon", "Deze persoon heeft de rol niet meer. Kies iemand anders."));
        var full = caseload.isFull(actor.regionId(), roleCode, chosen.accountId());
        if (full && isBlank(aboveMaximum)) {
            throw full(chosen.displayName(), actor.regionId(), roleCode, chosen.accountId());
        }
        participants.change(
                row,
                chosen.organisationId(),
                chosen.accountId(),
                new Change(actor.accountId(), reason, textOf(note), full ? textOf(aboveMaximum) : null));
        audit.record(
                actor.regionId(),
                actor.accountId(),
                AuditAction.PARTICIPANT_REPLACED,
                AuditSubject.TRANSFER,
                transferId);
    }

    /** The number of transfers in which somebody takes part in person, for these organisations. */
    @Transactional(readOnly = true)
    public int count(long regionId, long accountId, Collection<Long> organisationIds) {
        return (int) rows.findByRegionIdAndAccountId(regionId, accountId).stream()
                .filter(row -> organisationIds.contains(row.organisationId))
                .count();
    }

    /**
     * Everything in which somebody takes part in person goes to colleagues, each to the one of them with the fewest young people.
     * Whoever calls this has looked whether the actor may.
     *
     * @param successors none: everybody with the role takes part
     * @param aboveMaximum why somebody may accompany more than the maximum; null: nobody may
     * @return the number of transfers in which somebody else takes part now
     * @throws ReplacementRefused when none of the successors holds the role, or above the maximum without a reason; nothing is
     *     changed then
     */
    public int handOver(
            Actor actor,
            long leaver,
            Collection<Long> organisationIds,
            Collection<Long> successors,
            String aboveMaximum) {
        checkLength("maximum", aboveMaximum);
        var regionId = actor.regionId();
        var loads = new HashMap<String, Map<Long, Integer>>();
        var moved = rows.findByRegionIdAndAccountId(regionId, leaver).stream()
                .filter(row -> organisationIds.contains(row.organisationId))
                .sorted(Comparator.comparing(row -> row.transferId))
                .toList();
        for (var row : moved) {
            var change = new Change(actor.accountId(), ReplacementReason.LEFT, null, null);
            if (successors.isEmpty()) {
                participants.change(row, row.organisationId, null, change);
                continue;
            }
            var load = loads.computeIfAbsent(row.roleCode, role -> new HashMap<>(caseload.byPerson(regionId, role)));
            var successor = people.holding(regionId, row.roleCode).stream()
                    .filter(colleague -> colleague.organisationId() == row.organisationId
                            && colleague.accountId() != leaver
                            && successors.contains(colleague.accountId()))
                    .min(Comparator.comparing((Colleague colleague) -> load.getOrDefault(colleague.accountId(), 0)))
                    .orElseThrow(() -> nobodyHolds(row));
            var runs =
                    transferRows.findByRegionIdAndId(regionId, row.transferId).orElseThrow().endedAt == null;
            var full = runs && caseload.isFull(regionId, row.roleCode, successor.accountId());
            if (full && isBlank(aboveMaximum)) {
                throw full(successor.displayName(), regionId, row.roleCode, successor.accountId());
            }
            participants.change(
                    row,
                    row.organisationId,
                    successor.accountId(),
                    full ? new Change(actor.accountId(), ReplacementReason.LEFT, null, textOf(aboveMaximum)) : change);
            if (runs) {
                load.merge(successor.accountId(), 1, Integer::sum);
            }
        }
        return moved.size();
    }

    private ParticipantRow row(Actor actor, long transferId, String roleCode) {
        transfers.find(actor, transferId);
        var row = rows.findByRegionIdAndTransferId(actor.regionId(), transferId).stream()
                .filter(each -> each.roleCode.equals(roleCode))
                .findFirst();
        if (row.isEmpty() || !coordination.covers(actor, row.get().organisationId)) {
            audit.recordRefusal(
                    actor.regionId(),
                    actor.accountId(),
                    AuditAction.PARTICIPANT_REFUSED,
                    AuditSubject.TRANSFER,
                    transferId);
            throw new ReplacementRefused(null, "Alleen wie voor deze organisatie coördineert, kan iemand vervangen.");
        }
        return row.get();
    }

    private ReplacementRefused nobodyHolds(ParticipantRow row) {
        return new ReplacementRefused(
                "persoon",
                "Geen van de gekozen collega's heeft de rol "
                        + regions.roles(row.regionId).get(row.roleCode).name() + " bij "
                        + regions.organisation(row.regionId, row.organisationId)
                                .orElseThrow()
                                .name()
                        + ". Kies er iemand bij, of geef alles terug aan de rol.");
    }

    private ReplacementRefused full(String name, long regionId, String roleCode, long accountId) {
        return new ReplacementRefused(
                "maximum",
                name + " begeleidt al " + caseload.of(regionId, roleCode, accountId) + " jongeren. Het maximum is "
                        + caseload.maximum(regionId, roleCode)
                        + ". Kies iemand anders, of vul in waarom het toch kan.");
    }

    private static Candidate candidate(Colleague colleague, Map<Long, Integer> loads, Integer maximum) {
        return new Candidate(
                colleague.accountId(),
                colleague.displayName(),
                colleague.organisationId(),
                colleague.organisationName(),
                colleague.roleCode(),
                loads.getOrDefault(colleague.accountId(), 0),
                maximum);
    }

    private static void checkLength(String field, String text) {
        if (text != null && text.strip().length() > LONGEST_NOTE) {
            throw new ReplacementRefused(
                    field, "Deze tekst is te lang. Gebruik hoogstens " + LONGEST_NOTE + " tekens.");
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static String textOf(String text) {
        return isBlank(text) ? null : text.strip();
    }
}
