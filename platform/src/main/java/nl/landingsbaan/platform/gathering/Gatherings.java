package nl.landingsbaan.platform.gathering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.GroupRule;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.RouteVersion;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.FormChoices;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.Source;
import nl.landingsbaan.platform.transfer.TransferNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups of a region: who sees them, who belongs to them, and who starts one. */
@Service
@Transactional
public class Gatherings {

    private final GatheringRepository gatherings;
    private final GatheringStart start;
    private final GatheringAnswers answers;
    private final Members members;
    private final Seats seats;
    private final TransferNames names;
    private final Participants participants;
    private final FormChoices choices;
    private final Regions regions;
    private final Routes routes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Gatherings(
            GatheringRepository gatherings,
            GatheringStart start,
            GatheringAnswers answers,
            Members members,
            Seats seats,
            TransferNames names,
            Participants participants,
            FormChoices choices,
            Regions regions,
            Routes routes,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.gatherings = gatherings;
        this.start = start;
        this.answers = answers;
        this.members = members;
        this.seats = seats;
        this.names = names;
        this.participants = participants;
        this.choices = choices;
        this.regions = regions;
        this.routes = routes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether there are kinds of groups in the actor's region that are the actor's business. */
    @Transactional(readOnly = true)
    public boolean concern(Actor actor) {
        return !visibleCodes(actor).isEmpty();
    }

    /** The groups that the actor may see, those that began last in front. */
    @Transactional(readOnly = true)
    public List<GatheringSummary> list(Actor actor, boolean running, int offset, int limit) {
        var codes = visibleCodes(actor);
        if (codes.isEmpty()) {
            return List.of();
        }
        var rows = jdbc.sql(
                        "SELECT id, code, name, school_year, begins_on, started_at, ended_at, outcome FROM gathering"
                                + " WHERE region_id = :region AND code IN (:codes) AND ended_at IS "
                                + (running ? "" : "NOT ")
                                + "NULL ORDER BY begins_on DESC, id DESC LIMIT :limit OFFSET :offset")
                .param("region", actor.regionId())
                .param("codes", codes)
                .param("limit", limit)
                .param("offset", offset)
                .query((rs, n) -> row(rs))
                .list();
        var counts = members.count(actor.regionId(), rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> summary(actor.regionId(), row, counts.getOrDefault(row.id, 0)))
                .toList();
    }

    /**
     * A group.
     *
     * @throws GatheringNotFound when it is not there for this actor
     */
    @Transactional(readOnly = true)
    public GatheringSummary summary(Actor actor, long gatheringId) {
        var row = visible(actor, gatheringId);
        return summary(
                actor.regionId(),
                new Row(
                        row.id,
                        row.code,
                        row.name,
                        row.schoolYear,
                        row.beginsOn,
                        row.startedAt,
                        row.endedAt,
                        row.outcome),
                members.count(actor.regionId(), List.of(row.id)).getOrDefault(row.id, 0));
    }

    /** The code of a group's outcome; empty while it runs. Throws as {@link #summary}. */
    @Transactional(readOnly = true)
    public Optional<String> outcome(Actor actor, long gatheringId) {
        return Optional.ofNullable(visible(actor, gatheringId).outcome);
    }

    /** The key of a group that the actor may see. Throws as {@link #summary}. */
    @Transactional(readOnly = true)
    public GatheringKey find(Actor actor, long gatheringId) {
        return visible(actor, gatheringId).key();
    }

    /** The key of a group of this region; empty when there is none with this id. */
    @Transactional(readOnly = true)
    public Optional<GatheringKey> find(long regionId, long gatheringId) {
        return gatherings.findByRegionIdAndId(regionId, gatheringId).map(GatheringRow::key);
    }

    /** The group of this code, part (null: for all) and school year (null: any) that was due to begin on this day. */
    @Transactional(readOnly = true)
    public Optional<GatheringKey> find(long regionId, String code, String part, LocalDate beginsOn, String schoolYear) {
        return jdbc.sql("SELECT id FROM gathering WHERE region_id = :region AND code = :code AND part = :part"
                        + " AND begins_on = :day AND (:year IS NULL OR school_year = :year) ORDER BY id LIMIT 1")
                .param("region", regionId)
                .param("code", code)
                .param("part", part == null ? "" : part)
                .param("day", beginsOn)
                .param("year", schoolYear)
                .query(Long.class)
                .optional()
                .flatMap(id -> find(regionId, id));
    }

    /** Whether the actor may see a group; nothing is put on record. */
    @Transactional(readOnly = true)
    public boolean maySee(Actor actor, long gatheringId) {
        return gatherings
                .findByRegionIdAndId(actor.regionId(), gatheringId)
                .filter(row -> maySee(actor, row))
                .isPresent();
    }

    /** Those of these groups that the actor may see. */
    @Transactional(readOnly = true)
    public Set<Long> visible(Actor actor, Collection<Long> gatheringIds) {
        return gatherings.findByRegionIdAndIdIn(actor.regionId(), gatheringIds).stream()
                .filter(row -> maySee(actor, row))
                .map(row -> row.id)
                .collect(Collectors.toSet());
    }

    /** The roles in which the actor takes part in a group. */
    @Transactional(readOnly = true)
    public Set<String> rolesOf(Actor actor, GatheringKey group) {
        var roles = rule(group.regionId(), group.code())
                .map(rule -> seats.rolesOf(actor, rule, group.routeVersionId()))
                .orElse(Set.of());
        var all = new HashSet<>(roles);
        all.addAll(participants.rolesOf(actor, group.id()));
        return all;
    }

    /** For which organisation the actor acts in a group, in one of these roles. */
    @Transactional(readOnly = true)
    public Source source(Actor actor, GatheringKey group, Collection<String> roleCodes) {
        return rule(group.regionId(), group.code())
                .map(rule -> seats.source(actor, rule, roleCodes))
                .orElseGet(() -> participants.source(actor, group.id(), roleCodes));
    }

    /** The members of a group by name, those whose name the actor may not see last. Throws as {@link #summary}. */
    @Transactional(readOnly = true)
    public List<GatheringMember> members(Actor actor, long gatheringId) {
        var row = visible(actor, gatheringId);
        var marks = members.of(row.regionId, row.id);
        var known = names.of(actor, marks.keySet());
        return marks.entrySet().stream()
                .map(each -> new GatheringMember(each.getKey(), known.get(each.getKey()), Set.copyOf(each.getValue())))
                .sorted(Comparator.comparing(
                                GatheringMember::name, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                        .thenComparing(GatheringMember::transferId))
                .toList();
    }

    // Starting by hand

    /** The kinds of groups that the actor can start. */
    @Transactional(readOnly = true)
    public List<StartableGroup> startable(Actor actor) {
        var version = routes.current(actor.regionId()).orElse(null);
        if (version == null) {
            return List.of();
        }
        return regions.region(actor.regionId()).settings().groups().stream()
                .filter(GroupRule::byHand)
                .flatMap(rule -> startable(actor, version, rule).stream())
                .toList();
    }

    private Optional<StartableGroup> startable(Actor actor, RouteVersion version, GroupRule rule) {
        return startStep(version, rule)
                .filter(step -> step.roles().stream().anyMatch(seats.rolesOf(actor, rule, version.id())::contains))
                .map(step -> {
                    var form = routes.form(version.id(), step.formId());
                    return new StartableGroup(
                            rule.code(),
                            rule.name(),
                            form,
                            choices.of(actor.regionId(), form),
                            parts(version, rule),
                            schoolYears(actor.regionId()));
                });
    }

    /**
     * Starts a group.
     *
     * @param part the choice it is for; null: for all
     * @param schoolYear null: the usual one
     * @return its id
     * @throws GatheringImpossible when the actor cannot start such a group, or not for this choice or school year
     * @throws FormRefused when something is missing or wrong
     */
    public long start(Actor actor, String code, String part, String schoolYear, Map<String, Object> filledIn) {
        var startable = startable(actor).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new GatheringImpossible("U kunt deze groep met uw rol niet starten."));
        var version = routes.current(actor.regionId()).orElseThrow();
        var rule = rule(actor.regionId(), code).orElseThrow();
        var choice = startable.parts().stream()
                .filter(each -> each.value().equals(part))
                .findFirst();
        if (choice.isEmpty() && !startable.parts().isEmpty()) {
            throw new GatheringImpossible("Kies waarvoor deze groep is.");
        }
        var year = startable.schoolYears().stream()
                .filter(each -> schoolYear == null || each.equals(schoolYear))
                .findFirst()
                .flatMap(each -> regions.schoolYear(actor.regionId(), each))
                .orElseThrow(() -> new GatheringImpossible("Kies een schooljaar uit de lijst."));
        var row = start.save(
                actor.regionId(),
                version,
                rule,
                choice.map(Choice::value).orElse(""),
                choice.map(each -> rule.name() + " " + each.label()).orElse(rule.name()),
                year,
                "hand " + UUID.randomUUID(),
                today(),
                actor.accountId());
        var step = startStep(version, rule).orElseThrow();
        var answered = answers.record(
                actor, row.key(), startable.form(), null, filledIn, seats.source(actor, rule, step.roles()));
        audit.record(actor.regionId(), actor.accountId(), AuditAction.GROUP_STARTED, AuditSubject.GROUP, row.id);
        start.run(row, year, answered);
        return row.id;
    }

    private Optional<Step> startStep(RouteVersion version, GroupRule rule) {
        return routes.steps(version.id(), rule.processId()).stream()
                .filter(step -> step.kind() == StepKind.GROUP_START)
                .findFirst();
    }

    private List<Choice> parts(RouteVersion version, GroupRule rule) {
        return rule.per() == null
                ? List.of()
                : routes.catalogue(version.id()).field(rule.per()).orElseThrow().choices();
    }

    /** The year to which a young person who is referred today belongs in front, and the one that goes on. */
    private List<String> schoolYears(long regionId) {
        var years = new ArrayList<String>();
        regions.startingAfter(regionId, today()).map(SchoolYear::code).ifPresent(years::add);
        regions.calendar(regionId).stream()
                .filter(year -> !year.endsOn().isBefore(today()))
                .map(SchoolYear::code)
                .filter(code -> !years.contains(code))
                .forEach(years::add);
        return years;
    }

    // Access

    private GatheringRow visible(Actor actor, long gatheringId) {
        return gatherings
                .findByRegionIdAndId(actor.regionId(), gatheringId)
                .filter(row -> maySee(actor, row))
                .orElseThrow(() -> {
                    audit.recordRefusal(
                            actor.regionId(),
                            actor.accountId(),
                            AuditAction.GROUP_REFUSED,
                            AuditSubject.GROUP,
                            gatheringId);
                    return new GatheringNotFound(gatheringId);
                });
    }

    private boolean maySee(Actor actor, GatheringRow row) {
        return rule(row.regionId, row.code)
                        .filter(rule -> seats.maySee(actor, rule, row.routeVersionId))
                        .isPresent()
                || !participants.rolesOf(actor, row.id).isEmpty();
    }

    private List<String> visibleCodes(Actor actor) {
        var rules = regions.region(actor.regionId()).settings().groups();
        var version = rules.isEmpty() ? Optional.<RouteVersion>empty() : routes.current(actor.regionId());
        return version.map(current -> rules.stream()
                        .filter(rule -> seats.maySee(actor, rule, current.id()))
                        .map(GroupRule::code)
                        .toList())
                .orElse(List.of());
    }

    private Optional<GroupRule> rule(long regionId, String code) {
        return regions.region(regionId).settings().group(code);
    }

    private GatheringSummary summary(long regionId, Row row, int count) {
        var settings = regions.region(regionId).settings();
        return new GatheringSummary(
                row.id,
                row.code,
                settings.group(row.code).map(GroupRule::name).orElse(row.code),
                row.name,
                row.schoolYear,
                row.beginsOn,
                row.startedAt,
                row.endedAt,
                row.outcome == null ? null : settings.outcomes().getOrDefault(row.outcome, row.outcome),
                count);
    }

    private LocalDate today() {
        return PlatformClock.today(clock);
    }

    private static Row row(ResultSet rs) throws SQLException {
        var ended = rs.getTimestamp(7);
        return new Row(
                rs.getLong(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                rs.getObject(5, LocalDate.class),
                rs.getTimestamp(6).toInstant(),
                ended == null ? null : ended.toInstant(),
                rs.getString(8));
    }

    private record Row(
            long id,
            String code,
            String name,
            String schoolYear,
            LocalDate beginsOn,
            Instant startedAt,
            Instant endedAt,
            String outcome) {}
}
