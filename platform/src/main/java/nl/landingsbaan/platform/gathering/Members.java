package nl.landingsbaan.platform.gathering;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who belongs to a group: the young people who are up for groups of its code while it runs; of an ended group those who were. Of a group
 * for one choice those who made it, and of a group of one school year those of that year.
 */
@Component
class Members {

    private static final String OF_GROUPS = " FROM gathering g JOIN gathering_candidate c ON c.region_id = g.region_id"
            + " AND c.code = g.code AND (g.part = '' OR c.part = g.part)"
            + " AND IF(g.ended_at IS NULL, c.left_at IS NULL,"
            + " c.entered_at <= g.ended_at AND (c.left_at IS NULL OR c.left_at >= g.started_at))"
            + " JOIN transfer t ON t.region_id = c.region_id AND t.id = c.transfer_id"
            + " AND (g.ended_at IS NOT NULL OR t.ended_at IS NULL)"
            + " AND (g.any_school_year OR t.school_year = g.school_year)"
            + " WHERE g.region_id = :region AND g.id IN (:groups)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Members(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The transfers of a group's members, each with its marks. */
    Map<Long, Set<String>> of(long regionId, long gatheringId) {
        var members = new HashMap<Long, Set<String>>();
        jdbc.sql("SELECT DISTINCT c.transfer_id" + OF_GROUPS)
                .param("region", regionId)
                .param("groups", List.of(gatheringId))
                .query(Long.class)
                .list()
                .forEach(transfer -> members.put(transfer, new HashSet<>()));
        jdbc.sql("SELECT transfer_id, mark FROM gathering_mark WHERE region_id = ? AND gathering_id = ?")
                .params(regionId, gatheringId)
                .query((rs, n) -> Map.entry(rs.getLong(1), rs.getString(2)))
                .list()
                .forEach(mark ->
                        members.getOrDefault(mark.getKey(), new HashSet<>()).add(mark.getValue()));
        return members;
    }

    /** How many members these groups have; groups without any are absent. */
    Map<Long, Integer> count(long regionId, Collection<Long> gatheringIds) {
        return gatheringIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT g.id, COUNT(DISTINCT c.transfer_id)" + OF_GROUPS + " GROUP BY g.id")
                        .param("region", regionId)
                        .param("groups", gatheringIds)
                        .query((rs, n) -> Map.entry(rs.getLong(1), rs.getInt(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** These members were chosen for this, and nobody else. */
    void mark(long regionId, long gatheringId, String mark, Collection<Long> transferIds, long by) {
        jdbc.sql("DELETE FROM gathering_mark WHERE region_id = ? AND gathering_id = ? AND mark = ?")
                .params(regionId, gatheringId, mark)
                .update();
        transferIds.forEach(transfer -> jdbc.sql("INSERT INTO gathering_mark"
                        + " (region_id, gathering_id, transfer_id, mark, given_at, given_by) VALUES (?, ?, ?, ?, ?, ?)")
                .params(regionId, gatheringId, transfer, mark, now(), by)
                .update());
    }

    /** A young person comes up for groups. Doing it twice is harmless. */
    void enter(long regionId, long transferId, String code, String part, long elementInstanceKey) {
        jdbc.sql(
                        "INSERT IGNORE INTO gathering_candidate"
                                + " (region_id, transfer_id, element_instance_key, code, part, entered_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(regionId, transferId, elementInstanceKey, code, part, now())
                .update();
    }

    /** A young person is up for groups no longer, by one step or, without its key, by any. */
    void leave(long regionId, long transferId, Long elementInstanceKey) {
        jdbc.sql("UPDATE gathering_candidate SET left_at = :now WHERE region_id = :region AND transfer_id = :transfer"
                        + " AND left_at IS NULL AND (:key IS NULL OR element_instance_key = :key)")
                .param("now", now())
                .param("region", regionId)
                .param("transfer", transferId)
                .param("key", elementInstanceKey)
                .update();
    }

    /** A young person who is up for groups of this code chose another one. */
    void move(long regionId, long transferId, String code, String part) {
        jdbc.sql("UPDATE gathering_candidate SET part = ? WHERE region_id = ? AND transfer_id = ? AND code = ?"
                        + " AND left_at IS NULL")
                .params(part, regionId, transferId, code)
                .update();
    }

    /** The keys of the steps by which a young person is up for groups now. */
    List<Long> steps(long regionId, long transferId) {
        return jdbc.sql("SELECT element_instance_key FROM gathering_candidate WHERE region_id = ? AND transfer_id = ?"
                        + " AND left_at IS NULL")
                .params(regionId, transferId)
                .query(Long.class)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
