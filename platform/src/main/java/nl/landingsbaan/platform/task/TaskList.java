package nl.landingsbaan.platform.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.Transfers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads lists of open tasks in bounded queries: which tasks from the inbox, and then what they are. */
@Component
class TaskList {

    static final TaskPosition START = new TaskPosition(Instant.parse("1970-01-02T00:00:00Z"), 0);

    private static final String DETAILS =
            "SELECT t.id, t.transfer_id, y.first_name, y.last_name, g.name AS group_name, t.step_id, t.role_code, t.assignee_id, t.claimed, t.due_at,"
                    + " t.opened_at, t.original_due_at, t.postpone_reason FROM task t"
                    + " LEFT JOIN transfer tr ON tr.region_id = t.region_id AND tr.id = t.transfer_id"
                    + " LEFT JOIN young_person y ON y.region_id = tr.region_id AND y.id = tr.young_person_id"
                    + " LEFT JOIN gathering g ON g.region_id = t.region_id AND g.id = t.transfer_id"
                    + " WHERE t.region_id = :region AND t.id IN (:ids)";

    private static final int MOST_PER_YOUNG_PERSON = 20;
    private static final int MOST_NAMED = 200;
    private static final long NOBODY = 0;

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final Routes routes;
    private final Regions regions;
    private final People people;
    private final Transfers transfers;

