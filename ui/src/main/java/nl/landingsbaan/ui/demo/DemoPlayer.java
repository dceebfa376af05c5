package nl.landingsbaan.ui.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nl.landingsbaan.platform.engine.EngineClock;
import nl.landingsbaan.platform.engine.EngineStatus;
import nl.landingsbaan.platform.gathering.GatheringCalendar;
import nl.landingsbaan.platform.task.TaskFeed;
import nl.landingsbaan.platform.time.PlatformClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Plays the demo: moves the clock of the whole installation, and fills the year in which the demo begins, in the background, once.
 * What was played stays; a demo that was stopped half-way goes on where it was.
 */
@Component
@Profile("demo")
class DemoPlayer implements DemoClock, SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(DemoPlayer.class);
    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final int FILLING_STEP_DAYS = 3;
    private static final int LONGEST_SEARCH_DAYS = 120;
    private static final Duration TIMERS_FIRE_WITHIN = Duration.ofMillis(1100);
    private static final Duration QUIET = Duration.ofMillis(400);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration TICK = Duration.ofMillis(50);

    private final DemoPeople people;
    private final DemoCohort cohort;
    private final DemoElsewhere elsewhere;
    private final DemoContacts contacts;
    private final GatheringCalendar groups;
    private final EngineClock clock;
    private final EngineStatus engine;
    private final PlatformClock now;
    private final JdbcClient jdbc;
    private final AtomicInteger changes = new AtomicInteger();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService player = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("demo").factory());
    private volatile String doing;

    DemoPlayer(
            DemoPeople people,
            DemoCohort cohort,
            DemoElsewhere elsewhere,
            DemoContacts contacts,
            GatheringCalendar groups,
            EngineClock clock,
            EngineStatus engine,
            PlatformClock now,
            TaskFeed feed,
            JdbcClient jdbc) {
        this.people = people;
        this.cohort = cohort;
        this.elsewhere = elsewhere;
        this.contacts = contacts;
        this.groups = groups;
        this.clock = clock;
        this.engine = engine;
        this.now = now;
        this.jdbc = jdbc;
        feed.subscribe(change -> changes.incrementAndGet());
    }

    /** Before the engine is spoken to for the first time: its clock may be moved back only before it has processed anything. */
    @Override
    public void afterSingletonsInstantiated() {
        if (now.offset().isZero()) {
            moveTo(DemoCohort.FIRST_DAY);
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        people.settle();
        if (today().isBefore(DemoCohort.LAST_DAY)) {
            start("een jaar met 60 jongeren wordt gespeeld", this::fill);
        }
    }

    @Override
    public LocalDate today() {
        return cohort.today();
    }

    @Override
    public void day() {
        start("een dag verder", () -> step(1));
    }

    @Override
    public void week() {
        start("een week verder", () -> step(7));
    }

    @Override
    public void nextEvent() {
        start("naar de volgende gebeurtenis", () -> {
            var before = changes.get();
            for (var days = 0; days < LONGEST_SEARCH_DAYS && changes.get() == before; days++) {
                step(1);
            }
        });
    }

    @Override
    public Optional<String> busy() {
        return Optional.ofNullable(doing);
    }

    @Override
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private synchronized void start(String what, Runnable work) {
        if (doing != null) {
            return;
        }
        doing = what;
        changed();
        player.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.error("The demo stopped playing", e);
            } finally {
                doing = null;
                changed();
            }
        });
    }

    private void fill() {
        waitUntilQuiet(Duration.ZERO);
        while (today().isBefore(DemoCohort.LAST_DAY)) {
            cohort.referDue();
            waitUntilQuiet(Duration.ZERO);
            while (cohort.workOn() > 0) {
                waitUntilQuiet(Duration.ZERO);
            }
            cohort.reportIntakeDates();
            contacts.keepInTouch();
            elsewhere.refer();
            elsewhere.workOn();
            step(FILLING_STEP_DAYS);
        }
        contacts.plan();
        log.info("The demo is filled");
    }

    private void step(int days) {
        moveTo(today().plusDays(days));
        // Days pass quicker than the calendar looks by itself.
        groups.look();
        changed();
        waitUntilQuiet(TIMERS_FIRE_WITHIN);
    }

    private void moveTo(LocalDate date) {
        clock.moveTo(date.atTime(MORNING).atZone(PlatformClock.ZONE).toInstant());
    }

    /** Until the engine has nothing more to hear and nothing has changed for a moment. */
    private void waitUntilQuiet(Duration atLeast) {
        var start = System.nanoTime();
        var lastChange = start;
        var seen = changes.get();
        while (System.nanoTime() - start < LONGEST_WAIT.toNanos()) {
            LockSupport.parkNanos(TICK.toNanos());
            if (changes.get() != seen || !engine.isReachable() || !everythingIsSaid()) {
                seen = changes.get();
                lastChange = System.nanoTime();
            }
            if (System.nanoTime() - start > atLeast.toNanos() && System.nanoTime() - lastChange > QUIET.toNanos()) {
                return;
            }
        }
    }

    private boolean everythingIsSaid() {
        return jdbc.sql("SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE COMPLETION_DATE IS NULL")
                        .query(Long.class)
                        .single()
                == 0;
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
