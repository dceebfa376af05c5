package nl.landingsbaan.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clock that everything asks. It runs with the system's, ahead or behind by an offset that only a demo or a test ever
 * moves, together with the engine's. The offset is stored, so that a restart goes on at the same moment.
 */
@Component
@Primary
public class PlatformClock extends Clock {

    /** The zone in which people live here; instants are stored in UTC. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final JdbcClient jdbc;
    private volatile Duration offset;

    PlatformClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The day that it is here by this clock, whatever zone the clock is in. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** The last minute of a day: what is due on a day is done before the day is over. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).minusMinutes(1).toInstant();
    }

    /** How far this clock is ahead of the system's. */
    public Duration offset() {
        var known = offset;
        if (known == null) {
            known = Duration.ofMillis(jdbc.sql("SELECT milliseconds FROM clock_offset WHERE id = 1")
                    .query(Long.class)
                    .single());
            offset = known;
        }
        return known;
    }

    /** Sets how far this clock is ahead of the system's. The engine's clock must be moved along: see {@code EngineClock}. */
    @Transactional
    public void setOffset(Duration newOffset) {
        jdbc.sql("UPDATE clock_offset SET milliseconds = ? WHERE id = 1")
                .param(newOffset.toMillis())
                .update();
        offset = newOffset;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset());
    }
}
