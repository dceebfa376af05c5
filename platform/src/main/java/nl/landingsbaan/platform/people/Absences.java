package nl.landingsbaan.platform.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away, and who stands in. The substitute holds every role in which the absent person works, in the same organisation,
 * so that nobody comes to see more through an absence than through a role.
 */
@Service
@Transactional
public class Absences {

    private static final int LONGEST_MONTHS = 12;

    private final AbsenceRepository absences;
    private final AccountRepository accounts;
    private final MembershipRepository memberships;
    private final People people;
    private final Coordination coordination;
    private final AuditLog audit;
    private final Clock clock;

    Absences(
            AbsenceRepository absences,
            AccountRepository accounts,
            MembershipRepository memberships,
            People people,
            Coordination coordination,
            AuditLog audit,
            Clock clock) {
        this.absences = absences;
        this.accounts = accounts;
        this.memberships = memberships;
        this.people = people;
        this.coordination = coordination;
        this.audit = audit;
        this.clock = clock;
    }

    /** The absences of these people that last or are still to come, the first in front. */
    @Transactional(readOnly = true)
    public List<Absence> of(long regionId, Collection<Long> accountIds) {
        if (accountIds.isEmpty()) {
            return List.of();
        }
        var rows = absences.notOver(regionId, accountIds, today());
        var names = people.names(rows.stream().map(row -> row.substituteId).toList());
        return rows.stream()
                .map(row -> new Absence(
                        row.id,
                        row.accountId,
                        row.fromDay,
                        row.untilDay,
                        row.substituteId,
                        names.get(row.substituteId)))
                .toList();
    }

    /**
     * Who can stand in for somebody, by name.
     *
     * @throws StaffRefused when the actor may not arrange this person's absence
     */
    @Transactional(readOnly = true)
    public List<Colleague> candidates(Actor actor, long accountId) {
        checkMayArrange(actor, accountId);
        return substitutes(actor.regionId(), accountId);
    }

    /**
     * Lays down that somebody is away.
     *
     * @param until the last day
     * @throws StaffRefused when something is missing or wrong, or the actor may not arrange this person's absence
     */
    public void set(Actor actor, long accountId, LocalDate from, LocalDate until, Long substituteId) {
        checkMayArrange(actor, accountId);
        if (from == null) {
            throw new StaffRefused("van", "Vul de eerste dag in.");
        }
        if (until == null) {
            throw new StaffRefused("tot", "Vul de laatste dag in.");
        }
        if (until.isBefore(from)) {
            throw new StaffRefused("tot", "De laatste dag ligt voor de eerste dag. Kies een latere datum.");
        }
        if (until.isBefore(today())) {
            throw new StaffRefused("tot", "Deze dag is al voorbij. Kies vandaag of later.");
        }
        if (until.isAfter(from.plusMonths(LONGEST_MONTHS))) {
            throw new StaffRefused("tot", "Een afwezigheid duurt hier hoogstens een jaar. Kies een eerdere datum.");
        }
        accounts.lock(
                Stream.of(accountId, substituteId).filter(Objects::nonNull).toList());
        if (absences.overlaps(actor.regionId(), accountId, from, until)) {
            throw new StaffRefused(
                    "van", "In deze dagen is al een vervanger afgesproken. Haal die afspraak eerst weg.");
        }
        if (substituteId == null
                || substitutes(actor.regionId(), accountId).stream()
                        .noneMatch(colleague -> colleague.accountId() == substituteId)) {
            throw new StaffRefused("vervanger", "Kies een collega met dezelfde rol bij dezelfde organisatie.");
        }
        if (absences.overlaps(actor.regionId(), substituteId, from, until)) {
            throw new StaffRefused("vervanger", "Deze collega is in deze dagen zelf afwezig. Kies iemand anders.");
        }
        var row = new AbsenceRow();
        row.regionId = actor.regionId();
        row.accountId = accountId;
        row.fromDay = from;
        row.untilDay = until;
        row.substituteId = substituteId;
        row.setBy = actor.accountId();
        row.setAt = clock.instant();
        absences.saveAndFlush(row);
        audit.record(actor.regionId(), actor.accountId(), AuditAction.ABSENCE_SET, AuditSubject.ACCOUNT, accountId);
    }

    /**
     * Somebody is back earlier, or does not go at all: from now on nobody stands in.
     *
     * @throws StaffRefused when it is not there, or the actor may not arrange this person's absence
     */
    public void end(Actor actor, long absenceId) {
        var row = absences.findByRegionIdAndId(actor.regionId(), absenceId)
                .orElseThrow(() -> new StaffRefused(null, "Deze afwezigheid is er niet meer."));
        checkMayArrange(actor, row.accountId);
        if (row.fromDay.isBefore(today())) {
            row.untilDay = today().minusDays(1);
        } else {
            absences.delete(row);
        }
        absences.flush();
        audit.record(
                actor.regionId(), actor.accountId(), AuditAction.ABSENCE_ENDED, AuditSubject.ACCOUNT, row.accountId);
    }

    private List<Colleague> substitutes(long regionId, long accountId) {
        var roles = working(regionId, accountId).toList();
        if (roles.isEmpty()) {
            return List.of();
        }
        var first = roles.getFirst();
        return people.holding(regionId, first.roleCode).stream()
                .filter(colleague -> colleague.accountId() != accountId
                        && colleague.organisationId() == first.organisationId
                        && roles.stream()
                                .allMatch(role -> memberships.existsByRegionIdAndAccountIdAndOrganisationIdAndRoleCode(
                                        regionId, colleague.accountId(), role.organisationId, role.roleCode)))
                .sorted(Comparator.comparing(Colleague::displayName))
                .toList();
    }

    private Stream<MembershipRow> working(long regionId, long accountId) {
        return memberships.findByRegionIdAndAccountId(regionId, accountId).stream()
                .filter(row -> people.membership(regionId, row).role().rights().contains(Right.WORK));
    }

    private void checkMayArrange(Actor actor, long accountId) {
        if (actor.accountId() == accountId) {
            return;
        }
        var covered = coordination.organisations(actor);
        if (memberships.findByRegionIdAndAccountId(actor.regionId(), accountId).stream()
                .noneMatch(row -> covered.contains(row.organisationId))) {
            audit.recordRefusal(
                    actor.regionId(), actor.accountId(), AuditAction.TEAM_REFUSED, AuditSubject.ACCOUNT, accountId);
            throw new StaffRefused(null, "U kunt de afwezigheid van deze medewerker niet regelen.");
        }
    }

    private LocalDate today() {
        return PlatformClock.today(clock);
    }
}
