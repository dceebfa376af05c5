package nl.landingsbaan.platform.transfer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the engine tells about a transfer. Everything may be told again and changes nothing then. */
@Service
@Transactional
public class TransferProgress {

    private static final int REMEMBERED = 10_000;

    private final TransferRepository transfers;
    private final PhaseVisitRepository visits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    // A transfer never changes its region, and the engine speaks often of those that have just moved.
    private final Map<Long, Long> regions = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > REMEMBERED;
        }
    });

    TransferProgress(
            TransferRepository transfers, PhaseVisitRepository visits, ApplicationEventPublisher events, Clock clock) {
        this.transfers = transfers;
        this.visits = visits;
        this.events = events;
        this.clock = clock;
    }

    /** The region of a transfer; empty when this installation does not know it. */
    @Transactional(readOnly = true)
    public Optional<Long> regionOf(long transferId) {
        var known = regions.get(transferId);
        if (known != null) {
            return Optional.of(known);
        }
        var region = transfers.findById(transferId).map(row -> row.regionId);
        region.ifPresent(id -> regions.put(transferId, id));
        return region;
    }

    /**
     * The engine runs the transfer under this key, unless it is held to run under another.
     *
     * @return that other key; empty: it runs under this one
     */
    public Optional<Long> startedAs(long transferId, long processInstanceKey) {
        var transfer = transfers.findById(transferId).orElseThrow();
        if (transfer.processInstanceKey != null && transfer.processInstanceKey != processInstanceKey) {
            return Optional.of(transfer.processInstanceKey);
        }
        transfer.processInstanceKey = processInstanceKey;
        return Optional.empty();
    }

    /** Whether the transfer has come to its end. */
    @Transactional(readOnly = true)
    public boolean hasEnded(long transferId) {
        return transfers.findById(transferId).filter(row -> row.endedAt != null).isPresent();
    }

    /**
     * The engine runs the transfer under this key from now on.
     *
     * @param before what {@link #startedAs} answered when this was decided
     * @throws ConcurrencyFailureException when that has changed since
     */
    public void runsAs(long transferId, long processInstanceKey, long before) {
        var transfer = transfers.findById(transferId).orElseThrow();
        if (!Objects.equals(transfer.processInstanceKey, before)) {
            throw new ConcurrencyFailureException("Transfer " + transferId + " runs under another key by now");
        }
        transfer.processInstanceKey = processInstanceKey;
    }

    /** The transfer came into a phase. */
    public void entered(long transferId, String phase, long elementInstanceKey) {
        if (visits.findByTransferIdAndElementInstanceKey(transferId, elementInstanceKey)
                .isPresent()) {
            return;
        }
        var transfer = transfers.findById(transferId).orElseThrow();
        var visit = new PhaseVisitRow();
        visit.regionId = transfer.regionId;
        visit.transferId = transferId;
        visit.phase = phase;
        visit.elementInstanceKey = elementInstanceKey;
        visit.enteredAt = clock.instant();
        visits.save(visit);
        transfer.phase = phase;
        events.publishEvent(new PhaseEntered(transfer.regionId, transferId, transfer.schoolYear, phase));
    }

    /** The transfer left a phase. */
    public void left(long transferId, long elementInstanceKey) {
        visits.findByTransferIdAndElementInstanceKey(transferId, elementInstanceKey)
                .filter(visit -> visit.leftAt == null)
                .ifPresent(visit -> leave(transfers.findById(transferId).orElseThrow(), visit));
    }

    /** The transfer ended with this outcome; phases that were still going on end with it. */
    public void ended(long transferId, String outcome) {
        var transfer = transfers.findById(transferId).orElseThrow();
        if (transfer.endedAt != null) {
            return;
        }
        visits.findByRegionIdAndTransferIdOrderByEnteredAt(transfer.regionId, transferId).stream()
                .filter(visit -> visit.leftAt == null)
                .forEach(visit -> leave(transfer, visit));
        transfer.outcome = outcome;
        transfer.endedAt = clock.instant();
        transfer.phase = null;
        events.publishEvent(new TransferEnded(transfer.regionId, transferId, transfer.schoolYear, outcome));
    }

    /** The engine runs the transfer no longer, and nothing was reached: it counts as no outcome. */
    public void stopped(long transferId) {
        transfers.findById(transferId).filter(row -> row.endedAt == null).ifPresent(row -> {
            row.endedAt = clock.instant();
            row.phase = null;
        });
    }

    @EventListener
    void erased(TransferErased erased) {
        regions.remove(erased.transferId());
    }

    private void leave(TransferRow transfer, PhaseVisitRow visit) {
        visit.leftAt = clock.instant();
        if (visit.phase.equals(transfer.phase)) {
            transfer.phase = null;
        }
        events.publishEvent(new PhaseLeft(transfer.regionId, transfer.id, transfer.schoolYear, visit.phase, (int)
                ChronoUnit.DAYS.between(day(visit.enteredAt), day(visit.leftAt))));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(PlatformClock.ZONE).toLocalDate();
    }
}
