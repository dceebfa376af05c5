package nl.landingsbaan.platform.notify;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.task.TaskWatch;
import nl.landingsbaan.platform.time.PlatformClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells people each morning which of their tasks became late and which are due tomorrow. Follows the installation's clock. */
@Component
class DailyNotices {

    private static final Logger log = LoggerFactory.getLogger(DailyNotices.class);
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    /** A region that was never looked at starts with what became late in the last week. */
    private static final int FIRST_TIME_DAYS = 7;
    /** Messages are kept for a year. */
    private static final Duration KEPT = Duration.ofDays(365);

    private final Regions regions;
    private final TaskWatch tasks;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Long, LocalDate> done = new ConcurrentHashMap<>();
    private final ReentrantLock busy = new ReentrantLock();

    DailyNotices(
            Regions regions,
            TaskWatch tasks,
            Notices notices,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.regions = regions;
        this.tasks = tasks;
        this.notices = notices;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** At a fixed rate: what runs with a fixed delay shares one thread with the watch of the engine. */
    @Scheduled(fixedRateString = "${landingsbaan.mail.every:5s}", initialDelayString = "${landingsbaan.mail.every:5s}")
    void look() {
        var now = clock.instant().atZone(PlatformClock.ZONE);
        if (now.toLocalTime().isBefore(MORNING) || !busy.tryLock()) {
            return;
        }
        try {
            regions.all().forEach(region -> look(region, now.toLocalDate()));
        } finally {
            busy.unlock();
        }
    }

    private void look(Region region, LocalDate today) {
        if (today.equals(done.get(region.id()))) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> tell(region.id(), today));
            done.put(region.id(), today);
        } catch (RuntimeException e) {
            log.warn("What is late and due in region {} was not told and is tried again", region.id(), e);
        }
    }

    private void tell(long regionId, LocalDate today) {
        jdbc.sql("INSERT IGNORE INTO message_day (region_id, day) VALUES (?, ?)")
                .params(regionId, today.minusDays(FIRST_TIME_DAYS))
                .update();
        var last = jdbc.sql("SELECT day FROM message_day WHERE region_id = ? FOR UPDATE")
                .param(regionId)
                .query(LocalDate.class)
                .single();
        if (!last.isBefore(today)) {
            return;
        }
        tell(regionId, MessageKind.TASK_LATE, last, today);
        tell(regionId, MessageKind.TASK_DUE_TOMORROW, today.plusDays(1), today.plusDays(2));
        jdbc.sql("UPDATE message_day SET day = ? WHERE region_id = ?")
                .params(today, regionId)
                .update();
        jdbc.sql("DELETE FROM message WHERE region_id = ? AND at < ? LIMIT 5000")
                .params(regionId, Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private void tell(long regionId, MessageKind kind, LocalDate from, LocalDate until) {
        tasks.due(
                        regionId,
                        from.atStartOfDay(PlatformClock.ZONE).toInstant(),
                        until.atStartOfDay(PlatformClock.ZONE).toInstant())
                .forEach(due -> notices.tell(
                        regionId,
                        due.accountIds(),
                        kind,
                        due.transferId(),
                        due.taskId(),
                        due.taskId() + ":" + due.day()));
    }
}
