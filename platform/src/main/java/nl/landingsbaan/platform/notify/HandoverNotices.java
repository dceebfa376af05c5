package nl.landingsbaan.platform.notify;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.landingsbaan.platform.handover.HandoverParties;
import nl.landingsbaan.platform.handover.HandoverRead;
import nl.landingsbaan.platform.handover.HandoverReturned;
import nl.landingsbaan.platform.handover.HandoverSent;
import nl.landingsbaan.platform.handover.HandoverTakenOver;
import nl.landingsbaan.platform.handover.HandoverUnread;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Participants;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells receivers that a handover waits for them, and senders what became of it; when nobody reads it, everybody around it. */
@Component
@Transactional
class HandoverNotices {

    private final Notices notices;
    private final HandoverParties parties;
    private final Participants participants;

    HandoverNotices(Notices notices, HandoverParties parties, Participants participants) {
        this.notices = notices;
        this.parties = parties;
        this.participants = participants;
    }

    @EventListener
    public void sent(HandoverSent event) {
        tell(
                event.regionId(),
                event.transferId(),
                event.handoverId(),
                MessageKind.HANDOVER_SENT,
                parties.receivers(event.regionId(), event.transferId(), event.handoverId()));
    }

    @EventListener
    public void read(HandoverRead event) {
        tell(
                event.regionId(),
                event.transferId(),
                event.handoverId(),
                MessageKind.HANDOVER_READ,
                parties.sender(event.regionId(), event.transferId(), event.handoverId()));
    }

    @EventListener
    public void takenOver(HandoverTakenOver event) {
        tell(
                event.regionId(),
                event.transferId(),
                event.handoverId(),
                MessageKind.HANDOVER_TAKEN_OVER,
                parties.sender(event.regionId(), event.transferId(), event.handoverId()));
    }

    @EventListener
    public void returned(HandoverReturned event) {
        tell(
                event.regionId(),
                event.transferId(),
                event.handoverId(),
                MessageKind.HANDOVER_RETURNED,
                parties.sender(event.regionId(), event.transferId(), event.handoverId()));
    }

    @EventListener
    public void unread(HandoverUnread event) {
        var everybody = new TreeSet<>(parties.receivers(event.regionId(), event.transferId(), event.handoverId()));
        everybody.addAll(parties.sender(event.regionId(), event.transferId(), event.handoverId()));
        participants.of(event.regionId(), event.transferId()).stream()
                .map(Participant::accountId)
                .filter(Objects::nonNull)
                .forEach(everybody::add);
        tell(event.regionId(), event.transferId(), event.handoverId(), MessageKind.HANDOVER_UNREAD, everybody);
    }

    private void tell(long regionId, long transferId, long handoverId, MessageKind kind, Set<Long> accountIds) {
        notices.tell(regionId, accountIds, kind, transferId, null, Long.toString(handoverId));
    }
}
