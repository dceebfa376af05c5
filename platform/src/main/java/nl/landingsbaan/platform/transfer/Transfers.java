package nl.landingsbaan.platform.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.RouteVersion;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Refers young people, finds their transfers, and takes what professionals report about them. */
@Service
public class Transfers {

    private final TransferRepository transfers;
    private final YoungPersonRepository youngPeople;
    private final PhaseVisitRepository visits;
    private final TransferList list;
    private final Participants participants;
    private final Answers answers;
    private final FormChoices choices;
    private final Regions regions;
    private final Routes routes;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Transfers(
            TransferRepository transfers,
            YoungPersonRepository youngPeople,
            PhaseVisitRepository visits,
            TransferList list,
            Participants participants,
            Answers answers,
            FormChoices choices,
            Regions regions,
            Routes routes,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transfers = transfers;
        this.youngPeople = youngPeople;
        this.visits = visits;
        this.list = list;
        this.participants = participants;
        this.answers = answers;
        this.choices = choices;
        this.regions = regions;
        this.routes = routes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The form with which the actor refers a young person.
     *
     * @throws ReferralImpossible when the actor may not refer, or the region has no route or school year to refer to
     */
    @Transactional(readOnly = true)
    public ReferralForm referralForm(Actor actor) {
        var version = currentRoute(actor);
        var start = start(version);
        var form = routes.form(version.id(), start.formId());
        return new ReferralForm(
                form,
                choices.of(actor.regionId(), form),
                schools(actor, start),
                startingYear(actor).code());
    }

    /**
     * Refers a young person: the transfer starts.
     *
     * @return the transfer's id
     * @throws FormRefused when something is missing or wrong
     * @throws ReferralImpossible as {@link #referralForm}
     */
    @Transactional
    public long refer(Actor actor, Referral referral) {
        var version = currentRoute(actor);
        var start = start(version);
        var today = LocalDate.now(clock.withZone(PlatformClock.ZONE));
        ReferralCheck.check(referral, today);
        var school = schools(actor, start).stream()
                .filter(membership -> membership.organisationId() == referral.organisationId())
                .findFirst()
                .orElseThrow(() -> new FormRefused(
                        Map.of(Referral.ORGANISATION, "Kies de school waarvoor u deze jongere aanmeldt.")));
        var year = startingYear(actor);
        var row = save(actor, referral, version, year);
        var transfer = key(row);
        participants.begin(transfer, actor, school);
        var variables = new LinkedHashMap<String, Object>();
        variables.put("transfer", Long.toString(row.id));
        variables.put("ankers", anchors(actor.regionId(), year));
        variables.put("parameters", regions.region(actor.regionId()).settings().parameters());
        variables.putAll(answers.record(
                transfer, routes.form(version.id(), start.formId()), null, referral.answers(), actor.accountId()));
        audit.record(actor.regionId(), actor.accountId(), AuditAction.TRANSFER_STARTED, AuditSubject.TRANSFER, row.id);
        events.publishEvent(new TransferReferred(actor.regionId(), row.id, year.code()));
        events.publishEvent(new TransferStarted(actor.regionId(), row.id, version.id(), variables));
        return row.id;
    }

    /** The transfers that the actor may see, by last name. At most {@code limit} from {@code offset} on. */
    @Transactional(readOnly = true)
    public List<TransferSummary> list(Actor actor, TransferFilter filter, int offset, int limit) {
        return list.page(actor, filter, offset, limit);
    }

    /**
     * The dossier of a transfer in which the actor takes part. Reading is put on record, and so is a refused attempt.
     *
     * @throws TransferNotFound when it is not there for this actor
     */
    @Transactional
    public Dossier dossier(Actor actor, long transferId) {
        var row = visible(actor, transferId);
        var youngPerson =
                youngPeople.findByRegionIdAndId(row.regionId, row.youngPersonId).orElseThrow();
        audit.record(actor.regionId(), actor.accountId(), AuditAction.DOSSIER_READ, AuditSubject.TRANSFER, row.id);
        var roles = participants.rolesOf(actor, row.id);
        return new Dossier(
                list.summary(actor.regionId(), row.id),
                youngPerson.birthDate,
                row.routeVersionId,
                participants.of(row.regionId, row.id),
                visits.findByRegionIdAndTransferIdOrderByEnteredAt(row.regionId, row.id).stream()
                        .map(visit -> new PhaseVisit(visit.phase, visit.enteredAt, visit.leftAt))
                        .toList(),
                answers.visible(key(row), roles, actor.accountId()),
                row.endedAt == null ? reportable(row, actor) : List.of());
    }

    /** The key of a transfer that the actor may see, without putting it on record. */
    @Transactional(readOnly = true)
    public TransferKey find(Actor actor, long transferId) {
        return key(visible(actor, transferId));
    }

    /** The key of a transfer of this region. */
    @Transactional(readOnly = true)
    public TransferKey find(long regionId, long transferId) {
        return key(transfers
                .findByRegionIdAndId(regionId, transferId)
                .orElseThrow(() -> new TransferNotFound(transferId)));
    }

    /**
     * Reports something that the route waits for or can be struck by.
     *
     * @param stepId the {@link ReportableEvent} that happened
     * @throws FormRefused when something is missing or wrong
     */
    @Transactional
    public void report(Actor actor, long transferId, long stepId, Map<String, Object> filledIn) {
        var row = visible(actor, transferId);
        var event = reportable(row, actor).stream()
                .filter(each -> row.endedAt == null && each.stepId() == stepId)
                .findFirst()
                .orElseThrow(() -> new TransferNotFound(transferId));
        var variables = answers.record(key(row), event.form(), null, filledIn, actor.accountId());
        audit.record(actor.regionId(), actor.accountId(), AuditAction.EVENT_REPORTED, AuditSubject.TRANSFER, row.id);
        events.publishEvent(new RouteEventReported(
                row.regionId,
                row.id,
                routes.step(stepId).messageName(),
                UUID.randomUUID().toString(),
                variables));
    }

    private List<ReportableEvent> reportable(TransferRow row, Actor actor) {
        var roles = participants.rolesOf(actor, row.id);
        return routes.steps(row.routeVersionId).stream()
                .filter(step ->
                        step.kind() == StepKind.MESSAGE && step.roles().stream().anyMatch(roles::contains))
                .map(step -> new ReportableEvent(
                        step.id(), step.name(), step.why(), routes.form(row.routeVersionId, step.formId())))
                .toList();
    }

    private TransferRow visible(Actor actor, long transferId) {
        var row = transfers.findByRegionIdAndId(actor.regionId(), transferId);
        if (row.isEmpty() || !participants.maySee(actor, transferId)) {
            audit.recordRefusal(
                    actor.regionId(),
                    actor.accountId(),
                    AuditAction.DOSSIER_REFUSED,
                    AuditSubject.TRANSFER,
                    transferId);
            throw new TransferNotFound(transferId);
        }
        return row.get();
    }

    private TransferRow save(Actor actor, Referral referral, RouteVersion version, SchoolYear year) {
        var youngPerson = new YoungPersonRow();
        youngPerson.regionId = actor.regionId();
        youngPerson.firstName = referral.firstName().strip();
        youngPerson.lastName = referral.lastName().strip();
        youngPerson.birthDate = referral.birthDate();
        youngPeople.save(youngPerson);
        var row = new TransferRow();
        row.regionId = actor.regionId();
        row.youngPersonId = youngPerson.id;
        row.routeVersionId = version.id();
        row.schoolYear = year.code();
        row.originId = referral.organisationId();
        row.startedAt = clock.instant();
        return transfers.saveAndFlush(row); // what listeners count refers to it
    }

    private RouteVersion currentRoute(Actor actor) {
        if (!actor.may(Right.REFER)) {
            throw new ReferralImpossible("U kunt met uw rol geen jongere aanmelden.");
        }
        return routes.current(actor.regionId())
                .orElseThrow(() -> new ReferralImpossible(
                        "Deze regio heeft nog geen route. Vraag de regiobeheerder om er een te publiceren."));
    }

    private Step start(RouteVersion version) {
        return routes.steps(version.id()).stream()
                .filter(step -> step.kind() == StepKind.START)
                .findFirst()
                .orElseThrow();
    }

    private List<Membership> schools(Actor actor, Step start) {
        var schools = actor.memberships().stream()
                .filter(membership -> membership.role().rights().contains(Right.REFER)
                        && start.roles().contains(membership.role().code()))
                .toList();
        if (schools.isEmpty()) {
            throw new ReferralImpossible("U kunt met uw rol geen jongere aanmelden.");
        }
        return schools;
    }

    private SchoolYear startingYear(Actor actor) {
        return regions.startingAfter(actor.regionId(), LocalDate.now(clock.withZone(PlatformClock.ZONE)))
                .orElseThrow(
                        () -> new ReferralImpossible(
                                "De schoolkalender loopt niet ver genoeg door. Vraag de regiobeheerder om het volgende schooljaar."));
    }

    /** The anchors as the route reads them, with the start of the year after, on which "one year later" hangs. */
    private Map<String, String> anchors(long regionId, SchoolYear year) {
        var dates = new LinkedHashMap<String, String>();
        year.anchors().forEach((code, date) -> dates.put(code, date.toString()));
        var start = year.anchor(SchoolYear.START_MBO);
        var next = regions.calendar(regionId).stream()
                .map(each -> each.anchor(SchoolYear.START_MBO))
                .filter(date -> date.isAfter(start))
                .findFirst()
                .orElse(start.plusYears(1));
        dates.put("volgend_jaar_start_mbo", next.toString());
        return dates;
    }

    static TransferKey key(TransferRow row) {
        return new TransferKey(row.regionId, row.id, row.routeVersionId, row.schoolYear);
    }
}
