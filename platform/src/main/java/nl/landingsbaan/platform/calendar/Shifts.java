package nl.landingsbaan.platform.calendar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.task.TaskProjection;
import nl.landingsbaan.platform.transfer.AnchoredTransfers;
import nl.landingsbaan.platform.transfer.BirthDateCorrected;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Transfers whose dates have moved. The engine hears of a few each second, every region in its turn, so that nobody waits for a thousand
 * others; what waits here survives a crash. Whatever the order in which it hears, it is told the dates of that moment.
 */
@Service
public class Shifts {

    private static final int EACH_SECOND = 20;
    private static final Duration CAUGHT_UP_AFTER = Duration.ofMinutes(5);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(15);

    private final Regions regions;
    private final AnchoredTransfers transfers;
    private final OpenMoments open;
    private final Waiting waiting;
    private final TaskProjection tasks;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shifts(
            Regions regions,
            AnchoredTransfers transfers,
            OpenMoments open,
            Waiting waiting,
            TaskProjection tasks,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.regions = regions;
        this.transfers = transfers;
        this.open = open;
        this.waiting = waiting;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Has a transfer follow its dates. @param moveId which anchor was moved; null: none, but its own birthday */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(long regionId, long transferId, Long moveId) {
        jdbc.sql("INSERT IGNORE INTO anchor_shift (id, region_id, transfer_id, move_id, ask_at)"
                        + " VALUES (NEXT VALUE FOR anchor_seq, ?, ?, ?, ?)")
                .params(regionId, transferId, moveId, Timestamp.from(clock.instant()))
                .update();
    }

    @EventListener
    @Transactional
    void corrected(BirthDateCorrected corrected) {
        transfers
                .runningOf(corrected.regionId(), corrected.youngPersonId())
                .forEach(transfer -> add(corrected.regionId(), transfer, null));
    }

    @Scheduled(fixedDelay = 1000)
    @Transactional
    public void tellSome() {
        var now = Timestamp.from(clock.instant());
        var regions = jdbc.sql("SELECT DISTINCT region_id FROM anchor_shift WHERE ask_at <= ?")
                .param(now)
                .query(Long.class)
                .list();
        for (var region : regions) {
            next(region, now, Math.max(1, EACH_SECOND / regions.size())).forEach(this::tell);
        }
    }

    /** Whoever was referred by the dates of before, in the moment in which they changed, follows too. */
    @Scheduled(fixedDelay = 30_000)
    @Transactional
    public void catchUp() {
        var since = Timestamp.from(clock.instant().minus(CAUGHT_UP_AFTER));
        jdbc.sql("SELECT region_id, MAX(id) FROM anchor_move WHERE moved_at > ? GROUP BY region_id")
                .param(since)
                .query((rs, n) -> new long[] {rs.getLong(1), rs.getLong(2)})
                .list()
                .forEach(latest -> transfers
                        .moving(latest[0], regions.calendar(latest[0]))
                        .forEach(transfer -> add(latest[0], transfer.transferId(), latest[1])));
    }

    /** Of transfers that the engine has not begun, nothing can be told yet; those that have ended need not be told. */
    private List<AnchorsShifted> next(long regionId, Timestamp now, int number) {
        return jdbc.sql("SELECT s.transfer_id, s.id FROM anchor_shift s JOIN transfer t ON t.region_id = s.region_id"
                        + " AND t.id = s.transfer_id WHERE s.region_id = ? AND s.ask_at <= ?"
                        + " AND (t.process_instance_key IS NOT NULL OR t.ended_at IS NOT NULL)"
                        + " ORDER BY s.id LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(regionId, now, number)
                .query((rs, n) -> new AnchorsShifted(regionId, rs.getLong(1), rs.getLong(2)))
                .list();
    }

    private void tell(AnchorsShifted shifted) {
        jdbc.sql("UPDATE anchor_shift SET ask_at = NULL WHERE region_id = ? AND id = ?")
                .params(shifted.regionId(), shifted.shiftId())
                .update();
        events.publishEvent(shifted);
    }

    /** What the engine must be told of a transfer; empty when it has heard of its dates, or has ended. */
    @Transactional(readOnly = true)
    public Optional<Shift> of(AnchorsShifted shifted) {
        return transfers
                .running(shifted.regionId(), shifted.transferId())
                .filter(transfer -> transfer.hasMoved() && transfer.processInstanceKey() != null)
                .map(transfer -> {
                    var instances = new HashSet<Long>();
                    instances.add(transfer.processInstanceKey());
                    open.of(shifted.regionId(), List.of(transfer.transferId()))
                            .forEach(row -> instances.add(row.processInstanceKey()));
                    return new Shift(
                            instances, transfer.current(), waiting.shifted(shifted.regionId(), List.of(transfer)));
                });
    }

    /**
     * The engine has heard.
     *
     * @param shift what it was told; null: there was nothing to tell
     * @param moved those of its moments that were still waited for
     */
    @Transactional
    public void done(AnchorsShifted shifted, Shift shift, List<ShiftedMoment> moved) {
        var first = jdbc.sql("UPDATE anchor_shift SET done_at = ? WHERE region_id = ? AND id = ? AND done_at IS NULL")
                        .params(Timestamp.from(clock.instant()), shifted.regionId(), shifted.shiftId())
                        .update()
                == 1;
        if (!first || shift == null) {
            return;
        }
        transfers.given(shifted.regionId(), shifted.transferId(), shift.anchors());
        moved.stream()
                .filter(moment -> moment.isTimer() || isMoved(shifted, moment))
                .forEach(moment -> record(shifted, moment));
        moved.forEach(moment -> open.setAnew(shifted.regionId(), shifted.transferId(), moment.elementInstanceKey()));
    }

    private boolean isMoved(AnchorsShifted shifted, ShiftedMoment moment) {
        return tasks.moveDue(
                shifted.regionId(), shifted.transferId(), moment.elementInstanceKey(), moment.from(), moment.to());
    }

    private void record(AnchorsShifted shifted, ShiftedMoment moment) {
        jdbc.sql("INSERT INTO anchor_shift_moment (id, region_id, shift_id, name, kind, from_at, to_at)"
                        + " VALUES (NEXT VALUE FOR anchor_seq, ?, ?, ?, ?, ?, ?)")
                .params(
                        shifted.regionId(),
                        shifted.shiftId(),
                        moment.moment().name(),
                        moment.moment().kind().name(),
                        at(moment.from()),
                        at(moment.to()))
                .update();
    }

    /** The engine is busy with this transfer in a way that keeps its timers where they are; it is asked again later. */
    @Transactional
    public void later(AnchorsShifted shifted) {
        jdbc.sql("UPDATE anchor_shift SET ask_at = ? WHERE region_id = ? AND id = ? AND done_at IS NULL")
                .params(at(clock.instant().plus(AGAIN_AFTER)), shifted.regionId(), shifted.shiftId())
                .update();
    }

    private static Timestamp at(Instant moment) {
        return Timestamp.from(moment);
    }
}
