package nl.landingsbaan.platform.calendar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.SchoolHolidays;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.Moment;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.AnchoredTransfers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a region's administrator does with its calendar. Nobody's name comes with it. */
@Service
@Transactional
public class SchoolCalendar {

    private static final int MAX_REASON = 500;
    private static final int SHOWN = 100;

    private final Regions regions;
    private final AnchoredTransfers transfers;
    private final Waiting waiting;
    private final Shifts shifts;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SchoolCalendar(
            Regions regions,
            AnchoredTransfers transfers,
            Waiting waiting,
            Shifts shifts,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.regions = regions;
        this.transfers = transfers;
        this.waiting = waiting;
        this.shifts = shifts;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The region's school years, oldest first. */
    @Transactional(readOnly = true)
    public List<SchoolYear> years(Actor actor) {
        return regions.calendar(allowed(actor));
    }

    @Transactional(readOnly = true)
    public SchoolHolidays holidays(Actor actor) {
        return regions.holidays(allowed(actor));
    }

    /**
     * What would move along if an anchor came on another day.
     *
     * @throws CalendarRefused when it cannot come on that day
     */
    @Transactional(readOnly = true)
    public MovePreview preview(Actor actor, String schoolYear, String anchor, LocalDate to) {
        var regionId = allowed(actor);
        var calendar = moved(regionId, schoolYear, anchor, to);
        var moving = transfers.moving(regionId, calendar);
        return new MovePreview(
                moving.size(),
                inOrder(waiting.shifted(regionId, moving).stream()
                        .collect(Collectors.groupingBy(SchoolCalendar::step, Collectors.counting()))));
    }

    private static List<MovedStep> inOrder(Map<MovedStep, Long> numbers) {
        return numbers.entrySet().stream()
                .map(each -> counted(each.getKey(), each.getValue().intValue()))
                .sorted(Comparator.comparing(MovedStep::from).thenComparing(MovedStep::name))
                .toList();
    }

    private static MovedStep step(ShiftedMoment shifted) {
        return new MovedStep(
                shifted.moment().name(), shifted.moment().kind(), day(shifted.from()), day(shifted.to()), 1);
    }

    private static MovedStep counted(MovedStep step, int transfers) {
        return new MovedStep(step.name(), step.kind(), step.from(), step.to(), transfers);
    }

    /**
     * Sets an anchor on another day. What still has to come moves along, in transfers that run too: within seconds, or as soon as the engine
     * can be reached.
     *
     * @return the id of the move
     * @throws CalendarRefused when it cannot come on that day, or there is no reason
     */
    public long move(Actor actor, String schoolYear, String anchor, LocalDate to, String reason) {
        var regionId = allowed(actor);
        if (reason == null || reason.isBlank()) {
            throw new CalendarRefused(CalendarRefused.REASON, "Schrijf op waarom deze dag verandert.");
        }
        if (reason.strip().length() > MAX_REASON) {
            throw new CalendarRefused(
                    CalendarRefused.REASON, "De reden is te lang. Gebruik hoogstens " + MAX_REASON + " tekens.");
        }
        regions.changeCalendar(regionId);
        var calendar = moved(regionId, schoolYear, anchor, to);
        var from = year(regionId, schoolYear).anchor(anchor);
        regions.moveAnchor(regionId, schoolYear, anchor, to);
        var id = jdbc.sql(
                        "INSERT INTO anchor_move (id, region_id, school_year, code, from_date, to_date, reason, moved_by,"
                                + " moved_at) VALUES (NEXT VALUE FOR anchor_seq, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")
                .params(
                        regionId,
                        schoolYear,
                        anchor,
                        from,
                        to,
                        reason.strip(),
                        actor.accountId(),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        transfers.moving(regionId, calendar).forEach(transfer -> shifts.add(regionId, transfer.transferId(), id));
        audit.record(regionId, actor.accountId(), AuditAction.ANCHOR_MOVED, AuditSubject.ANCHOR_MOVE, id);
        return id;
    }

    /** What was moved, the latest first; at most the last hundred. */
    @Transactional(readOnly = true)
    public List<AnchorMove> moves(Actor actor) {
        return jdbc.sql(
                        "SELECT m.id, m.school_year, m.code, m.from_date, m.to_date, m.reason, a.display_name, m.moved_at,"
                                + " COUNT(s.id), COUNT(s.done_at) FROM anchor_move m JOIN account a ON a.id = m.moved_by"
                                + " LEFT JOIN anchor_shift s ON s.region_id = m.region_id AND s.move_id = m.id"
                                + " WHERE m.region_id = ? GROUP BY m.id ORDER BY m.moved_at DESC, m.id DESC LIMIT ?")
                .params(allowed(actor), SHOWN)
                .query((rs, n) -> new AnchorMove(
                        rs.getLong(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getObject(4, LocalDate.class),
                        rs.getObject(5, LocalDate.class),
                        rs.getString(6),
                        rs.getString(7),
                        rs.getTimestamp(8).toInstant(),
                        rs.getInt(9),
                        rs.getInt(10)))
                .list();
    }

    private record Along(long moveId, MovedStep step, long transfers) {}

    /** What moved along with each of these moves so far; a move with which nothing did is not among them. */
    @Transactional(readOnly = true)
    public Map<Long, List<MovedStep>> movedAlong(Actor actor, Collection<Long> moveIds) {
        var regionId = allowed(actor);
        if (moveIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT s.move_id, o.name, o.kind, o.from_at, o.to_at, COUNT(*) FROM anchor_shift_moment o"
                        + " JOIN anchor_shift s ON s.region_id = o.region_id AND s.id = o.shift_id"
                        + " WHERE s.region_id = :region AND s.move_id IN (:moves)"
                        + " GROUP BY s.move_id, o.name, o.kind, o.from_at, o.to_at")
                .param("region", regionId)
                .param("moves", moveIds)
                .query((rs, n) -> new Along(
                        rs.getLong(1),
                        new MovedStep(
                                rs.getString(2),
                                Moment.Kind.valueOf(rs.getString(3)),
                                day(rs.getTimestamp(4).toInstant()),
                                day(rs.getTimestamp(5).toInstant()),
                                1),
                        rs.getLong(6)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Along::moveId,
                        Collectors.collectingAndThen(
                                Collectors.groupingBy(Along::step, Collectors.summingLong(Along::transfers)),
                                SchoolCalendar::inOrder)));
    }

    /**
     * What the school year after the last one could look like: what the holidays say where they are known, and else a year later on the same
     * day of the week, for the region to look at.
     */
    @Transactional(readOnly = true)
    public SchoolYear next(Actor actor) {
        var regionId = allowed(actor);
        return new NextYear(regions.calendar(regionId).getLast(), regions.holidays(regionId)).proposed();
    }

    /**
     * Adds the school year after the last one.
     *
     * @throws CalendarRefused when a date is missing or wrong, by the code of its anchor
     */
    public void add(Actor actor, Map<String, LocalDate> anchors) {
        var regionId = allowed(actor);
        regions.changeCalendar(regionId);
        var proposed = next(actor);
        var year =
                new SchoolYear(proposed.code(), proposed.startsOn(), proposed.endsOn(), new LinkedHashMap<>(anchors));
        var errors = new HashMap<String, String>();
        proposed.anchors().keySet().stream()
                .filter(code -> anchors.get(code) == null)
                .forEach(code -> errors.put(code, "Vul een datum in."));
        if (errors.isEmpty()) {
            errors.putAll(AnchorOrder.errors(year));
        }
        if (!errors.isEmpty()) {
            throw new CalendarRefused(errors);
        }
        regions.addSchoolYear(regionId, year);
        audit.record(regionId, actor.accountId(), AuditAction.SCHOOL_YEAR_ADDED, AuditSubject.CALENDAR, regionId);
    }

    private List<SchoolYear> moved(long regionId, String schoolYear, String anchor, LocalDate to) {
        var year = year(regionId, schoolYear);
        var from = year.anchor(anchor);
        if (to == null) {
            throw new CalendarRefused(CalendarRefused.DATE, "Vul een datum in.");
        }
        if (to.equals(from)) {
            throw new CalendarRefused(CalendarRefused.DATE, "Dit is de dag die er al staat. Kies een andere dag.");
        }
        if (to.isBefore(PlatformClock.today(clock))) {
            throw new CalendarRefused(CalendarRefused.DATE, "Deze dag is al geweest. Kies vandaag of een latere dag.");
        }
        var anchors = new LinkedHashMap<>(year.anchors());
        anchors.put(anchor, to);
        var changed = new SchoolYear(year.code(), year.startsOn(), year.endsOn(), anchors);
        var errors = AnchorOrder.errors(changed);
        if (!errors.isEmpty()) {
            throw new CalendarRefused(
                    CalendarRefused.DATE,
                    errors.getOrDefault(anchor, errors.values().iterator().next()));
        }
        return regions.calendar(regionId).stream()
                .map(each -> each.code().equals(schoolYear) ? changed : each)
                .toList();
    }

    private SchoolYear year(long regionId, String code) {
        return regions.schoolYear(regionId, code)
                .orElseThrow(() -> new CalendarRefused(CalendarRefused.DATE, "Dit schooljaar is niet gevonden."));
    }

    private static long allowed(Actor actor) {
        if (!actor.may(Right.ADMINISTER)) {
            throw new CalendarNotYours();
        }
        return actor.regionId();
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(PlatformClock.ZONE).toLocalDate();
    }
}