    TaskList(JdbcClient jdbc, Inbox inbox, Routes routes, Regions regions, People people, Transfers transfers) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.routes = routes;
        this.regions = regions;
        this.people = people;
        this.transfers = transfers;
    }

    TaskPage page(Actor actor, TaskFilter filter, TaskPosition after, int limit) {
        var from = after == null ? START : after;
        var found = filter.isPlain()
                ? inbox.page(actor.regionId(), audiences(actor, filter.whose()), from, limit + 1)
                : search(actor, filter, from, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new TaskPage(
                summaries(
                        actor.regionId(),
                        shown.stream().map(TaskPosition::taskId).toList()),
                found.size() > limit ? shown.getLast() : null);
    }

    /**
     * The tasks of a number of young people, together by young person, those whose first task is due first in front. What it reads is
     * bounded by the actor's own open tasks.
     *
     * @param after whose {@code taskId} is the last transfer of the page before
     */
    TaskPage pageByYoungPerson(Actor actor, TaskFilter filter, TaskPosition after, int youngPeople) {
        var from = after == null ? START : after;
        var parameters = narrowed(actor, filter);
        parameters.put("due", Timestamp.from(from.dueAt()));
        parameters.put("transfer", from.taskId());
        parameters.put("limit", youngPeople + 1);
        var found = jdbc.sql("SELECT MIN(i.due_at) AS first_due, t.transfer_id" + joined(filter)
                        + " GROUP BY t.transfer_id"
                        + " HAVING first_due > :due OR (first_due = :due AND t.transfer_id > :transfer)"
                        + " ORDER BY first_due, t.transfer_id LIMIT :limit")
                .params(parameters)
                .query((rs, n) -> new TaskPosition(rs.getTimestamp(1).toInstant(), rs.getLong(2)))
                .list();
        var shown = found.subList(0, Math.min(youngPeople, found.size()));
        if (shown.isEmpty()) {
            return new TaskPage(List.of(), null);
        }
        var order = new HashMap<Long, Integer>();
        shown.forEach(position -> order.put(position.taskId(), order.size()));
        parameters.put("transfers", order.keySet());
        parameters.put("most", MOST_PER_YOUNG_PERSON * shown.size());
        var tasks = jdbc
                .sql("SELECT DISTINCT i.due_at, i.task_id, t.transfer_id" + joined(filter)
                        + " AND t.transfer_id IN (:transfers) ORDER BY i.due_at, i.task_id LIMIT :most")
                .params(parameters)
                .query((rs, n) -> Map.entry(rs.getLong(2), order.get(rs.getLong(3))))
                .list()
                .stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        return new TaskPage(summaries(actor.regionId(), tasks), found.size() > youngPeople ? shown.getLast() : null);
    }

    TaskCounts counts(Actor actor, TaskFilter filter, LocalDate today) {
        var parameters = narrowed(actor, filter);
        parameters.put("today", midnight(today));
        parameters.put("tomorrow", midnight(today.plusDays(1)));
        parameters.put("monday", midnight(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
        return jdbc.sql("SELECT COUNT(CASE WHEN due_at < :today THEN 1 END),"
                        + " COUNT(CASE WHEN due_at >= :today AND due_at < :tomorrow THEN 1 END),"
                        + " COUNT(CASE WHEN due_at >= :tomorrow AND due_at < :monday THEN 1 END),"
                        + " COUNT(CASE WHEN due_at >= :tomorrow AND due_at >= :monday THEN 1 END) FROM ("
                        + "SELECT DISTINCT i.due_at, i.task_id" + narrowing(filter) + ") mine")
                .params(parameters)
                .query((rs, n) -> new TaskCounts(rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getInt(4)))
                .single();
    }

    List<TaskSummary> summaries(long regionId, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var rows = jdbc.sql(DETAILS)
                .param("region", regionId)
                .param("ids", ids)
                .query((rs, n) -> row(rs))
                .list();
        var names = people.names(
                rows.stream().map(Row::assigneeId).filter(id -> id != null).toList());
        var order = new HashMap<Long, Integer>();
        ids.forEach(id -> order.put(id, order.size()));
        return rows.stream()
                .sorted(Comparator.comparing(row -> order.get(row.id)))
                .map(row -> summary(regionId, row, names))
                .toList();
    }

    static Set<String> audiences(Actor actor, TaskFilter.Whose whose) {
        return switch (whose) {
            case MINE -> Audience.ofPersons(actor);
            case MY_ROLES -> Audience.ofRoles(actor);
            case MINE_AND_MY_ROLES -> Audience.of(actor);
        };
    }

    private List<TaskPosition> search(Actor actor, TaskFilter filter, TaskPosition from, int limit) {
        var parameters = narrowed(actor, filter);
        parameters.put("due", Timestamp.from(from.dueAt()));
        parameters.put("task", from.taskId());
        parameters.put("limit", limit);
        return jdbc.sql("SELECT DISTINCT i.due_at, i.task_id" + narrowing(filter)
                        + " AND (i.due_at > :due OR (i.due_at = :due AND i.task_id > :task))"
                        + " ORDER BY i.due_at, i.task_id LIMIT :limit")
                .params(parameters)
                .query((rs, n) -> new TaskPosition(rs.getTimestamp(1).toInstant(), rs.getLong(2)))
                .list();
    }

    private Map<String, Object> narrowed(Actor actor, TaskFilter filter) {
        var parameters = new HashMap<String, Object>();
        parameters.put("region", actor.regionId());
        parameters.put("audiences", audiences(actor, filter.whose()));
        if (filter.search() != null && !filter.search().isBlank()) {
            parameters.put(
                    "search", "%" + filter.search().strip().replace("%", "\\%").replace("_", "\\_") + "%");
            parameters.put("named", named(actor, filter.search()));
        }
        if (filter.phase() != null) {
            parameters.put("phase", filter.phase());
        }
        return parameters;
    }

    /** Transfers of young people whose name is like this, however it is spelled. */
    private Set<Long> named(Actor actor, String search) {
        var named = new HashSet<Long>();
        named.add(NOBODY);
        transfers
                .list(actor, new TransferFilter(search, null, null, null), 0, MOST_NAMED)
                .forEach(transfer -> named.add(transfer.id()));
        return named;
    }

    /** What is searched is somebody's own open tasks, never the history. */
    private static String narrowing(TaskFilter filter) {
        return filter.isPlain() ? " FROM inbox i" + mine(filter) : joined(filter);
    }

    private static String joined(TaskFilter filter) {
        var sql = new StringBuilder(" FROM inbox i JOIN task t ON t.region_id = i.region_id AND t.id = i.task_id");
        if (!filter.isPlain()) {
            sql.append(" LEFT JOIN transfer tr ON tr.region_id = t.region_id AND tr.id = t.transfer_id")
                    .append(" LEFT JOIN young_person y ON y.region_id = tr.region_id AND y.id = tr.young_person_id")
                    .append(" LEFT JOIN gathering g ON g.region_id = t.region_id AND g.id = t.transfer_id")
                    .append(" JOIN route_step s ON s.region_id = t.region_id AND s.id = t.step_id");
        }
        return sql.append(mine(filter)).toString();
    }

    private static String mine(TaskFilter filter) {
        var sql = new StringBuilder(" WHERE i.region_id = :region AND i.audience IN (:audiences)");
        if (filter.search() != null && !filter.search().isBlank()) {
            sql.append(" AND (CONCAT(y.first_name, ' ', y.last_name) LIKE :search OR t.transfer_id IN (:named)")
                    .append(" OR g.name LIKE :search)");
        }
        if (filter.phase() != null) {
            sql.append(" AND s.phase = :phase");
        }
        return sql.toString();
    }

    private TaskSummary summary(long regionId, Row row, Map<Long, String> names) {
        var step = routes.step(row.stepId);
        return new TaskSummary(
                row.id,
                row.about,
                step.name(),
                step.phaseName(),
                regions.roles(regionId).get(row.roleCode).name(),
                row.assigneeId,
                row.assigneeId == null ? null : names.get(row.assigneeId),
                row.claimed,
                row.dueAt,
                row.openedAt,
                row.originalDueAt,
                row.postponeReason);
    }

    private static Row row(ResultSet rs) throws SQLException {
        var due = rs.getTimestamp("due_at");
        var originalDue = rs.getTimestamp("original_due_at");
        return new Row(
                rs.getLong("id"),
                about(rs),
                rs.getLong("step_id"),
                rs.getString("role_code"),
                rs.getObject("assignee_id", Long.class),
                rs.getBoolean("claimed"),
                due == null ? null : due.toInstant(),
                rs.getTimestamp("opened_at").toInstant(),
                originalDue == null ? null : originalDue.toInstant(),
                rs.getString("postpone_reason"));
    }

    private static About about(ResultSet rs) throws SQLException {
        var id = rs.getLong("transfer_id");
        var group = rs.getString("group_name");
        return group == null
                ? new About.YoungPerson(id, rs.getString("first_name"), rs.getString("last_name"))
                : new About.Group(id, group);
    }

    private static Timestamp midnight(LocalDate date) {
        return Timestamp.from(date.atStartOfDay(PlatformClock.ZONE).toInstant());
    }

    /** Phases of the actor's open tasks, to filter on. */
    Map<String, String> phases(Actor actor) {
        return jdbc
                .sql(
                        "SELECT DISTINCT t.step_id FROM inbox i JOIN task t ON t.region_id = i.region_id AND t.id = i.task_id"
                                + " WHERE i.region_id = :region AND i.audience IN (:audiences)")
                .param("region", actor.regionId())
                .param("audiences", Audience.of(actor))
                .query(Long.class)
                .list()
                .stream()
                .map(routes::step)
                .filter(step -> step.phase() != null)
                .sorted(Comparator.comparing(step -> step.position()))
                .collect(Collectors.toMap(
                        step -> step.phase(),
                        step -> step.phaseName(),
                        (first, second) -> first,
                        java.util.LinkedHashMap::new));
    }

    private record Row(
            long id,
            About about,
            long stepId,
            String roleCode,
            Long assigneeId,
            boolean claimed,
            Instant dueAt,
            Instant openedAt,
            Instant originalDueAt,
            String postponeReason) {}
}
