package nl.landingsbaan.platform.transfer;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which organisations took part and do not any more, because nothing is shared with them. */
@Component
class ParticipationEndings {

    private final JdbcClient jdbc;
    private final Clock clock;

    ParticipationEndings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void put(ParticipantRow row, long endedBy) {
        jdbc.sql(
                        "REPLACE INTO participation_ended"
                                + " (region_id, transfer_id, role_code, organisation_id, ended_at, ended_by) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        row.regionId,
                        row.transferId,
                        row.roleCode,
                        row.organisationId,
                        Timestamp.from(clock.instant()),
                        endedBy)
                .update();
    }

    /** The school that referred, if somebody's part in one of these roles was ended. */
    Optional<Long> originOfEnded(long regionId, long transferId, Collection<String> roleCodes) {
        return jdbc.sql(
                        "SELECT DISTINCT t.origin_id FROM participation_ended e JOIN transfer t ON t.region_id = e.region_id"
                                + " AND t.id = e.transfer_id WHERE e.region_id = :region AND e.transfer_id = :transfer"
                                + " AND e.role_code IN (:roles)")
                .param("region", regionId)
                .param("transfer", transferId)
                .param("roles", roleCodes)
                .query(Long.class)
                .optional();
    }
}
