package nl.landingsbaan.platform.transfer;

import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many young people each person accompanies at present, and how many at most. */
@Service
@Transactional(readOnly = true)
public class Caseload {

    private final JdbcClient jdbc;
    private final Regions regions;

    Caseload(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    /** The most young people that somebody in the role accompanies at a time; null: no maximum. */
    public Integer maximum(long regionId, String roleCode) {
        return regions.region(regionId).settings().caseload().get(roleCode);
    }

    /** The number of young people under way that each person takes part in, in this role; whoever has none is absent. */
    public Map<Long, Integer> byPerson(long regionId, String roleCode) {
        return jdbc
                .sql(
                        "SELECT p.account_id, COUNT(*) FROM participant p"
                                + " JOIN transfer t ON t.region_id = p.region_id AND t.id = p.transfer_id AND t.ended_at IS NULL"
                                + " WHERE p.region_id = ? AND p.role_code = ? AND p.account_id IS NOT NULL GROUP BY p.account_id")
                .params(regionId, roleCode)
                .query((rs, n) -> Map.entry(rs.getLong(1), rs.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The number of young people under way that one person takes part in, in this role. */
    public int of(long regionId, String roleCode, long accountId) {
        return jdbc.sql("SELECT COUNT(*) FROM participant p"
                        + " JOIN transfer t ON t.region_id = p.region_id AND t.id = p.transfer_id AND t.ended_at IS NULL"
                        + " WHERE p.region_id = ? AND p.account_id = ? AND p.role_code = ?")
                .params(regionId, accountId, roleCode)
                .query(Integer.class)
                .single();
    }

    /** Whether one more young person would be more than the maximum. Two who ask for the same person wait for each other. */
    @Transactional
    boolean isFull(long regionId, String roleCode, long accountId) {
        var maximum = maximum(regionId, roleCode);
        if (maximum == null) {
            return false;
        }
        jdbc.sql("SELECT id FROM account WHERE id = ? FOR UPDATE")
                .param(accountId)
                .query(Long.class)
                .single();
        return of(regionId, roleCode, accountId) >= maximum;
    }
}
