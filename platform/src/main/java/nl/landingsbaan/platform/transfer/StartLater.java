package nl.landingsbaan.platform.transfer;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Transfers that were referred together start a few each second, every region in its turn: a class of two thousand keeps nobody
 * waiting. What waits here survives a crash.
 */
@Component
class StartLater {

    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

    private static final int EACH_SECOND = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    StartLater(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    @Transactional
    void add(TransferStarted started) {
        jdbc.sql("INSERT INTO transfer_start_later (region_id, transfer_id, route_version_id, variables)"
                        + " VALUES (?, ?, ?, ?)")
                .params(
                        started.regionId(),
                        started.transferId(),
                        started.routeVersionId(),
                        json.writeValueAsString(started.variables()))
                .update();
    }

    @Scheduled(fixedDelay = 1000)
    @Transactional
    public void startSome() {
        var regions = jdbc.sql("SELECT DISTINCT region_id FROM transfer_start_later")
                .query(Long.class)
                .list();
        for (var region : regions) {
            next(region, Math.max(1, EACH_SECOND / regions.size())).forEach(events::publishEvent);
        }
    }

    private List<TransferStarted> next(long regionId, int number) {
        return jdbc.sql("DELETE FROM transfer_start_later WHERE region_id = ? ORDER BY transfer_id LIMIT ?"
                        + " RETURNING transfer_id, route_version_id, variables")
                .params(regionId, number)
                .query((rs, n) -> new TransferStarted(
                        regionId, rs.getLong(1), rs.getLong(2), json.readValue(rs.getString(3), VARIABLES)))
                .list();
    }
}
