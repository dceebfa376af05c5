package nl.landingsbaan.platform.place;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.landingsbaan.platform.people.MembershipAdded;
import nl.landingsbaan.platform.transfer.TransferEnded;
import nl.landingsbaan.platform.transfer.TransferErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the engine tells about places: first come, first served. Everything may be told again and changes nothing then. A place is
 * given back by leaving the stretch, by the end of the transfer, by an event that takes the stretch away, and by erasure; and each time the
 * next ones come in.
 */
@Service
@Transactional
public class PlaceQueue {

    /** As often a place is looked after at least: as often as the jobs of open tasks come round. */
    private static final Duration ROUND = Duration.ofDays(1);

    private final PlaceStore store;
    private final Clock clock;

    PlaceQueue(PlaceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether the region has places at all; asked at every step of every transfer, so without a transaction of its own. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public boolean concerns(long regionId) {
        return store.concerns(regionId);
    }

    /** What the engine waits for or runs in this stretch. */
    @Transactional(readOnly = true)
    public Optional<HeldPlace> known(long regionId, long transferId, long elementInstanceKey) {
        return store.byElement(regionId, transferId, elementInstanceKey);
    }

    /** What a transfer has or waits for. */
    @Transactional(readOnly = true)
    public List<HeldPlace> open(long regionId, long transferId) {
        return store.open(regionId, transferId);
    }

    /**
     * Joins the queue, and lets in whoever is first: {@link PlaceGiven} tells who.
     *
     * @throws IllegalStateException when the region has no such places: the check of the route lets that not happen
     */
    public void wish(Wish wish) {
        var kind = store.lock(wish.regionId(), wish.code())
                .orElseThrow(() -> new IllegalStateException(
                        "Region " + wish.regionId() + " has no places of the kind " + wish.code()));
        var now = store.now();
        if (store.byElement(wish.regionId(), wish.transferId(), wish.elementInstanceKey())
                .isEmpty()) {
            store.insert(wish, now);
            store.tell(wish.regionId(), wish.transferId());
        }
        store.letIn(wish.regionId(), kind, now);
    }

    /** The stretch came back under another key: the place in the queue, or the place itself, stays. */
    public void adopt(HeldPlace place, Wish wish) {
        store.adopt(place, wish);
    }

    /** The engine still waits, though the wish was held to have ended: it stands in the queue again, where it stood. */
    public void reopen(HeldPlace place) {
        store.lock(place.regionId(), place.code()).ifPresent(kind -> {
            if (store.reopen(place)) {
                store.tell(place.regionId(), place.transferId());
                store.letIn(place.regionId(), kind, store.now());
            }
        });
    }

    /**
     * Whoever had or waited for this place is not there any more; the next ones come in.
     *
     * @param place as it was when the engine was asked; when it has changed since, nothing happens
     */
    public void end(HeldPlace place) {
        store.lock(place.regionId(), place.code()).ifPresent(kind -> {
            if (store.end(place)) {
                store.tell(place.regionId(), place.transferId());
                store.letIn(place.regionId(), kind, store.now());
            }
        });
    }

    /** Places that nobody has looked after for a day; they count as looked after from now on. */
    public List<HeldPlace> dueForALook(int limit) {
        var due = store.notLookedAtSince(clock.instant().minus(ROUND), limit);
        due.forEach(store::looked);
        return due;
    }

    @EventListener
    void ended(TransferEnded ended) {
        if (concerns(ended.regionId())) {
            store.open(ended.regionId(), ended.transferId()).forEach(this::end);
        }
    }

    /** Its rows are gone by now. */
    @EventListener
    void erased(TransferErased erased) {
        letInAll(erased.regionId());
    }

    @EventListener
    void added(MembershipAdded added) {
        if (concerns(added.regionId())) {
            store.kinds(added.regionId()).stream()
                    .filter(kind -> added.roleCode().equals(kind.perRole()))
                    .forEach(kind -> letIn(added.regionId(), kind.code()));
        }
    }

    private void letInAll(long regionId) {
        if (concerns(regionId)) {
            store.kinds(regionId).forEach(kind -> letIn(regionId, kind.code()));
        }
    }

    private void letIn(long regionId, String code) {
        store.lock(regionId, code).ifPresent(kind -> store.letIn(regionId, kind, store.now()));
    }
}
