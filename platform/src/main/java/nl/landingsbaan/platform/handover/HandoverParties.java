package nl.landingsbaan.platform.handover;

import java.util.Set;
import java.util.TreeSet;
import nl.landingsbaan.platform.people.Colleague;
import nl.landingsbaan.platform.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom it concerns what becomes of a handover. */
@Service
@Transactional(readOnly = true)
public class HandoverParties {

    private final HandoverStore store;
    private final People people;

    HandoverParties(HandoverStore store, People people) {
        this.store = store;
        this.people = people;
    }

    /** The account of whoever sent this handover; empty when nothing was sent. */
    public Set<Long> sender(long regionId, long transferId, long handoverId) {
        var senders = new TreeSet<Long>();
        store.of(regionId, transferId).stream()
                .filter(handover -> handover.id() == handoverId && handover.sentBy() != null)
                .forEach(handover -> senders.add(handover.sentBy()));
        return senders;
    }

    /** The accounts of the receivers: the person, or everybody with the role in the organisation. */
    public Set<Long> receivers(long regionId, long transferId, long handoverId) {
        var receivers = new TreeSet<Long>();
        store.of(regionId, transferId).stream()
                .filter(handover -> handover.id() == handoverId)
                .flatMap(handover -> store.receivers(handover).stream())
                .forEach(receiver -> {
                    if (receiver.accountId() != null) {
                        receivers.add(receiver.accountId());
                        return;
                    }
                    people.holding(regionId, receiver.roleCode()).stream()
                            .filter(colleague -> colleague.organisationId() == receiver.organisationId())
                            .map(Colleague::accountId)
                            .forEach(receivers::add);
                });
        return receivers;
    }
}
