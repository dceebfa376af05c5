package nl.landingsbaan.platform.task;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much is open and too late in a region, by role. Reads the inbox only: what is closed costs nothing. */
@Service
public class OverdueTasks {

    /** A task stands in the inbox once for each audience, and counts once. */
    static final String BY_ROLE = "SELECT role_code, COUNT(DISTINCT task_id),"
            + " COUNT(DISTINCT CASE WHEN due_at < ? THEN task_id END)"
            + " FROM inbox FORCE INDEX (inbox_by_role) WHERE region_id = ? GROUP BY role_code";

    private final JdbcClient jdbc;
    private final Clock clock;

    OverdueTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The open tasks of one role.
     *
     * @param overdue of these, those with a due date before today
     */
    public record OpenTasks(int open, int overdue) {

        /** A role for which nothing is open. */
        public static final OpenTasks NONE = new OpenTasks(0, 0);
    }

    /** The open tasks by role code; roles without open tasks are absent. */
    @Transactional(readOnly = true)
    public Map<String, OpenTasks> byRole(long regionId) {
        var today = PlatformClock.today(clock).atStartOfDay(PlatformClock.ZONE);
        return jdbc
                .sql(BY_ROLE)
                .params(Timestamp.from(today.toInstant()), regionId)
                .query((rs, n) -> Map.entry(rs.getString(1), new OpenTasks(rs.getInt(2), rs.getInt(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
