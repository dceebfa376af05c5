package nl.landingsbaan.platform.notify;

import java.util.List;
import nl.landingsbaan.platform.admission.MoveAnswered;
import nl.landingsbaan.platform.admission.MoveArrived;
import nl.landingsbaan.platform.admission.RegionalMoves;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a region's programme that somebody wants to come, and whoever sent a young person on what became of it. */
@Component
@Transactional
class MoveNotices {

    private final Notices notices;
    private final RegionalMoves moves;

    MoveNotices(Notices notices, RegionalMoves moves) {
        this.notices = notices;
        this.moves = moves;
    }

    @EventListener
    public void arrived(MoveArrived event) {
        notices.tell(
                event.regionId(),
                moves.receivers(event.regionId()),
                MessageKind.MOVE_ARRIVED,
                null,
                null,
                Long.toString(event.moveId()));
    }

    @EventListener
    public void answered(MoveAnswered event) {
        var kind = switch (event.state()) {
            case TAKEN_OVER -> MessageKind.MOVE_TAKEN_OVER;
            case REFUSED -> MessageKind.MOVE_REFUSED;
            case EXPIRED -> MessageKind.MOVE_EXPIRED;
            case SENT, RECALLED -> throw new IllegalArgumentException(event.state() + " is no answer");
        };
        notices.tell(
                event.regionId(),
                List.of(event.senderId()),
                kind,
                event.transferId(),
                null,
                Long.toString(event.moveId()));
    }
}
