package nl.landingsbaan.platform.notify;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.ParticipantReplaced;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.ParticipantsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people that they take part in the way of a young person from now on, or no longer do. */
@Component
class ParticipantNotices {

    private final Notices notices;
    private final Participants participants;
    private final Clock clock;

    ParticipantNotices(Notices notices, Participants participants, Clock clock) {
        this.notices = notices;
        this.participants = participants;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void changed(ParticipantsChanged change) {
        var people = participants.inRoles(change.regionId(), change.transferId(), List.of(change.roleCode())).stream()
                .map(Participant::accountId)
                .filter(Objects::nonNull)
                .toList();
        // Somebody who comes back on another day is told again.
        notices.tell(
                change.regionId(),
                people,
                MessageKind.TAKES_PART,
                change.transferId(),
                null,
                key(change.transferId(), change.roleCode()));
    }

    @EventListener
    @Transactional
    public void replaced(ParticipantReplaced change) {
        if (change.from() != null
                && change.from() != change.by()
                && !change.from().equals(change.to())) {
            notices.tell(
                    change.regionId(),
                    List.of(change.from()),
                    MessageKind.REPLACED,
                    change.transferId(),
                    null,
                    key(change.transferId(), change.roleCode()));
        }
    }

    private String key(long transferId, String roleCode) {
        return transferId + ":" + roleCode + ":" + PlatformClock.today(clock);
    }
}
