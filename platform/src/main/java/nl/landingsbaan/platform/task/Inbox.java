package nl.landingsbaan.platform.task;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tasks by audience: a small table in the order in which lists are read. */
@Component
class Inbox {

    /** What has no due date stands last. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(TaskRow task, Set<String> audiences) {
        for (var audience : audiences) {
            jdbc.sql("INSERT INTO inbox (region_id, audience, due_at, task_id, role_code) VALUES (?, ?, ?, ?, ?)")
                    .params(
                            task.regionId,
                            audience,
                            Timestamp.from(task.dueAt == null ? NEVER : task.dueAt),
                            task.id,
                            task.roleCode)
                    .update();
        }
    }

    /** Takes a task out of every list it stands in. */
    Set<String> take(long regionId, long taskId) {
        return new HashSet<>(jdbc.sql("DELETE FROM inbox WHERE region_id = ? AND task_id = ? RETURNING audience")
                .params(regionId, taskId)
                .query(String.class)
                .list());
    }

    Set<String> audiences(long regionId, long taskId) {
        return new HashSet<>(jdbc.sql("SELECT audience FROM inbox WHERE region_id = ? AND task_id = ?")
                .params(regionId, taskId)
                .query(String.class)
                .list());
    }

    /**
     * The first tasks of these audiences after a position, by due date. Each audience is a range of the primary key, of which no
     * more than the page is read.
     */
    List<TaskPosition> page(long regionId, Set<String> audiences, TaskPosition after, int limit) {
        var parameters = new HashMap<String, Object>();
        var ranges = new ArrayList<String>();
        for (var audience : audiences) {
            var name = "audience" + ranges.size();
            parameters.put(name, audience);
            ranges.add("(SELECT due_at, task_id FROM inbox WHERE region_id = :region AND audience = :" + name
                    + " AND (due_at > :due OR (due_at = :due AND task_id > :task))"
                    + " ORDER BY due_at, task_id LIMIT :limit)");
        }
        parameters.put("region", regionId);
        parameters.put("due", Timestamp.from(after.dueAt()));
        parameters.put("task", after.taskId());
        parameters.put("limit", limit);
        return jdbc.sql(String.join(" UNION ", ranges) + " ORDER BY due_at, task_id LIMIT :limit")
                .params(parameters)
                .query((rs, n) -> new TaskPosition(rs.getTimestamp(1).toInstant(), rs.getLong(2)))
                .list();
    }

    /** The tasks in the list of one audience. */
    List<Long> tasks(long regionId, String audience) {
        return jdbc.sql("SELECT task_id FROM inbox WHERE region_id = ? AND audience = ?")
                .params(regionId, audience)
                .query(Long.class)
                .list();
    }
}
