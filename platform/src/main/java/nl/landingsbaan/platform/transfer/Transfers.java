package nl.landingsbaan.platform.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.StepKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the transfers of young people, shows them, and takes what professionals report about them. */
@Service
public class Transfers {

    private final TransferRepository transfers;
    private final YoungPersonRepository youngPeople;
    private final PhaseVisitRepository visits;
    private final TransferList list;
    private final Participants participants;
    private final Answers answers;
    private final Regions regions;
    private final Routes routes;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Transfers(
            TransferRepository transfers,
            YoungPersonRepository youngPeople,
            PhaseVisitRepository visits,
            TransferList list,
            Participants participants,
            Answers answers,
            Regions regions,
            Routes routes,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.transfers = transfers;
        this.youngPeople = youngPeople;
        this.visits = visits;
        this.list = list;
        this.participants = participants;
        this.answers = answers;
        this.regions = regions;
        this.routes = routes;
        this.audit = audit;
        this.events = events;
    }

    /** The other transfers of the same young person that the actor may see, newest first. */
    @Transactional(readOnly = true)
    public List<TransferSummary> others(Actor actor, long transferId) {
        var row = visible(actor, transferId);
        var ids =
                transfers
                        .findByRegionIdAndYoungPersonIdOrderByStartedAtDescIdDesc(row.regionId, row.youngPersonId)
                        .stream()
                        .map(each -> each.id)
                        .filter(id -> id != transferId)
                        .toList();
        var seen = participants.visible(actor, ids);
        return ids.stream()
                .filter(seen::contains)
                .map(id -> list.summary(actor, id))
                .toList();
    }

    /** The transfers that the actor may see, by last name or, when searched for, by likeness. At most {@code limit} from {@code offset} on. */
    @Transactional(readOnly = true)
    public List<TransferSummary> list(Actor actor, TransferFilter filter, int offset, int limit) {
        return list.page(actor, filter, offset, limit);
    }

    /**
     * What stands above every page of a dossier. Reading is put on record, and so is a refused attempt.
     *
     * @throws TransferNotFound as {@link #dossier}
     */
    @Transactional
    public DossierHeading heading(Actor actor, long transferId) {
        var row = visible(actor, transferId);
        read(actor, row.id);
        var birthDate =
                youngPeople.findByRegionIdAndId(row.regionId, row.youngPersonId).orElseThrow().birthDate;
        return new DossierHeading(
                list.summary(actor, row.id),
                birthDate,
                regions.schoolYear(row.regionId, row.schoolYear)
                        .filter(year -> year.startsUnder16(birthDate))
                        .isPresent());
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
        read(actor, row.id);
        return new Dossier(
                list.summary(actor, row.id),
                youngPerson.birthDate,
                row.routeVersionId,
                participants.of(row.regionId, row.id),
                visits.findByRegionIdAndTransferIdOrderByEnteredAt(row.regionId, row.id).stream()
                        .map(visit -> new PhaseVisit(visit.phase, visit.enteredAt, visit.leftAt))
                        .toList(),
                row.endedAt == null ? reportable(row, actor) : List.of());
    }

    private void read(Actor actor, long transferId) {
        audit.recordReading(
                actor.regionId(),
                actor.accountId(),
                participants.organisationOf(actor, transferId).orElse(null),
                transferId);
    }

    /** The key of a transfer that the actor may see, without putting it on record. */
    @Transactional(readOnly = true)
    public TransferKey find(Actor actor, long transferId) {
        return key(visible(actor, transferId));
    }

    /** The key of a transfer of this region. */
    @Transactional(readOnly = true)
    public TransferKey find(long regionId, long transferId) {
        return known(regionId, transferId).orElseThrow(() -> new TransferNotFound(transferId));
    }

    /** The key of a transfer of this region; empty when there is none with this id. */
    @Transactional(readOnly = true)
    public Optional<TransferKey> known(long regionId, long transferId) {
        return transfers.findByRegionIdAndId(regionId, transferId).map(Transfers::key);
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
        var source = participants.source(actor, row.id, routes.step(stepId).roles());
        var variables = answers.record(key(row), event.form(), null, filledIn, source);
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

    static TransferKey key(TransferRow row) {
        return new TransferKey(row.regionId, row.id, row.routeVersionId, row.schoolYear);
    }
}
