package nl.landingsbaan.platform.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.landingsbaan.platform.history.HistoryFile.Line;
import nl.landingsbaan.platform.history.PrintedTotal.Derived;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the history. */
@Component
class HistoryStore {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    HistoryStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** An import as it is stored, with accounts instead of names. */
    record ImportRow(
            long id,
            String fileName,
            HistoryLayout layout,
            int lines,
            Instant importedAt,
            Long importedBy,
            Instant takenBackAt,
            Long takenBackBy) {}

    long add(long regionId, String fileName, HistoryLayout layout, int lines, Instant at, Long accountId) {
        return jdbc.sql(
                        "INSERT INTO history_import (id, region_id, file_name, layout, number, imported_at, imported_by)"
                                + " VALUES (NEXT VALUE FOR id_seq, ?, ?, ?, ?, ?, ?) RETURNING id")
                .param(regionId)
                .param(fileName)
                .param(layout.name())
                .param(lines)
                .param(Timestamp.from(at))
                .param(accountId)
                .query(Long.class)
                .single();
    }

    void addTotals(long regionId, long importId, List<Line<PrintedTotal>> lines) {
        template.batchUpdate(
                "INSERT INTO history_total (region_id, import_id, line, programme, measure, period, category, grouping, kind,"
                        + " least, most, about, printed, derived, unit, measured_on, source, decimals, target, is_public,"
                        + " note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lines,
                BATCH,
                (statement, line) -> {
                    var total = line.value();
                    var amount = total.amount();
                    set(
                            statement,
                            regionId,
                            importId,
                            line.number(),
                            total.programme(),
                            total.measure(),
                            total.period(),
                            total.category(),
                            total.group(),
                            amount.kind().name(),
                            amount.least(),
                            amount.most(),
                            amount.about(),
                            amount.printed(),
                            total.derived().name(),
                            total.unit(),
                            total.measuredOn().text(),
                            total.source(),
                            total.decimals(),
                            total.target(),
                            total.isPublic(),
                            total.note());
                });
    }

