package nl.landingsbaan.platform.task;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What whoever tells people about their tasks must know: whose a task is, and what is due. */
@Service
@Transactional(readOnly = true)
public class TaskWatch {

    private static final String DUE = "SELECT i.task_id, t.transfer_id, i.audience, i.due_at"
            + " FROM inbox i FORCE INDEX (inbox_by_role) JOIN task t ON t.id = i.task_id"
            + " WHERE i.region_id = ? AND i.role_code = ? AND i.due_at >= ? AND i.due_at < ?";

    private final TaskRepository tasks;
    private final Inbox inbox;
    private final TaskList list;
    private final People people;
    private final Regions regions;
    private final JdbcClient jdbc;

    TaskWatch(TaskRepository tasks, Inbox inbox, TaskList list, People people, Regions regions, JdbcClient jdbc) {
        this.tasks = tasks;
        this.inbox = inbox;
        this.list = list;
        this.people = people;
        this.regions = regions;
        this.jdbc = jdbc;
    }

    /**
     * A task came to people in person, or was taken away from them by the route.
     *
     * @param accountIds never empty
     */
    public record Turn(boolean takenAway, Set<Long> accountIds) {}

    /**
     * An open task with a due date.
     *
     * @param accountIds whose it is in person, or as the only one with the role
     */
    public record Due(long taskId, long transferId, LocalDate day, Set<Long> accountIds) {}

    /**
     * A task as far as it is told in a line.
     *
     * @param open whether the actor can work on it now
     */
    public record Glimpse(long taskId, About about, String stepName, boolean open) {}

    /** What a change in the lists means for people; empty when it means nothing to anybody in particular. */
    public Optional<Turn> turn(TaskChange change) {
        var task = tasks.findById(change.taskId()).orElse(null);
        if (task == null || task.state == TaskState.COMPLETED || task.state == TaskState.OPEN && task.claimed) {
            return Optional.empty();
        }
        var takenAway = task.state == TaskState.EXPIRED;
        var whose = persons(
                change.regionId(),
                takenAway ? change.audiences() : inbox.audiences(change.regionId(), change.taskId()),
                new HashMap<>());
        return whose.isEmpty() ? Optional.empty() : Optional.of(new Turn(takenAway, whose));
    }

    /** Whether a task is still there to be done. */
    public boolean isOpen(long taskId) {
        return tasks.findById(taskId)
                .filter(task -> task.state == TaskState.OPEN)
                .isPresent();
    }

    /** The open tasks of a region with a due date from a moment until before another, as far as they are somebody's. */
    public List<Due> due(long regionId, Instant from, Instant until) {
        var found = new LinkedHashMap<Long, Due>();
        var holders = new HashMap<String, Optional<Long>>();
        for (var role : regions.roles(regionId).keySet()) {
            jdbc.sql(DUE)
                    .params(regionId, role, Timestamp.from(from), Timestamp.from(until))
                    .query((rs, n) -> new DueLine(
                            rs.getLong(1),
                            rs.getLong(2),
                            rs.getString(3),
                            LocalDate.ofInstant(rs.getTimestamp(4).toInstant(), PlatformClock.ZONE)))
                    .list()
                    .forEach(line -> found.computeIfAbsent(
                                    line.task, id -> new Due(id, line.transfer, line.day, new TreeSet<>()))
                            .accountIds()
                            .addAll(persons(regionId, Set.of(line.audience), holders)));
        }
        return found.values().stream()
                .filter(due -> !due.accountIds().isEmpty())
                .toList();
    }

    /** How many of the open tasks that are there for all of the actor's roles opened after this moment. */
    public int newForRoles(Actor actor, Instant since) {
        return jdbc.sql("SELECT COUNT(DISTINCT i.task_id) FROM inbox i JOIN task t ON t.id = i.task_id"
                        + " WHERE i.region_id = :region AND i.audience IN (:audiences) AND t.opened_at > :since")
                .param("region", actor.regionId())
                .param("audiences", Audience.ofRoles(actor))
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /**
     * These tasks by id, of the actor's region, whether or not the actor may see whom they are about: only those marked open are
     * certainly there for the actor.
     */
    public Map<Long, Glimpse> glimpses(Actor actor, Collection<Long> taskIds) {
        if (taskIds.isEmpty()) {
            return Map.of();
        }
        var open = new HashSet<>(jdbc.sql("SELECT task_id FROM inbox WHERE region_id = :region AND task_id IN (:tasks)"
                        + " AND audience IN (:audiences)")
                .param("region", actor.regionId())
                .param("tasks", taskIds)
                .param("audiences", Audience.of(actor))
                .query(Long.class)
                .list());
        var glimpses = new HashMap<Long, Glimpse>();
        list.summaries(actor.regionId(), List.copyOf(taskIds))
                .forEach(task -> glimpses.put(
                        task.id(), new Glimpse(task.id(), task.about(), task.stepName(), open.contains(task.id()))));
        return glimpses;
    }

    private Set<Long> persons(long regionId, Set<String> audiences, Map<String, Optional<Long>> holders) {
        var persons = new TreeSet<Long>();
        audiences.forEach(audience -> holders.computeIfAbsent(audience, each -> person(regionId, each))
                .ifPresent(persons::add));
        return persons;
    }

    private Optional<Long> person(long regionId, String audience) {
        var parts = audience.split(":", 3);
        return switch (parts[0]) {
            case "p" -> Optional.of(Long.valueOf(parts[1]));
            case "o" -> people.onlyHolder(regionId, parts[2], Long.valueOf(parts[1]));
            default -> people.onlyHolder(regionId, parts[1], null);
        };
    }

    private record DueLine(long task, long transfer, String audience, LocalDate day) {}
}
