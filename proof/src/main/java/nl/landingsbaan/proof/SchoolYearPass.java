package nl.landingsbaan.proof;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.landingsbaan.platform.engine.EngineClock;
import nl.landingsbaan.platform.gathering.GatheringCalendar;
import nl.landingsbaan.platform.time.PlatformClock;

/**
 * Plays scenarios, those of all regions in one pass over the years. On a day everybody takes one line in turn, and then it is
 * waited for until nothing moves: so what is checked is what it comes to. Between the days of the scenarios the clock stops at
 * every day on which the engine has a timer due, because a cycle fires once however far the clock jumps, and on which a group begins.
 * On every day it stops a little later than on the day before, because the clock runs while something is done: what has to wait for so
 * many days from that moment is due at the stop on the last of them.
 */
final class SchoolYearPass {

    /** Part of every name, mail address and free text in a pass, so that these can be found wherever they should not be. */
    static final String MARK = "Merkteken";

    static final LocalDate BIRTH_DATE = LocalDate.of(2009, 5, 14);

    /** The platform's clock and the engine's differ by less. */
    private static final Duration LATER = Duration.ofMillis(100);

    private final EngineClock clock;
    private final GatheringCalendar groups;
    private final PlatformClock now;
    private final Quiet quiet;
    private final EngineRecords records;
    private LocalTime time = LocalTime.NOON;
    private long waiting;
    private long moving;
    private int stops;

    SchoolYearPass(EngineClock clock, GatheringCalendar groups, PlatformClock now, Quiet quiet, EngineRecords records) {
        this.clock = clock;
        this.groups = groups;
        this.now = now;
        this.quiet = quiet;
        this.records = records;
    }

    /** @param interludes day to what is done on it when all its lines are done */
    void play(List<Journey> journeys, SortedMap<LocalDate, Runnable> interludes) {
        var days = new TreeMap<LocalDate, List<List<Runnable>>>();
        journeys.forEach(journey -> journey.moments()
                .forEach((day, lines) ->
                        days.computeIfAbsent(day, d -> new ArrayList<>()).add(lines)));
        interludes.keySet().forEach(day -> days.computeIfAbsent(day, d -> new ArrayList<>()));
        days.forEach((day, today) -> {
            moveTo(day);
            var most = today.stream().mapToInt(List::size).max().orElse(0);
            for (var turn = 0; turn < most; turn++) {
                for (var lines : today) {
                    if (turn < lines.size()) {
                        lines.get(turn).run();
                    }
                }
                awaitQuiet();
            }
            if (interludes.containsKey(day)) {
                interludes.get(day).run();
                awaitQuiet();
            }
        });
    }

    private void moveTo(LocalDate day) {
        var today = today();
        while (today.isBefore(day)) {
            time = LocalTime.now(now.withZone(PlatformClock.ZONE)).plus(LATER);
            today = nextStop(today, day);
            var moment = today.atTime(time).atZone(PlatformClock.ZONE).toInstant();
            var started = System.nanoTime();
            clock.moveTo(moment);
            groups.look();
            moving += System.nanoTime() - started;
            stops++;
            awaitQuiet();
        }
    }

    /** The first day at whose stop a timer is due or a group begins; the wanted day when there is none before it. */
    private LocalDate nextStop(LocalDate today, LocalDate wanted) {
        var begins = groups.nextAfter(today).filter(day -> day.isBefore(wanted)).orElse(wanted);
        return nextTimer(today, begins);
    }

    private LocalDate nextTimer(LocalDate today, LocalDate wanted) {
        var due = records.nextDue()
                .map(moment -> moment.atZone(PlatformClock.ZONE))
                .orElse(null);
        if (due == null) {
            return wanted;
        }
        var stop = due.toLocalTime().isAfter(time) ? due.toLocalDate().plusDays(1) : due.toLocalDate();
        if (!stop.isAfter(today)) {
            stop = today.plusDays(1);
        }
        return stop.isBefore(wanted) ? stop : wanted;
    }

    private LocalDate today() {
        return PlatformClock.today(now);
    }

    private void awaitQuiet() {
        var started = System.nanoTime();
        quiet.await();
        waiting += System.nanoTime() - started;
    }

    /** Time in which nothing was done but wait for platform and engine. */
    Duration waiting() {
        return Duration.ofNanos(waiting);
    }

    /** Time that it took to move the clock. */
    Duration moving() {
        return Duration.ofNanos(moving);
    }

    /** How often the clock was moved. */
    int stops() {
        return stops;
    }
}
