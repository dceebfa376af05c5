package nl.landingsbaan.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The database itself refuses a reference from a row of one region to a row of another. */
@WithServers(clock = TestServers.EngineClock.CONTROLLED)
@SpringBootTest(classes = TestPlatform.class)
class RegionReferencesTest {

    /** MariaDB: "Cannot add or update a child row: a foreign key constraint fails". */
    private static final int NO_SUCH_PARENT = 1452;

    /** A foreign key between two tables that both have a region. */
    record Reference(String name, String table, List<String> columns, String parent, List<String> parentColumns) {}

    @Autowired
    TestRegions regions;

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformClock now;

    @Test
    void everyReferenceBetweenRowsOfRegionsCarriesTheRegion() {
        assertThat(references()).hasSizeGreaterThan(15).allSatisfy(reference -> {
            assertThat(reference.columns()).as(reference.name()).contains("region_id");
            assertThat(reference.parentColumns().get(reference.columns().indexOf("region_id")))
                    .isEqualTo("region_id");
        });
    }

    @Test
    void aReferenceToARowOfAnotherRegionIsRefused() {
        var north = withATransfer("oost");
        var south = withATransfer("west");
        var refused = new ArrayList<String>();

        for (var reference : references()) {
            for (var column : reference.columns()) {
                var parentColumn =
                        reference.parentColumns().get(reference.columns().indexOf(column));
                if (!column.equals("region_id") && parentColumn.equals("id")) {
                    refuse(reference, column, north, south);
                    refused.add(reference.table() + "." + column);
                }
            }
        }
        assertThat(refused)
                .contains(
                        "membership.organisation_id",
                        "route_process.route_version_id",
                        "transfer.young_person_id",
                        "transfer.route_version_id",
                        "transfer.origin_id",
                        "participant.transfer_id",
                        "participant.organisation_id",
                        "phase_visit.transfer_id",
                        "task.transfer_id",
                        "task.step_id",
                        "inbox.task_id",
                        "answer.transfer_id",
                        "answer.task_id",
                        "steering_choice.transfer_id");
    }

    /** Points a row of the one region to a row of the other, by an INSERT of a copy. */
    private void refuse(Reference reference, String column, long region, long otherRegion) {
        var parent = jdbc.queryForObject(
                "SELECT MAX(id) FROM " + reference.parent() + " WHERE region_id = ?", Long.class, otherRegion);
        assertThat(parent)
                .as("a row of %s in the other region", reference.parent())
                .isNotNull();
        var row = jdbc.queryForList("SELECT * FROM " + reference.table() + " WHERE region_id = ? LIMIT 1", region);
        assertThat(row).as("a row of %s", reference.table()).hasSize(1);
        var copy = new LinkedHashMap<>(row.getFirst());
        copy.put(column, parent);
        freeKeyColumns(reference.table())
                .forEach(each -> copy.computeIfPresent(each, (key, value) -> switch (value) {
                    case Number number -> -1L;
                    case String text -> "x";
                    default -> value;
                }));
        copy.computeIfPresent("role_code", (key, value) -> "beheerder");
        assertThat(errorOfInsert(reference.table(), copy))
                .as("%s.%s to a row of another region", reference.table(), column)
                .isEqualTo(NO_SUCH_PARENT);
        copy.put("region_id", otherRegion);
        copy.put(column, row.getFirst().get(column));
        assertThat(errorOfInsert(reference.table(), copy))
                .as("%s of another region to this region's %s", reference.table(), column)
                .isEqualTo(NO_SUCH_PARENT);
    }

    private int errorOfInsert(String table, Map<String, Object> row) {
        var columns = String.join(", ", row.keySet());
        var places = row.keySet().stream().map(c -> "?").collect(Collectors.joining(", "));
        return transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                jdbc.update(
                        "INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")",
                        row.values().toArray());
                return 0;
            } catch (DataAccessException e) {
                return e.getMostSpecificCause() instanceof SQLException sql ? sql.getErrorCode() : -1;
            }
        });
    }

    /** Columns of unique keys that refer to nothing: they get another value in a copy, so that only the reference is refused. */
    private List<String> freeKeyColumns(String table) {
        return jdbc.queryForList(
                "SELECT DISTINCT s.column_name FROM information_schema.statistics s WHERE s.table_schema = DATABASE()"
                        + " AND s.table_name = ? AND s.non_unique = 0 AND NOT EXISTS (SELECT 1"
                        + " FROM information_schema.key_column_usage k WHERE k.table_schema = DATABASE()"
                        + " AND k.table_name = s.table_name AND k.column_name = s.column_name"
                        + " AND k.referenced_table_name IS NOT NULL)",
                String.class,
                table);
    }

    private List<Reference> references() {
        return jdbc
                .queryForList(
                        "SELECT k.constraint_name AS name, k.table_name AS child, k.referenced_table_name AS parent,"
                                + " GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position) AS columns,"
                                + " GROUP_CONCAT(k.referenced_column_name ORDER BY k.ordinal_position) AS parents"
                                + " FROM information_schema.key_column_usage k"
                                + " WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL"
                                + " AND k.referenced_table_name <> 'region'"
                                + " AND EXISTS (SELECT 1 FROM information_schema.columns c WHERE c.table_schema = DATABASE()"
                                + " AND c.table_name = k.table_name AND c.column_name = 'region_id')"
                                + " AND EXISTS (SELECT 1 FROM information_schema.columns c WHERE c.table_schema = DATABASE()"
                                + " AND c.table_name = k.referenced_table_name AND c.column_name = 'region_id')"
                                + " GROUP BY k.constraint_name, k.table_name, k.referenced_table_name")
                .stream()
                .map(row -> new Reference(
                        row.get("name").toString(),
                        row.get("child").toString(),
                        List.of(row.get("columns").toString().split(",")),
                        row.get("parent").toString(),
                        List.of(row.get("parents").toString().split(","))))
                .toList();
    }

    private long withATransfer(String code) {
        TestRegion region = regions.make(
                code + System.nanoTime(),
                LocalDate.now(now).plusMonths(8).withMonth(9).withDayOfMonth(1));
        var transfer = regions.refer(region, "Noor", "Testman");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !tasks.list(region.mentor(), TaskFilter.ALL, null, 10)
                        .tasks()
                        .isEmpty());
        tasks.complete(
                region.mentor(),
                tasks.list(region.mentor(), TaskFilter.ALL, null, 10)
                        .tasks()
                        .getFirst()
                        .id(),
                Map.of("coach", Long.toString(region.coach().accountId()), "gaat_door", "ja"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !tasks.list(region.coach(), TaskFilter.ALL, null, 10)
                        .tasks()
                        .isEmpty());
        transaction.executeWithoutResult(status -> jdbc.update(
                "INSERT INTO steering_choice (region_id, transfer_id, field, value) VALUES (?, ?, 'proef', 'ja')",
                region.region().id(),
                transfer));
        return region.region().id();
    }
}
