package nl.landingsbaan.platform.handover;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.consent.SharedState;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.HandoverSide;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.task.HandoverStepOpened;
import nl.landingsbaan.platform.task.TaskDetail;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.transfer.DossierSharing;
import nl.landingsbaan.platform.transfer.DossierValues;
import nl.landingsbaan.platform.transfer.FieldValue;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.SharingOverview;
import nl.landingsbaan.platform.transfer.TransferKey;
import nl.landingsbaan.platform.transfer.Transfers;
import nl.landingsbaan.platform.transfer.Withheld;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The warm handover of a young person to who goes on: made up by the sender, sent, opened, and taken over or given back. Sending and
 * taking over are steps of the route; who may do them is who has the task. Documents that are sent are not yet read (seed 001, lines
 * 378-420): every receiver's opening is on record.
 */
@Service
@Transactional
public class Handovers {

    private static final int MAX_TOLD_BY = 80;

    private final HandoverStore store;
    private final Contents contents;
    private final HandoverPdf pdf;
    private final Tasks tasks;
    private final Transfers transfers;
    private final Participants participants;
    private final DossierValues dossierValues;
    private final DossierSharing sharing;
    private final Routes routes;
    private final Regions regions;
    private final People people;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Handovers(
            HandoverStore store,
            Contents contents,
            HandoverPdf pdf,
            Tasks tasks,
            Transfers transfers,
            Participants participants,
            DossierValues dossierValues,
            DossierSharing sharing,
            Routes routes,
            Regions regions,
            People people,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.pdf = pdf;
        this.tasks = tasks;
        this.transfers = transfers;
        this.participants = participants;
        this.dossierValues = dossierValues;
        this.sharing = sharing;
        this.routes = routes;
        this.regions = regions;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * How it stands with the handover.
     *
     * @throws nl.landingsbaan.platform.transfer.TransferNotFound when the dossier is not there for this actor
     */
    @Transactional(readOnly = true)
    public HandoverOverview overview(Actor actor, long transferId) {
        var transfer = transfers.find(actor, transferId);
        var versions = store.of(transfer.regionId(), transferId);
        return new HandoverOverview(
                !contents.roles(transfer, HandoverSide.SENT).isEmpty(),
                tasks.handoverTask(actor, transferId, HandoverSide.SENT),
                tasks.handoverTask(actor, transferId, HandoverSide.TAKEN_OVER),
                readable(actor, transfer).isPresent(),
                mayConfirm(actor, transfer, versions),
                versions.stream()
                        .filter(each -> each.state() != HandoverState.DRAFT)
                        .map(each -> version(actor, transfer, each))
                        .toList());
    }

    /**
     * What would be sent now, and what stays and why.
     *
     * @throws HandoverRefused when sending is not a step for this actor now
     */
    @Transactional(readOnly = true)
    public Composition composition(Actor actor, long transferId) {
        var transfer = transfers.find(actor, transferId);
        var task = sending(actor, transferId);
        var receivers = contents.receivers(transfer);
        var organisations = organisations(receivers);
        var leftOut = store.latest(transfer.regionId(), transferId)
                .map(store::leftOut)
                .orElse(Map.of());
        var sendable = contents.sendable(actor, transfer, organisations);
        var keys = sendable.stream().map(FieldValue::key).collect(Collectors.toSet());
        var decides = sharing.mayDecide(actor, transferId);
        var states = states(actor, transferId, organisations);
        return new Composition(
                task,
                receivers,
                sendable.stream()
                        .filter(value -> task.form().field(value.key()).isEmpty()) // asked for anew
                        .map(value -> new Going(value, leftOut.get(value.key())))
                        .toList(),
                decides
                        ? contents.known(actor, transfer).stream()
                                .filter(value -> !keys.contains(value.key())
                                        && !organisations.contains(
                                                value.latest().organisationId()))
                                .map(value ->
                                        new Staying(value.label(), value.category(), states.get(value.category())))
                                .toList()
                        : List.of(),
                !decides && isSomething(withheldFrom(transfer, receivers)));
    }

    /**
     * Keeps what the sender leaves out and what was typed, so that nothing is lost.
     *
     * @throws HandoverRefused when sending is not a step for this actor now
     */
    public void keepDraft(Actor actor, long transferId, Map<String, LeftOut> leftOut, Map<String, Object> typed) {
        var task = sending(actor, transferId);
        store.keepLeftOut(draft(actor, transfers.find(actor, transferId)), leftOut);
        tasks.saveDraft(actor, task.summary().id(), typed);
    }

    /**
     * The handover as the receivers would see it if it were sent now, without what is filled in with it.
     *
     * @throws HandoverRefused when sending is not a step for this actor now
     */
    @Transactional(readOnly = true)
    public HandoverSheet preview(Actor actor, long transferId, Set<String> leftOut) {
        sending(actor, transferId);
        var transfer = transfers.find(actor, transferId);
        var receivers = contents.receivers(transfer);
        var going = contents.sendable(actor, transfer, organisations(receivers)).stream()
                .filter(value -> !leftOut.contains(value.key()))
                .toList();
        var heading = transfers.heading(actor, transferId);
        var decides = sharing.mayDecide(actor, transferId);
        var withheld = withheldFrom(transfer, receivers);
        return new HandoverSheet(
                heading.summary().firstName(),
                heading.summary().lastName(),
                heading.birthDate(),
                0,
                null,
                actor.displayName(),
                organisationName(
                        transfer, participants.organisationOf(actor, transferId).orElseThrow()),
                receivers.stream().map(Participant::organisationName).distinct().toList(),
                contents.preview(transfer, going),
                decides ? withheld : HandoverSheet.NOTHING,
                !decides && isSomething(withheld));
    }

    private Withheld withheldFrom(TransferKey transfer, List<Participant> receivers) {
        return receivers.isEmpty()
                ? HandoverSheet.NOTHING
                : dossierValues.withheld(
                        transfer,
                        participants.viewerOf(transfer, receivers.getFirst().organisationId()));
    }

    private static boolean isSomething(Withheld withheld) {
        return !withheld.refused().isEmpty() || !withheld.notAsked().isEmpty();
    }

    /**
     * Sends the handover, which completes the step: what is filled in becomes part of the dossier, and what is sent is kept as it is.
     *
     * @param leftOut the keys of what does not go although it could, with the reason
     * @param filledIn the form of the step
     * @throws HandoverRefused when sending is not a step for this actor now, or there is nobody to send to
     * @throws nl.landingsbaan.platform.transfer.FormRefused when something is missing or wrong in the form
     * @throws nl.landingsbaan.platform.task.TaskClosed when the route took the step away
     */
    public void send(Actor actor, long transferId, Map<String, LeftOut> leftOut, Map<String, Object> filledIn) {
        var task = sending(actor, transferId);
        var transfer = transfers.find(actor, transferId);
        var draft = draft(actor, transfer);
        var receivers = contents.receivers(transfer);
        if (receivers.isEmpty()) {
            throw new HandoverRefused(
                    "Het is nog niet bekend wie verder gaat met deze jongere. Zonder ontvanger kunt u niet versturen.");
        }
        store.keepLeftOut(draft, leftOut);
        store.send(
                draft,
                participants.organisationOf(actor, transferId).orElseThrow(),
                actor.accountId(),
                clock.instant(),
                receivers);
        tasks.complete(actor, task.summary().id(), filledIn);
        audit.record(
                transfer.regionId(), actor.accountId(), AuditAction.HANDOVER_SENT, AuditSubject.TRANSFER, transferId);
        events.publishEvent(new HandoverSent(transfer.regionId(), transferId, draft.id()));
    }

    /**
     * Opens what was sent, as far as the actor may see it now. When a receiver does so, it counts as read. The sender sees what the
     * first receiver sees, as far as the sender may see it too; what is withheld from the receiver is for who decides on sharing only.
     *
     * @return empty when there is nothing to open for this actor
     * @throws nl.landingsbaan.platform.transfer.TransferNotFound when the dossier is not there for this actor
     */
    public Optional<HandoverSheet> open(Actor actor, long transferId) {
        var transfer = transfers.find(actor, transferId);
        return readable(actor, transfer).map(handover -> {
            receives(actor, handover).ifPresent(organisation -> read(actor, handover, organisation));
            return sheet(actor, transfer, handover);
        });
    }

    /**
     * What was sent as a PDF of exactly what {@link #open} shows, with the actor's name on every page. It is on record, and counts as read.
     *
     * @return empty as {@link #open}
     */
    public Optional<HandoverFile> pdf(Actor actor, long transferId) {
        return open(actor, transferId).map(sheet -> {
            audit.record(
                    actor.regionId(),
                    actor.accountId(),
                    AuditAction.HANDOVER_DOWNLOADED,
                    AuditSubject.TRANSFER,
                    transferId);
            var organisation = participants.organisationOf(actor, transferId).orElseThrow();
            return new HandoverFile(
                    "overdracht-" + transferId + "-" + sheet.number() + ".pdf",
                    pdf.render(
                            sheet,
                            regions.region(actor.regionId()).programme(),
                            actor.displayName(),
                            organisationName(transfers.find(actor, transferId), organisation)));
        });
    }

    /**
     * The receiver goes on with the young person, or gives the handover back with a reason: completes the step, whose form says which.
     *
     * @throws HandoverRefused when taking over is not a step for this actor now
     * @throws nl.landingsbaan.platform.transfer.FormRefused when something is missing or wrong in the form
     * @throws nl.landingsbaan.platform.task.TaskNotReady when the actor has not opened what was sent
     */
    public void decide(Actor actor, long transferId, Map<String, Object> filledIn) {
        var task = tasks.handoverTask(actor, transferId, HandoverSide.TAKEN_OVER)
                .orElseThrow(() -> new HandoverRefused("Deze overdracht kunt u nu niet overnemen of teruggeven."));
        tasks.complete(actor, task.summary().id(), filledIn);
    }

    /**
     * Records that a receiver without an account confirmed the handover by word of mouth; the route goes on.
     *
     * @throws HandoverRefused when the actor is not on the sending side, it was taken over already, or name or function is missing
     */
    public void confirm(Actor actor, long transferId, String name, String function) {
        var transfer = transfers.find(actor, transferId);
        if (isBlank(name) || isBlank(function)) {
            throw new HandoverRefused("Vul in wie de overdracht heeft bevestigd: naam en functie.");
        }
        if (name.strip().length() > MAX_TOLD_BY || function.strip().length() > MAX_TOLD_BY) {
            throw new HandoverRefused("Naam en functie mogen elk hoogstens " + MAX_TOLD_BY + " tekens zijn.");
        }
        store.lockLatest(transfer.regionId(), transferId);
        var versions = store.of(transfer.regionId(), transferId);
        if (!mayConfirm(actor, transfer, versions)) {
            throw new HandoverRefused("Alleen wie overdraagt, kan vastleggen dat de overdracht is bevestigd.");
        }
        var handover = versions.isEmpty() ? draft(actor, transfer) : versions.getFirst();
        store.close(
                handover,
                HandoverState.CONFIRMED,
                actor.accountId(),
                null,
                clock.instant(),
                name.strip() + ", " + function.strip(),
                null);
        audit.record(
                transfer.regionId(),
                actor.accountId(),
                AuditAction.HANDOVER_CONFIRMED,
                AuditSubject.TRANSFER,
                transferId);
        events.publishEvent(new HandoverTakenOver(transfer.regionId(), transferId, handover.id()));
        tasks.completeOnBehalf(actor, transferId, HandoverSide.TAKEN_OVER, TAKEN_OVER);
    }

    /** What was confirmed by word of mouth before the receiver's step came, is done when it comes. */
    @EventListener
    public void opened(HandoverStepOpened opened) {
        if (opened.side() == HandoverSide.TAKEN_OVER) {
            store.latest(opened.regionId(), opened.transferId())
                    .filter(handover -> handover.state() == HandoverState.CONFIRMED)
                    .flatMap(handover -> people.actor(handover.closedBy(), opened.regionId()))
                    .ifPresent(actor ->
                            tasks.completeOnBehalf(actor, opened.transferId(), HandoverSide.TAKEN_OVER, TAKEN_OVER));
        }
    }

    /**
     * What the steps up to the handover ask for and nobody has answered, with who owes it; only of what the actor may see.
     *
     * @throws nl.landingsbaan.platform.transfer.TransferNotFound when the dossier is not there for this actor
     */
    @Transactional(readOnly = true)
    public List<Missing> missing(Actor actor, long transferId) {
        var transfer = transfers.find(actor, transferId);
        var steps = routes.steps(transfer.routeVersionId());
        var last = steps.stream()
                .filter(step -> step.handover() == HandoverSide.SENT)
                .mapToInt(Step::position)
                .max();
        if (last.isEmpty()) {
            return List.of();
        }
        var came =
                tasks.way(actor, transferId).stream().map(TaskLine::elementId).collect(Collectors.toSet());
        var around = participants.of(transfer.regionId(), transferId);
        var seen = dossierValues.categoriesSeen(transfer, participants.viewer(actor, transferId));
        var known = new HashSet<>(dossierValues.keys(transfer));
        var missing = new ArrayList<Missing>();
        steps.stream()
                .filter(step -> step.position() <= last.getAsInt()
                        && (step.kind() == StepKind.START
                                || step.kind() == StepKind.USER_TASK && came.contains(step.elementId())))
                .forEach(step -> routes.form(transfer.routeVersionId(), step.formId()).questions().stream()
                        .filter(field -> field.hideCondition() == null
                                && field.participantRole() == null
                                && seen.contains(field.category())
                                && known.add(field.key()))
                        .forEach(field ->
                                missing.add(missing(transfer, step, field.label(), field.required(), around))));
        return missing;
    }

    private Missing missing(TransferKey transfer, Step step, String label, boolean required, List<Participant> around) {
        var owing = around.stream()
                .filter(participant -> step.roles().contains(participant.roleCode()))
                .findFirst();
        return new Missing(
                label,
                required,
                step.name(),
                owing.map(Participant::roleName)
                        .orElseGet(() -> regions.roles(transfer.regionId())
                                .get(step.roles().getFirst())
                                .name()),
                owing.map(participant -> participant.personName() != null
                                ? participant.personName()
                                : participant.organisationName())
                        .orElse(null));
    }

    private static final Map<String, Object> TAKEN_OVER = Map.of(HandoverSteps.DECISION, HandoverSteps.TAKE_OVER);

    private TaskDetail sending(Actor actor, long transferId) {
        return tasks.handoverTask(actor, transferId, HandoverSide.SENT)
                .orElseThrow(() -> new HandoverRefused("Deze overdracht kunt u nu niet versturen."));
    }

    /** The version to work on: the last one, unless it was sent already. */
    private Handover draft(Actor actor, TransferKey transfer) {
        var latest = store.lockLatest(transfer.regionId(), transfer.id());
        return latest.filter(handover -> handover.state() == HandoverState.DRAFT)
                .orElseGet(() -> store.draft(
                        transfer.regionId(),
                        transfer.id(),
                        latest.map(Handover::number).orElse(0) + 1,
                        participants.organisationOf(actor, transfer.id()).orElseThrow()));
    }

    /** What can be opened: what was sent last and not given back, by who sent it and who receives it. */
    private Optional<Handover> readable(Actor actor, TransferKey transfer) {
        return store.latest(transfer.regionId(), transfer.id())
                .filter(handover -> handover.sentAt() != null && handover.state() != HandoverState.RETURNED)
                .filter(handover -> isSender(actor, transfer, handover)
                        || receives(actor, handover).isPresent());
    }

    private boolean isSender(Actor actor, TransferKey transfer, Handover handover) {
        return participants.viewer(actor, transfer.id()).organisationIds().contains(handover.senderOrganisationId());
    }

    /** The receiving organisation for which the actor takes part in a receiving role, or coordinates. */
    private Optional<Long> receives(Actor actor, Handover handover) {
        var seats = participants.viewer(actor, handover.transferId()).seats();
        return store.receivers(handover).stream()
                .filter(receiver -> seats.stream()
                        .anyMatch(seat -> seat.organisationId() == receiver.organisationId()
                                && (!seat.takesPart() || seat.roleCode().equals(receiver.roleCode()))))
                .map(HandoverStore.Addressee::organisationId)
                .filter(organisation -> !Objects.equals(handover.sentBy(), actor.accountId()))
                .findFirst();
    }

    private void read(Actor actor, Handover handover, long organisationId) {
        var unread = store.readings(handover).isEmpty();
        if (store.read(handover, actor.accountId(), organisationId, clock.instant())) {
            audit.record(
                    handover.regionId(),
                    actor.accountId(),
                    AuditAction.HANDOVER_READ,
                    AuditSubject.TRANSFER,
                    handover.transferId());
            if (unread) {
                events.publishEvent(new HandoverRead(handover.regionId(), handover.transferId(), handover.id()));
            }
        }
    }

    private HandoverSheet sheet(Actor actor, TransferKey transfer, Handover handover) {
        var receivers = store.receivers(handover);
        var onlooker = participants.viewer(actor, transfer.id());
        var receives = receives(actor, handover).isPresent();
        var told = receives || sharing.mayDecide(actor, transfer.id());
        var viewer = receives
                ? onlooker
                : participants.viewerOf(transfer, receivers.getFirst().organisationId());
        var withheld = dossierValues.withheld(transfer, viewer);
        var heading = transfers.heading(actor, transfer.id());
        return new HandoverSheet(
                heading.summary().firstName(),
                heading.summary().lastName(),
                heading.birthDate(),
                handover.number(),
                handover.sentAt(),
                name(handover.sentBy()),
                organisationName(transfer, handover.senderOrganisationId()),
                receivers.stream()
                        .map(receiver -> organisationName(transfer, receiver.organisationId()))
                        .distinct()
                        .toList(),
                contents.sections(transfer, store.items(handover), viewer, onlooker),
                told ? withheld : HandoverSheet.NOTHING,
                !told && isSomething(withheld));
    }

    private HandoverVersion version(Actor actor, TransferKey transfer, Handover handover) {
        var readings = store.readings(handover);
        var receivers = store.receivers(handover);
        var names = people.names(Stream.concat(
                        readings.stream().map(HandoverStore.Reading::accountId),
                        receivers.stream()
                                .map(HandoverStore.Addressee::accountId)
                                .filter(Objects::nonNull))
                .toList());
        var involved =
                isSender(actor, transfer, handover) || receives(actor, handover).isPresent();
        return new HandoverVersion(
                handover.number(),
                handover.state(),
                handover.sentAt(),
                name(handover.sentBy()),
                organisationName(transfer, handover.senderOrganisationId()),
                receivers.stream()
                        .map(receiver -> new HandoverVersion.ReceiverStatus(
                                organisationName(transfer, receiver.organisationId()),
                                regions.roles(transfer.regionId())
                                        .get(receiver.roleCode())
                                        .name(),
                                receiver.accountId() == null ? null : names.get(receiver.accountId()),
                                readings.stream()
                                        .filter(reading -> reading.organisationId() == receiver.organisationId())
                                        .map(reading -> new HandoverVersion.ReadBy(
                                                names.get(reading.accountId()), reading.at()))
                                        .toList()))
                        .toList(),
                handover.closedAt(),
                name(handover.closedBy()),
                handover.closedForId() == null ? null : organisationName(transfer, handover.closedForId()),
                handover.toldBy(),
                involved ? handover.returnReason() : null);
    }

    /** Who takes part in a role that sends, or has the sending step, as long as nobody has taken over. */
    private boolean mayConfirm(Actor actor, TransferKey transfer, List<Handover> versions) {
        var open = versions.isEmpty()
                || versions.getFirst().state() == HandoverState.DRAFT
                || versions.getFirst().state() == HandoverState.SENT;
        return open
                && (tasks.handoverTask(actor, transfer.id(), HandoverSide.SENT).isPresent()
                        || !versions.isEmpty()
                                && versions.getFirst().state() == HandoverState.SENT
                                && participants.rolesOf(actor, transfer.id()).stream()
                                        .anyMatch(contents.roles(transfer, HandoverSide.SENT)::contains));
    }

    /** How it stands with consent for the receivers, by category; nothing for who does not decide on sharing. */
    private Map<Category, SharedState> states(Actor actor, long transferId, Collection<Long> organisations) {
        var states = new HashMap<Category, SharedState>();
        sharing.overview(actor, transferId).receivers().stream()
                .filter(receiver -> !receiver.receiver().isParents()
                        && organisations.contains(receiver.receiver().organisationId()))
                .flatMap(receiver -> receiver.categories().stream())
                .filter(category -> !category.seen())
                .forEach((SharingOverview.CategorySeen category) ->
                        states.putIfAbsent(category.category(), category.state()));
        return states;
    }

    private static Set<Long> organisations(List<Participant> receivers) {
        return receivers.stream().map(Participant::organisationId).collect(Collectors.toSet());
    }

    private String organisationName(TransferKey transfer, long organisationId) {
        return regions.organisation(transfer.regionId(), organisationId)
                .orElseThrow()
                .name();
    }

    private String name(Long accountId) {
        return accountId == null ? null : people.names(List.of(accountId)).get(accountId);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
