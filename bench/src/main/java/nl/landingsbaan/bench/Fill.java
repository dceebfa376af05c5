package nl.landingsbaan.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.servers.LocalMariaDb;

/**
 * Years of work by bulk SQL, the same at every run: eight tasks for each young person, the last two of the latest ones open; a
 * named person has 45% of the open tasks, everybody with the role in an organisation 45%, everybody with the role 10%. Steps
 * that the engine does not know: nobody completes these.
 */
final class Fill implements AutoCloseable {

    private static final int TASKS_EACH = 8;
    private static final int OPEN_EACH = 2;
    private static final long FIRST_ID = 1_000_000_000;
    private static final long IDS_PER_REGION = 10_000_000;

    private static final String VISITS =
            "phase_visit v JOIN transfer t ON t.region_id = v.region_id AND t.id = v.transfer_id";

    private final Connection connection;
    private final int number;

    /** @param number of the fill, so that a second one does not get the ids of the first */
    Fill(LocalMariaDb database, int number) throws SQLException {
        this.number = number;
        connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
        connection.setAutoCommit(false);
    }

    void run(List<World.Place> places, int tasks, int open) throws SQLException {
        execute("SET SESSION foreign_key_checks = 0, unique_checks = 0", Map.of());
        execute(
                "CREATE TEMPORARY TABLE seat (region_id BIGINT, number INT, role_code VARCHAR(40), organisation_id BIGINT,"
                        + " one BIGINT, two BIGINT, step_id BIGINT, PRIMARY KEY (region_id, number))",
                Map.of());
        for (int i = 0; i < places.size(); i++) {
            region(places.get(i), (long) number * places.size() + i, tasks / places.size(), open / places.size());
            connection.commit();
        }
        for (var table : List.of(
                "young_person",
                "name_gram",
                "transfer",
                "participant",
                "phase_visit",
                "task",
                "inbox",
                "answer",
                "audit_entry")) {
            execute("ANALYZE TABLE " + table, Map.of());
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void region(World.Place place, long index, int tasks, int open) throws SQLException {
        var region = place.region().id();
        for (int number = 0; number < place.seats().size(); number++) {
            var seat = place.seats().get(number);
            execute(
                    "INSERT INTO seat SELECT :region, :number, ':role', :organisation, :one, :two, MIN(s.id) FROM route_step s"
                            + " JOIN route_version v ON v.id = s.route_version_id"
                            + " WHERE s.region_id = :region AND v.number = 1 AND s.kind = 'USER_TASK' AND s.roles LIKE '%:role%'",
                    Map.of(
                            "region", region,
                            "number", number,
                            "role", seat.roleCode(),
                            "organisation", seat.organisationId(),
                            "one", seat.accountIds().get(0),
                            "two", seat.accountIds().get(1)));
        }
        var values = new HashMap<String, Object>();
        values.put("region", region);
        values.put("base", FIRST_ID + index * IDS_PER_REGION);
        values.put("people", tasks / TASKS_EACH);
        values.put("ended", tasks / TASKS_EACH - open / OPEN_EACH);
        values.put("tasks", tasks / TASKS_EACH * TASKS_EACH);
        values.put("seats", place.seats().size());
        values.put("school", place.seats().getFirst().organisationId());
        values.put("mentor", place.seats().getFirst().accountIds().getFirst());
        for (var statement : STATEMENTS) {
            execute(statement, values);
        }
    }

    private void execute(String template, Map<String, Object> values) throws SQLException {
        var sql = template;
        for (var value : values.entrySet()) {
            sql = sql.replaceAll(":" + value.getKey() + "\\b", value.getValue().toString());
        }
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** {@code seq} counts young people from 1, tasks from 0. */
    private static final List<String> STATEMENTS = List.of(
            """
            INSERT INTO young_person (id, region_id, first_name, last_name, birth_date)
            SELECT :base + seq, :region, CONCAT('Jongere', seq), CONCAT('Test', CRC32(seq) % 5000), '2008-01-01' + INTERVAL seq % 700 DAY
            FROM seq_1_to_:people""",
            // As the platform cuts names: j counts as i, two equal letters as one.
            """
            INSERT INTO name_gram (region_id, gram, young_person_id)
            SELECT DISTINCT :region, SUBSTRING(word, piece.seq, 3), id
            FROM (
              SELECT id, CONCAT('  ', REGEXP_REPLACE(REPLACE(LOWER(name), 'j', 'i'), '(.)\\\\1+', '\\\\1')) word
              FROM (
                SELECT id, first_name name FROM young_person WHERE region_id = :region AND id BETWEEN :base AND :base + :people
                UNION ALL
                SELECT id, last_name FROM young_person WHERE region_id = :region AND id BETWEEN :base AND :base + :people
              ) part
            ) spelled
            JOIN seq_1_to_20 piece ON piece.seq + 2 <= CHAR_LENGTH(word)""",
            "INSERT INTO subject (id, region_id, kind) SELECT :base + seq, :region, 'TRANSFER' FROM seq_1_to_:people",
            """
            INSERT INTO transfer (id, region_id, young_person_id, route_version_id, school_year, origin_id, phase, outcome, started_at, ended_at,
              process_instance_key, version)
            SELECT :base + seq, :region, :base + seq, (SELECT id FROM route_version WHERE region_id = :region AND number = 1),
              year.code, :school, IF(seq > :ended, CONCAT('fase_', seq % 4), NULL),
              IF(seq > :ended, NULL, ELT(1 + CRC32(seq) % 10, 'gestopt', 'niet_gestart', 'afgerond', 'afgerond', 'afgerond', 'afgerond',
                'afgerond', 'afgerond', 'afgerond', 'afgerond')),
              year.starts_on - INTERVAL CAST(180 - seq % 60 AS SIGNED) DAY, IF(seq > :ended, NULL, year.starts_on + INTERVAL seq % 200 DAY),
              -(:base + seq), 0
            FROM seq_1_to_:people
            JOIN (SELECT code, starts_on, ROW_NUMBER() OVER (ORDER BY starts_on) number FROM school_year WHERE region_id = :region) year
              ON year.number = LEAST(4, 1 + (seq - 1) * 4 DIV :people)""",
            """
            INSERT INTO participant (id, region_id, transfer_id, role_code, organisation_id, account_id)
            SELECT :base + seq * 4 + role.n, :region, :base + seq, seat.role_code, seat.organisation_id, IF(role.n < 2, seat.one, NULL)
            FROM seq_1_to_:people
            JOIN (SELECT 0 n, 0 seat UNION SELECT 1, 17 UNION SELECT 2, 9 UNION SELECT 3, 18) role
            JOIN seat ON seat.region_id = :region AND seat.number = role.seat""",
            """
            INSERT INTO phase_visit (id, region_id, transfer_id, phase, element_instance_key, entered_at, left_at)
            SELECT :base + seq * 4 + phase.n, :region, :base + seq, CONCAT('fase_', phase.n), -(:base + seq * 4 + phase.n),
              t.started_at + INTERVAL phase.n * 40 DAY,
              IF(seq > :ended AND phase.n = seq % 4, NULL, t.started_at + INTERVAL phase.n * 40 + 5 + CRC32(seq) % 35 DAY)
            FROM seq_1_to_:people
            JOIN (SELECT 0 n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3) phase ON seq <= :ended OR phase.n <= seq % 4
            JOIN transfer t ON t.id = :base + seq""",
            """
            INSERT INTO task (id, region_id, transfer_id, step_id, element_instance_key, job_key, state, role_code, assignee_id, due_at,
              opened_at, closed_at, closed_by, draft, version)
            SELECT :base + seq, :region, :base + 1 + seq DIV 8, seat.step_id, -(:base + seq), -(:base + seq),
              IF(is_open, 'OPEN', IF(CRC32(seq) % 20 = 0, 'EXPIRED', 'COMPLETED')), seat.role_code,
              IF(is_open AND CRC32(seq + 7) % 100 < 45, IF(seq % 2, seat.one, seat.two), NULL),
              IF(CRC32(seq + 3) % 10 = 0, NULL, IF(is_open, NOW(6), tr.started_at) + INTERVAL CAST(CRC32(seq + 5) % 100800 AS SIGNED) - 14400 MINUTE),
              IF(is_open, NOW(6) - INTERVAL seq % 30 DAY, tr.started_at + INTERVAL seq % 8 * 20 DAY),
              IF(is_open, NULL, tr.started_at + INTERVAL seq % 8 * 20 + CRC32(seq) % 15 DAY),
              IF(is_open, NULL, seat.one), NULL, 0
            FROM (SELECT seq, seq DIV 8 + 1 > :ended AND seq % 8 >= 6 is_open FROM seq_0_to_:tasks WHERE seq < :tasks) counted
            JOIN seat ON seat.region_id = :region AND seat.number = CRC32(counted.seq) % :seats
            JOIN transfer tr ON tr.id = :base + 1 + counted.seq DIV 8""",
            """
            INSERT INTO inbox (region_id, audience, due_at, task_id, role_code)
            SELECT :region,
              CASE WHEN task.assignee_id IS NOT NULL THEN CONCAT('p:', task.assignee_id)
                WHEN CRC32(task.id) % 11 < 9 THEN CONCAT('o:', seat.organisation_id, ':', seat.role_code)
                ELSE CONCAT('r:', seat.role_code) END,
              COALESCE(task.due_at, '9999-12-31'), task.id, task.role_code
            FROM task JOIN seat ON seat.region_id = :region AND seat.number = CRC32(task.id - :base) % :seats
            WHERE task.region_id = :region AND task.state = 'OPEN' AND task.id BETWEEN :base AND :base + :tasks""",
            """
            INSERT INTO answer (id, region_id, transfer_id, form_id, task_id, field_key, category, organisation_id, value,
              answered_by, answered_at)
            SELECT task.id, task.region_id, transfer_id, 'stap', task.id, 'gaat_door', 'VOORTGANG', tr.origin_id,
              IF(task.id % 7, '"ja"', '"nee"'), closed_by, closed_at
            FROM task JOIN transfer tr ON tr.id = task.transfer_id
            WHERE task.region_id = :region AND task.state = 'COMPLETED' AND task.id BETWEEN :base AND :base + :tasks""",
            """
            INSERT INTO audit_entry (id, region_id, at, account_id, action, subject, subject_id)
            SELECT id, region_id, closed_at, closed_by, 'TASK_COMPLETED', 'TASK', id
            FROM task WHERE region_id = :region AND state = 'COMPLETED' AND id BETWEEN :base AND :base + :tasks""",
            counted("'REFERRED', t.school_year, '', ''", "transfer t", "t"),
            counted("'OUTCOME', t.school_year, t.outcome, ''", "transfer t", "t.outcome IS NOT NULL AND t"),
            counted("'ENTERED', t.school_year, v.phase, ''", VISITS, "t"),
            counted("'LEFT', t.school_year, v.phase, ''", VISITS, "v.left_at IS NOT NULL AND t"),
            counted(
                    "'DAYS', t.school_year, v.phase, CAST(DATEDIFF(v.left_at, v.entered_at) AS CHAR)",
                    VISITS,
                    "v.left_at IS NOT NULL AND t"),
            """
            INSERT INTO steering_choice (region_id, transfer_id, field, value, replaced)
            SELECT :region, transfer_id, 'gaat_door', IF(SUM(value = '"nee"') > 2, 'nee', 'ja'), NULL
            FROM answer WHERE region_id = :region AND id BETWEEN :base AND :base + :tasks GROUP BY transfer_id""",
            counted(
                    "'CHOICE', t.school_year, c.field, c.value",
                    "transfer t JOIN steering_choice c ON c.region_id = t.region_id AND c.transfer_id = t.id",
                    "t"));

    /** What the platform counts as things happen, spread over its slots. */
    private static String counted(String what, String from, String where) {
        return """
        INSERT INTO steering_count (region_id, kind, school_year, code, value, slot, number)
        SELECT :region, %s, t.id %% 8, COUNT(*) FROM %s
        WHERE %s.region_id = :region AND t.id BETWEEN :base AND :base + :people
        GROUP BY 2, 3, 4, 5, 6
        ON DUPLICATE KEY UPDATE number = number + VALUES(number)""".formatted(what, from, where);
    }
}