    void addTransfers(long regionId, long importId, List<Line<ClosedTransfer>> lines) {
        template.batchUpdate(
                "INSERT INTO history_transfer (region_id, import_id, line, programme, school_year, number, origin, level,"
                        + " starts_on, ends_on, outcome, diploma, destination, to_level, track, reason, measured_on, source,"
                        + " is_public) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lines,
                BATCH,
                (statement, line) -> {
                    var transfer = line.value();
                    set(
                            statement,
                            regionId,
                            importId,
                            line.number(),
                            transfer.programme(),
                            transfer.schoolYear(),
                            transfer.number(),
                            transfer.origin(),
                            transfer.level(),
                            transfer.startsOn(),
                            transfer.endsOn(),
                            transfer.outcome().name(),
                            transfer.diploma().name(),
                            transfer.destination().name(),
                            transfer.toLevel(),
                            transfer.track(),
                            transfer.reason(),
                            transfer.measuredOn().text(),
                            transfer.source(),
                            transfer.isPublic());
                });
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** All printed totals, in the order in which they came in. */
    List<PrintedTotal> totals(long regionId) {
        return jdbc.sql(
                        "SELECT programme, measure, period, category, grouping, kind, least, most, about, printed, derived,"
                                + " unit, measured_on, source, decimals, target, is_public, note FROM history_total"
                                + " WHERE region_id = ? ORDER BY import_id, line")
                .param(regionId)
                .query((rs, n) -> new PrintedTotal(
                        rs.getString("programme"),
                        rs.getString("measure"),
                        rs.getString("period"),
                        rs.getString("category"),
                        rs.getString("grouping"),
                        new Amount(
                                Amount.Kind.valueOf(rs.getString("kind")),
                                rs.getInt("least"),
                                rs.getInt("most"),
                                rs.getBoolean("about"),
                                rs.getString("printed")),
                        Derived.valueOf(rs.getString("derived")),
                        rs.getString("unit"),
                        measuredOn(rs),
                        rs.getString("source"),
                        rs.getInt("decimals"),
                        rs.getString("target"),
                        rs.getBoolean("is_public"),
                        rs.getString("note")))
                .list();
    }

    /** The closed transfers of these programmes. */
    List<ClosedTransfer> transfers(long regionId, List<String> programmes) {
        return jdbc.sql("SELECT programme, school_year, number, origin, level, starts_on, ends_on, outcome, diploma,"
                        + " destination, to_level, track, reason, measured_on, source, is_public FROM history_transfer"
                        + " WHERE region_id = :region AND programme IN (:programmes)")
                .param("region", regionId)
                .param("programmes", programmes)
                .query((rs, n) -> new ClosedTransfer(
                        rs.getInt("number"),
                        rs.getString("school_year"),
                        rs.getString("programme"),
                        rs.getString("origin"),
                        rs.getString("level"),
                        rs.getObject("starts_on", LocalDate.class),
                        rs.getObject("ends_on", LocalDate.class),
                        PastOutcome.valueOf(rs.getString("outcome")),
                        Diploma.valueOf(rs.getString("diploma")),
                        Destination.valueOf(rs.getString("destination")),
                        rs.getString("to_level"),
                        rs.getString("track"),
                        rs.getString("reason"),
                        measuredOn(rs),
                        rs.getString("source"),
                        rs.getBoolean("is_public")))
                .list();
    }

    /** How many closed transfers there are of each kind: as many rows as there are kinds. */
    List<ClosedTransfers> counts(long regionId) {
        return jdbc.sql(
                        "SELECT programme, school_year, outcome, diploma, destination, to_level, track, measured_on, source,"
                                + " is_public, COUNT(*) AS number FROM history_transfer WHERE region_id = ? GROUP BY programme,"
                                + " school_year, outcome, diploma, destination, to_level, track, measured_on, source, is_public"
                                + " ORDER BY programme, school_year")
                .param(regionId)
                .query((rs, n) -> new ClosedTransfers(
                        rs.getString("programme"),
                        rs.getString("school_year"),
                        PastOutcome.valueOf(rs.getString("outcome")),
                        Diploma.valueOf(rs.getString("diploma")),
                        Destination.valueOf(rs.getString("destination")),
                        rs.getString("to_level"),
                        rs.getString("track"),
                        measuredOn(rs),
                        rs.getString("source"),
                        rs.getBoolean("is_public"),
                        rs.getInt("number")))
                .list();
    }

    /** Everything that was ever taken in, newest first. */
    List<ImportRow> imports(long regionId, int most) {
        return jdbc.sql("SELECT id, file_name, layout, number, imported_at, imported_by, taken_back_at, taken_back_by"
                        + " FROM history_import WHERE region_id = ? ORDER BY imported_at DESC, id DESC LIMIT ?")
                .params(regionId, most)
                .query((rs, n) -> new ImportRow(
                        rs.getLong(1),
                        rs.getString(2),
                        HistoryLayout.valueOf(rs.getString(3)),
                        rs.getInt(4),
                        rs.getTimestamp(5).toInstant(),
                        rs.getObject(6, Long.class),
                        rs.getTimestamp(7) == null ? null : rs.getTimestamp(7).toInstant(),
                        rs.getObject(8, Long.class)))
                .list();
    }

    /** Takes away what came in with an import; false when it is none of this region, or was taken back already. */
    boolean takeBack(long regionId, long importId, Instant at, long accountId) {
        int found = jdbc.sql("UPDATE history_import SET taken_back_at = ?, taken_back_by = ?"
                        + " WHERE region_id = ? AND id = ? AND taken_back_at IS NULL")
                .params(Timestamp.from(at), accountId, regionId, importId)
                .update();
        for (var table : List.of("history_total", "history_transfer")) {
            jdbc.sql("DELETE FROM " + table + " WHERE region_id = ? AND import_id = ?")
                    .params(regionId, importId)
                    .update();
        }
        return found > 0;
    }

    private static MeasuredOn measuredOn(ResultSet row) throws SQLException {
        return MeasuredOn.parse(row.getString("measured_on")).orElseThrow();
    }
}
