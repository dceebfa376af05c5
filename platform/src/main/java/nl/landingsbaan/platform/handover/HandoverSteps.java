package nl.landingsbaan.platform.handover;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.task.CompletionRule;
import nl.landingsbaan.platform.task.TaskNotReady;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.TransferKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A step of a handover is done when the handover is: wherever the task is completed, the two say the same. */
@Component
class HandoverSteps implements CompletionRule {

    /** The page of the dossier. */
    static final String PAGE = "overdracht";
    /** The answer to "take over or give back?". */
    static final String DECISION = "overdracht_besluit";

    static final String TAKE_OVER = "overgenomen";
    static final String GIVE_BACK = "teruggegeven";
    private static final String REASON = "reden_teruggave";

    private final HandoverStore store;
    private final Contents contents;
    private final Participants participants;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandoverSteps(
            HandoverStore store,
            Contents contents,
            Participants participants,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.participants = participants;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void completing(Actor actor, TransferKey transfer, long taskId, Step step, Map<String, Object> filledIn) {
        var handover = store.lockLatest(transfer.regionId(), transfer.id()).orElse(null);
        if (handover != null && handover.state() == HandoverState.CONFIRMED) {
            return;
        }
        var sent = handover != null && handover.state() == HandoverState.SENT;
        switch (step.handover()) {
            case SENT -> {
                if (!sent) {
                    throw new TaskNotReady(
                            "De overdracht is nog niet verstuurd. Stel op de pagina Overdracht samen wat er meegaat, en verstuur haar daar.",
                            PAGE);
                }
                snapshot(actor, transfer, handover);
            }
            case TAKEN_OVER -> {
                if (!sent) {
                    throw new TaskNotReady("Er is nu geen overdracht om over te nemen.", PAGE);
                }
                decide(actor, transfer, handover, step.roles(), filledIn);
            }
        }
    }

    /** Takes over or gives back, as the form says. */
    private void decide(
            Actor actor, TransferKey transfer, Handover handover, List<String> roles, Map<String, Object> filledIn) {
        var readFor = store.readings(handover).stream()
                .filter(reading -> reading.accountId() == actor.accountId())
                .findFirst()
                .orElseThrow(() -> new TaskNotReady(
                        "U hebt de overdracht nog niet gelezen. Open haar eerst op de pagina Overdracht.", PAGE))
                .organisationId();
        if (GIVE_BACK.equals(filledIn.get(DECISION))) {
            giveBack(actor, handover, readFor, String.valueOf(filledIn.get(REASON)));
        } else {
            takeOver(actor, handover, readFor, roles);
        }
    }

    private void takeOver(Actor actor, Handover handover, long organisationId, List<String> roles) {
        store.close(handover, HandoverState.TAKEN_OVER, actor.accountId(), organisationId, clock.instant(), null, null);
        participants.takeUp(actor, handover.transferId(), roles);
        audit.record(
                handover.regionId(),
                actor.accountId(),
                AuditAction.HANDOVER_TAKEN_OVER,
                AuditSubject.TRANSFER,
                handover.transferId());
        events.publishEvent(new HandoverTakenOver(handover.regionId(), handover.transferId(), handover.id()));
    }

    private void giveBack(Actor actor, Handover handover, long organisationId, String reason) {
        store.close(
                handover,
                HandoverState.RETURNED,
                actor.accountId(),
                organisationId,
                clock.instant(),
                null,
                reason.strip());
        var next = store.draft(
                handover.regionId(), handover.transferId(), handover.number() + 1, handover.senderOrganisationId());
        store.keepLeftOut(next, store.leftOut(handover));
        audit.record(
                handover.regionId(),
                actor.accountId(),
                AuditAction.HANDOVER_RETURNED,
                AuditSubject.TRANSFER,
                handover.transferId());
        events.publishEvent(new HandoverReturned(handover.regionId(), handover.transferId(), handover.id()));
    }

    private void snapshot(Actor actor, TransferKey transfer, Handover handover) {
        var leftOut = store.leftOut(handover).keySet();
        Set<Long> organisations = contents.receivers(transfer).stream()
                .map(Participant::organisationId)
                .collect(Collectors.toSet());
        contents.sendable(actor, transfer, organisations).stream()
                .filter(value -> !leftOut.contains(value.key()))
                .forEach(value -> store.keep(transfer, handover, value));
    }
}
