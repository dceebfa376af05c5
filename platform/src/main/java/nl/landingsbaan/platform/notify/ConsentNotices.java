package nl.landingsbaan.platform.notify;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import nl.landingsbaan.platform.consent.ConsentChanged;
import nl.landingsbaan.platform.consent.ConsentExpiring;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.TransferNames;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever takes part in person that what is shared of a young person changed, or soon will. What it is, is not told. */
@Component
class ConsentNotices {

    private final Notices notices;
    private final Participants participants;
    private final TransferNames transfers;
    private final Clock clock;

    ConsentNotices(Notices notices, Participants participants, TransferNames transfers, Clock clock) {
        this.notices = notices;
        this.participants = participants;
        this.transfers = transfers;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void changed(ConsentChanged change) {
        tell(change.regionId(), change.youngPersonId(), MessageKind.CONSENT_CHANGED, PlatformClock.today(clock));
    }

    @EventListener
    @Transactional
    public void expiring(ConsentExpiring expiring) {
        tell(
                expiring.regionId(),
                expiring.youngPersonId(),
                switch (expiring.reason()) {
                    case LAST_DAY -> MessageKind.CONSENT_ENDS;
                    case BIRTHDAY -> MessageKind.CONSENT_BIRTHDAY;
                },
                expiring.on());
    }

    private void tell(long regionId, long youngPersonId, MessageKind kind, LocalDate day) {
        for (var transfer : transfers.running(regionId, youngPersonId)) {
            var people = participants.of(regionId, transfer).stream()
                    .map(Participant::accountId)
                    .filter(Objects::nonNull)
                    .toList();
            notices.tell(regionId, people, kind, transfer, null, transfer + ":" + day);
        }
    }
}
