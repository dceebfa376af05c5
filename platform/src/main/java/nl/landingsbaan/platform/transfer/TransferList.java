package nl.landingsbaan.platform.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Category;
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
            " t.id, y.first_name, y.last_name, o.name AS origin, t.school_year, t.phase, t.outcome, t.started_at,"
                    + " t.route_version_id";
    private static final String WHO_AND_WHERE =
            " JOIN young_person y ON y.region_id = t.region_id AND y.id = t.young_person_id"
                    + " JOIN organisation o ON o.region_id = t.region_id AND o.id = t.origin_id";
    private static final String LINES = "SELECT" + COLUMNS + " FROM transfer t" + WHO_AND_WHERE;
    /** Read for the lines of a page only: in the list's own query it would be read for every line that is sorted. */
    private static final String OUTCOME_SOURCES =
            "SELECT t.id, (SELECT a.organisation_id FROM answer a WHERE a.region_id = t.region_id AND a.transfer_id = t.id"
                    + " AND a.answered_at <= t.ended_at AND a.reason IS NULL ORDER BY a.answered_at DESC, a.id DESC"
                    + " LIMIT 1) AS organisation_id FROM transfer t WHERE t.region_id = :region AND t.id IN (:ended)";
    /** In the order of the first table, so that no more of it is looked up than is asked for. */
    private static final String MOST_ALIKE_FIRST = " ORDER BY alike.hits DESC, alike.young_person_id LIMIT :limit";

    private static final String ALIKE = "SELECT STRAIGHT_JOIN t.id FROM (" + NameIndex.ALIKE + ") alike"
            + " JOIN transfer t ON t.region_id = :region AND t.young_person_id = alike.young_person_id WHERE ";

    /** More names than this that are like what was typed help nobody. */
    private static final int MOST_ALIKE = 200;

    private final JdbcClient jdbc;
    private final Participants participants;
    private final Sights sights;
    private final Routes routes;
    private final Regions regions;

    TransferList(JdbcClient jdbc, Participants participants, Sights sights, Routes routes, Regions regions) {
        this.jdbc = jdbc;
        this.participants = participants;
        this.sights = sights;
        this.routes = routes;
        this.regions = regions;
    }

    TransferSummary summary(Actor actor, long transferId) {
        return summary(actor.regionId(), transferId, participants.viewer(actor, transferId));
    }

    /** Several at once, by id; in as many queries as for one. */
    Map<Long, TransferSummary> summaries(Actor actor, Collection<Long> transferIds) {
        if (transferIds.isEmpty()) {
            return Map.of();
        }
        var lines = jdbc.sql(LINES + " WHERE t.region_id = :region AND t.id IN (:ids)")
                .param("region", actor.regionId())
                .param("ids", transferIds)
                .query((rs, n) -> line(actor.regionId(), rs))
                .list();
        return seen(actor, lines).stream().collect(Collectors.toMap(TransferSummary::id, line -> line));
    }

    TransferSummary summary(long regionId, long transferId, Viewer viewer) {
        var line = jdbc.sql(LINES + " WHERE t.region_id = ? AND t.id = ?")
                .params(regionId, transferId)
                .query((rs, n) -> line(regionId, rs))
                .single();
        return line.outcome() == null
                ? line
                : seen(regionId, List.of(line), Map.of(transferId, viewer)).getFirst();
    }

    List<TransferSummary> page(Actor actor, TransferFilter filter, int offset, int limit) {
        var typed = filter.search() == null ? List.<String>of() : Names.typed(filter.search());
        if (!typed.isEmpty()) {
            return alike(actor, filter, typed).stream()
                    .skip(offset)
                    .limit(limit)
                    .toList();
        }
        var visible = VisibleTransfers.to(actor);
        var parameters = visible.parameters();
        // From the actor's side, whatever the database holds to be cheaper: a region is larger than what one person
        // sees of it.
        var sql = new StringBuilder("SELECT STRAIGHT_JOIN")
                .append(COLUMNS)
                .append(" FROM (")
                .append(visible.ids())
                .append(") v JOIN transfer t ON t.region_id = :region AND t.id = v.id")
                .append(WHO_AND_WHERE)
                .append(" WHERE t.region_id = :region");
        narrow(sql, parameters, filter);
        sql.append(" ORDER BY y.last_name, y.first_name, t.id LIMIT :limit OFFSET :offset");
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        var lines = jdbc.sql(sql.toString())
                .params(parameters)
                .query((rs, n) -> line(actor.regionId(), rs))
                .list();
        return seen(actor, lines);
    }

    private List<TransferSummary> seen(Actor actor, List<TransferSummary> lines) {
        var ended = ended(lines);
        return ended.isEmpty() ? lines : seen(actor.regionId(), lines, participants.viewers(actor, ended));
    }

    /** How it ended is for those only with whom that is shared; it came from whoever gave the last answer in a form before the end. */
    private List<TransferSummary> seen(long regionId, List<TransferSummary> lines, Map<Long, Viewer> viewers) {
        var bySight = sights.of(regionId, viewers);
        var sources = outcomeSources(regionId, ended(lines));
        return lines.stream()
                .map(line ->
                        line.outcome() == null || bySight.get(line.id()).sees(Category.UITKOMST, sources.get(line.id()))
                                ? line
                                : line.withUnknownOutcome())
                .toList();
    }

    private Map<Long, Long> outcomeSources(long regionId, List<Long> ended) {
        var sources = new HashMap<Long, Long>();
        jdbc.sql(OUTCOME_SOURCES)
                .param("region", regionId)
                .param("ended", ended)
                .query(rs -> {
                    sources.put(rs.getLong("id"), rs.getObject("organisation_id", Long.class));
                });
        return sources;
    }

    private static List<Long> ended(List<TransferSummary> lines) {
        return lines.stream()
                .filter(line -> line.outcome() != null)
                .map(TransferSummary::id)
                .toList();
    }

    /** Those whose name is like what was typed, the nearest first; of very many, those that share most of it. */
    private List<TransferSummary> alike(Actor actor, TransferFilter filter, List<String> typed) {
        var grams = Names.grams(typed);
        var visible = VisibleTransfers.to(actor);
        var parameters = visible.parameters();
        parameters.put("grams", grams);
        parameters.put("enough", NameIndex.enough(grams));
        parameters.put("limit", MOST_ALIKE);
        var alike = new StringBuilder(ALIKE).append(visible.contains("t.id"));
        narrow(alike, parameters, filter);
        alike.append(MOST_ALIKE_FIRST);
        var ids =
                jdbc.sql(alike.toString()).params(parameters).query(Long.class).list();
        if (ids.isEmpty()) {
            return List.of();
        }
        var lines = jdbc.sql(LINES
                        + " WHERE t.region_id = :region AND t.id IN (:ids) ORDER BY y.last_name, y.first_name, t.id")
                .param("region", actor.regionId())
                .param("ids", ids)
                .query((rs, n) -> line(actor.regionId(), rs))
                .list();
        return seen(actor, lines).stream()
                .map(line ->
                        new Alike(line, Names.distance(typed, Names.words(line.firstName() + " " + line.lastName()))))
                .filter(found -> found.distance().isPresent())
                .sorted(Comparator.comparing(found -> found.distance().getAsInt()))
                .map(Alike::line)
                .toList();
    }

    private record Alike(TransferSummary line, OptionalInt distance) {}

    private static void narrow(StringBuilder sql, Map<String, Object> parameters, TransferFilter filter) {
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
