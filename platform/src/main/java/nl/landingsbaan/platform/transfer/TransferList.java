package nl.landingsbaan.platform.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.StepKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads transfers as lines of a list: one bounded query, over the index of who takes part. */
@Component
class TransferList {

    private static final String COLUMNS =
            "SELECT t.id, y.first_name, y.last_name, o.name AS origin, t.school_year, t.phase, t.outcome, t.started_at,"
                    + " t.route_version_id FROM transfer t"
                    + " JOIN young_person y ON y.region_id = t.region_id AND y.id = t.young_person_id"
                    + " JOIN organisation o ON o.region_id = t.region_id AND o.id = t.origin_id";

    private final JdbcClient jdbc;
    private final Routes routes;
    private final Regions regions;

    TransferList(JdbcClient jdbc, Routes routes, Regions regions) {
        this.jdbc = jdbc;
        this.routes = routes;
        this.regions = regions;
    }

    TransferSummary summary(long regionId, long transferId) {
        return jdbc.sql(COLUMNS + " WHERE t.region_id = ? AND t.id = ?")
                .params(regionId, transferId)
                .query((rs, n) -> line(regionId, rs))
                .single();
    }

    List<TransferSummary> page(Actor actor, TransferFilter filter, int offset, int limit) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("region", actor.regionId());
        var sql = new StringBuilder(COLUMNS)
                .append(" JOIN (")
                .append(visible(actor, parameters))
                .append(") v ON v.id = t.id");
        sql.append(" WHERE t.region_id = :region");
        narrow(sql, parameters, filter);
        sql.append(" ORDER BY y.last_name, y.first_name, t.id LIMIT :limit OFFSET :offset");
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        return jdbc.sql(sql.toString())
                .params(parameters)
                .query((rs, n) -> line(actor.regionId(), rs))
                .list();
    }

    /** Each way to take part is a range of one index; UNION takes away the doubles. */
    private static String visible(Actor actor, Map<String, Object> parameters) {
        var ways = new ArrayList<String>();
        parameters.put("account", actor.accountId());
        ways.add("SELECT transfer_id AS id FROM participant WHERE region_id = :region AND account_id = :account");
        for (int i = 0; i < actor.memberships().size(); i++) {
            parameters.put("org" + i, actor.memberships().get(i).organisationId());
            parameters.put("role" + i, actor.memberships().get(i).role().code());
            ways.add("SELECT transfer_id FROM participant WHERE region_id = :region AND organisation_id = :org" + i
                    + " AND role_code = :role" + i + " AND account_id IS NULL");
        }
        var coordinating = Participants.coordinatingOrganisations(actor);
        if (!coordinating.isEmpty()) {
            parameters.put("coordinating", coordinating);
            ways.add("SELECT transfer_id FROM participant WHERE region_id = :region"
                    + " AND organisation_id IN (:coordinating)");
        }
        return String.join(" UNION ", ways);
    }

    private static void narrow(StringBuilder sql, Map<String, Object> parameters, TransferFilter filter) {
        if (filter.search() != null && !filter.search().isBlank()) {
            sql.append(" AND CONCAT(y.first_name, ' ', y.last_name) LIKE :search");
            parameters.put(
                    "search", "%" + filter.search().strip().replace("%", "\\%").replace("_", "\\_") + "%");
        }
        if (filter.schoolYear() != null) {
            sql.append(" AND t.school_year = :year");
            parameters.put("year", filter.schoolYear());
        }
        if (filter.phase() != null) {
            sql.append(" AND t.phase = :phase");
            parameters.put("phase", filter.phase());
        }
        if (filter.running() != null) {
            sql.append(filter.running() ? " AND t.ended_at IS NULL" : " AND t.ended_at IS NOT NULL");
        }
    }

    private TransferSummary line(long regionId, ResultSet rs) throws SQLException {
        var phase = rs.getString("phase");
        var outcome = rs.getString("outcome");
        return new TransferSummary(
                rs.getLong("id"),
                rs.getString("first_name"),
                rs.getString("last_name"),
                rs.getString("origin"),
                rs.getString("school_year"),
                phase,
                phase == null ? null : phaseName(rs.getLong("route_version_id"), phase),
                outcome,
                outcome == null
                        ? null
                        : regions.region(regionId).settings().outcomes().getOrDefault(outcome, outcome),
                rs.getTimestamp("started_at").toInstant());
    }

    private String phaseName(long routeVersionId, String phase) {
        return routes.steps(routeVersionId).stream()
                .filter(step -> step.kind() == StepKind.PHASE && phase.equals(step.phase()))
                .map(step -> step.name())
                .findFirst()
                .orElse(phase);
    }
}
