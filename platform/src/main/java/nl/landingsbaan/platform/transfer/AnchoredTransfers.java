package nl.landingsbaan.platform.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.SchoolYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The dates of running transfers: as the engine knows them, and as the calendar has them. */
@Service
public class AnchoredTransfers {

    private static final TypeReference<Map<String, String>> DATES = new TypeReference<>() {};

    private static final String RUNNING =
            "SELECT t.id, t.process_instance_key, t.school_year, t.anchors, t.route_version_id,"
                    + " p.birth_date FROM transfer t JOIN young_person p ON p.region_id = t.region_id AND p.id = t.young_person_id"
                    + " WHERE t.region_id = :region AND t.ended_at IS NULL AND ";

    private final RouteInput input;
    private final Regions regions;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    AnchoredTransfers(RouteInput input, Regions regions, JdbcClient jdbc, JsonMapper json) {
        this.input = input;
        this.regions = regions;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A transfer that has not ended. */
    @Transactional(readOnly = true)
    public Optional<Anchored> running(long regionId, long transferId) {
        return jdbc.sql(RUNNING + "t.id = :transfer")
                .param("region", regionId)
                .param("transfer", transferId)
                .query((rs, n) -> read(rs, regionId, regions.calendar(regionId)))
                .optional();
    }

    /**
     * Every transfer that has not ended and whose dates would not be those that the engine counts with.
     *
     * @param calendar the school years as they would be
     */
    @Transactional(readOnly = true)
    public List<Anchored> moving(long regionId, List<SchoolYear> calendar) {
        return jdbc
                .sql(RUNNING + "t.anchors IS NOT NULL ORDER BY t.id")
                .param("region", regionId)
                .query((rs, n) -> read(rs, regionId, calendar))
                .list()
                .stream()
                .filter(Anchored::hasMoved)
                .toList();
    }

    /** The transfers of a young person that have not ended. */
    @Transactional(readOnly = true)
    public List<Long> runningOf(long regionId, long youngPersonId) {
        return jdbc.sql("SELECT id FROM transfer WHERE region_id = ? AND young_person_id = ? AND ended_at IS NULL")
                .params(regionId, youngPersonId)
                .query(Long.class)
                .list();
    }

    /** The engine counts with these dates from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void given(long regionId, long transferId, Map<String, String> anchors) {
        jdbc.sql("UPDATE transfer SET anchors = ? WHERE region_id = ? AND id = ?")
                .params(json.writeValueAsString(anchors), regionId, transferId)
                .update();
    }

    private Anchored read(ResultSet rs, long regionId, List<SchoolYear> calendar) throws SQLException {
        Map<String, SchoolYear> years =
                calendar.stream().collect(Collectors.toMap(SchoolYear::code, Function.identity()));
        var year = years.get(rs.getString("school_year"));
        return new Anchored(
                rs.getLong("id"),
                rs.getObject("process_instance_key", Long.class),
                year.code(),
                dates(rs.getString("anchors")),
                input.anchors(
                        calendar, year, rs.getLong("route_version_id"), rs.getObject("birth_date", LocalDate.class)));
    }

    private Map<String, String> dates(String anchors) {
        return anchors == null ? Map.of() : json.readValue(anchors, DATES);
    }
}
