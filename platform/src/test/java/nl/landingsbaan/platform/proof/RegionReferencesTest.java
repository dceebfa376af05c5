package nl.landingsbaan.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.agenda.Agenda;
import nl.landingsbaan.platform.agenda.AppointmentKind;
import nl.landingsbaan.platform.agenda.NewAppointment;
import nl.landingsbaan.platform.consent.Decision;
import nl.landingsbaan.platform.consent.Manner;
import nl.landingsbaan.platform.consent.Receiver;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.contact.ContactResult;
import nl.landingsbaan.platform.contact.Contacts;
import nl.landingsbaan.platform.contact.NewContact;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.DossierSharing;
import nl.landingsbaan.platform.transfer.ReplacementReason;
import nl.landingsbaan.platform.transfer.Replacements;
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
    Contacts contacts;

    @Autowired
    Agenda agenda;

    @Autowired
    DossierSharing sharing;

    @Autowired
    Replacements replacements;

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
                        "route_decision.route_version_id",
                        "route_place.route_version_id",
                        "place.transfer_id",
                        "transfer.young_person_id",
                        "transfer.route_version_id",
                        "transfer.origin_id",
                        "transfer.id",
                        "gathering.id",
                        "gathering.route_version_id",
                        "gathering_candidate.transfer_id",
                        "gathering_mark.gathering_id",
                        "gathering_mark.transfer_id",
                        "gathering_answer.gathering_id",
                        "gathering_answer.group_task_id",
                        "gathering_answer.organisation_id",
                        "participant.transfer_id",
                        "participant.organisation_id",
                        "phase_visit.transfer_id",
                        "task.transfer_id",
                        "task.step_id",
                        "inbox.task_id",
                        "answer.transfer_id",
                        "answer.task_id",
                        "steering_choice.transfer_id",
                        "open_moment.transfer_id",
                        "anchor_shift.transfer_id",
                        "anchor_shift.move_id",
                        "anchor_shift_moment.shift_id",
                        "history_total.import_id",
                        "history_transfer.import_id",
                        "contact_moment.transfer_id",
                        "contact_moment.organisation_id",
                        "contact_earlier.contact_id",
                        "contact_standing.transfer_id",
                        "contact_rhythm.transfer_id",
                        "contact_extension.transfer_id",
                        "appointment.transfer_id",
                        "appointment_guest.appointment_id",
                        "message.transfer_id",
                        "message.task_id",
                        "handover.transfer_id",
                        "handover.sender_organisation_id",
                        "handover_receiver.organisation_id",
                        "handover_item.handover_id",
                        "handover_reading.organisation_id");
    }

    /** Points a row of the one region to a row of the other, by an INSERT of a copy where both have no rows left. */
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
        assertThat(errorOfInsert(reference.table(), copy, region, otherRegion))
                .as("%s.%s to a row of another region", reference.table(), column)
                .isEqualTo(NO_SUCH_PARENT);
        copy.put("region_id", otherRegion);
        copy.put(column, row.getFirst().get(column));
        assertThat(errorOfInsert(reference.table(), copy, region, otherRegion))
                .as("%s of another region to this region's %s", reference.table(), column)
                .isEqualTo(NO_SUCH_PARENT);
    }

    private int errorOfInsert(String table, Map<String, Object> row, long region, long otherRegion) {
        var columns = String.join(", ", row.keySet());
        var places = row.keySet().stream().map(c -> "?").collect(Collectors.joining(", "));
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.execute("SET foreign_key_checks = 0");
            jdbc.update("DELETE FROM " + table + " WHERE region_id IN (?, ?)", region, otherRegion);
            jdbc.execute("SET foreign_key_checks = 1");
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
                PlatformClock.today(now).plusMonths(8).withMonth(9).withDayOfMonth(1));
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
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "INSERT INTO steering_choice (region_id, transfer_id, field, value) VALUES (?, ?, 'proef', 'ja')",
                    region.region().id(),
                    transfer);
            jdbc.update(
                    "INSERT INTO route_decision (id, region_id, route_version_id, file, resource_name, drawn, compiled)"
                            + " SELECT id, region_id, route_version_id, 'proef.dmn', 'proef.dmn', '', '' FROM transfer"
                            + " WHERE id = ?",
                    transfer);
            jdbc.update(
                    "INSERT INTO route_place (id, region_id, route_version_id, process_id, element_id, code)"
                            + " SELECT id, region_id, route_version_id, 'klein', 'tweede', 'proef' FROM transfer"
                            + " WHERE id = ?",
                    transfer);
            jdbc.update(
                    "INSERT INTO place_kind (region_id, code, name, position, number) VALUES (?, 'proef', 'Proef', 0, 1)",
                    region.region().id());
            jdbc.update(
                    "INSERT INTO place (id, region_id, transfer_id, code, element_instance_key, job_key, wished_at,"
                            + " looked_at) SELECT NEXT VALUE FOR place_seq, region_id, id, 'proef', id, id,"
                            + " CURRENT_TIMESTAMP, CURRENT_TIMESTAMP FROM transfer WHERE id = ?",
                    transfer);
            jdbc.update(
                    "INSERT INTO open_moment (region_id, transfer_id, element_instance_key, process_instance_key,"
                            + " process_definition_key, host_id, variables, opened_at)"
                            + " SELECT region_id, id, id, id, id, 'proef', '{}', CURRENT_TIMESTAMP FROM transfer WHERE id = ?",
                    transfer);
            jdbc.update(
                    "INSERT INTO anchor_move (id, region_id, school_year, code, from_date, to_date, reason, moved_by, moved_at)"
                            + " SELECT id, region_id, school_year, 'kerst', '2026-12-19', '2026-12-18', 'Proef', ?,"
                            + " CURRENT_TIMESTAMP FROM transfer WHERE id = ?",
                    region.coach().accountId(),
                    transfer);
            jdbc.update(
                    "INSERT INTO anchor_shift (id, region_id, transfer_id, move_id) SELECT id, region_id, id, id FROM transfer"
                            + " WHERE id = ?",
                    transfer);
            jdbc.update(
                    "INSERT INTO anchor_shift_moment (id, region_id, shift_id, name, kind, from_at, to_at)"
                            + " SELECT id, region_id, id, 'Proef', 'TIMER', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP FROM transfer"
                            + " WHERE id = ?",
                    transfer);
            jdbc.update(
                    "INSERT INTO history_import (id, region_id, file_name, layout, number, imported_at)"
                            + " SELECT id, region_id, 'proef.csv', 'PROEF', 1, CURRENT_TIMESTAMP FROM transfer WHERE id = ?",
                    transfer);
            jdbc.update(
                    "INSERT INTO history_total SELECT region_id, id, 1, 'Proef', 'Proef', '2024', '', '', 'NUMBER', 1, 1,"
                            + " FALSE, '1', '', 'jongeren', '2024', 'Proef', 0, '', TRUE, '' FROM transfer WHERE id = ?",
                    transfer);
            jdbc.update(
                    "INSERT INTO history_transfer SELECT region_id, id, 1, 'Proef', '2024-2025', 1, '', '', NULL, NULL, '',"
                            + " '', '', '', '', '', '2024', 'Proef', TRUE FROM transfer WHERE id = ?",
                    transfer);
        });
        haveContact(region, transfer);
        share(region, transfer);
        handOver(region, transfer);
        beInAGroup(region, transfer);
        var second = regions.actor(region.region(), "coach", "programma");
        var task = tasks.list(region.coach(), TaskFilter.ALL, null, 10)
                .tasks()
                .getFirst()
                .id();
        tasks.reassign(region.coordinator(), List.of(task), second.accountId());
        replacements.replace(
                region.coordinator(),
                transfer,
                "mentor",
                replacements
                        .candidates(
                                region.region().id(),
                                "mentor",
                                Set.of(regions.actor(region.region(), "mentor", "school")
                                        .memberships()
                                        .getFirst()
                                        .organisationId()))
                        .stream()
                        .filter(candidate ->
                                candidate.accountId() != region.mentor().accountId())
                        .findFirst()
                        .orElseThrow(),
                ReplacementReason.LEFT,
                null,
                null);
        return region.region().id();
    }

    private void share(TestRegion region, long transfer) {
        var programme = region.coordinator().memberships().getFirst().organisationId();
        sharing.record(
                region.mentor(),
                transfer,
                new Decision(
                        Set.of(Receiver.organisation(programme)),
                        Set.of(Category.LOOPBAAN),
                        Set.of("overstap"),
                        Set.of(Signatory.JONGERE),
                        true,
                        Manner.GESPREK,
                        PlatformClock.today(now),
                        null));
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "INSERT INTO consent_notice (region_id, young_person_id, reason, on_date) SELECT region_id,"
                            + " young_person_id, 'LAST_DAY', CURRENT_DATE FROM transfer WHERE id = ?",
                    transfer);
            jdbc.update(
                    "INSERT INTO privacy_request (id, region_id, kind, state, young_person_id, requested_at, due_on)"
                            + " SELECT NEXT VALUE FOR privacy_request_seq, region_id, 'ACCESS', 'DONE', young_person_id,"
                            + " CURRENT_TIMESTAMP, CURRENT_DATE FROM transfer WHERE id = ?",
                    transfer);
            jdbc.update(
                    "INSERT INTO young_person_earlier (id, region_id, young_person_id, first_name, last_name, birth_date,"
                            + " reason, replaced_at, replaced_by) SELECT NEXT VALUE FOR privacy_request_seq, region_id,"
                            + " young_person_id, 'Nora', 'Testman', CURRENT_DATE, 'Proef', CURRENT_TIMESTAMP, ?"
                            + " FROM transfer WHERE id = ?",
                    region.mentor().accountId(),
                    transfer);
            jdbc.update(
                    "INSERT INTO participation_ended (region_id, transfer_id, role_code, organisation_id, ended_at, ended_by)"
                            + " VALUES (?, ?, 'beheerder', ?, CURRENT_TIMESTAMP, ?)",
                    region.region().id(),
                    transfer,
                    programme,
                    region.mentor().accountId());
        });
    }

    private void handOver(TestRegion region, long transfer) {
        var school = region.mentor().memberships().getFirst().organisationId();
        var programme = region.coach().memberships().getFirst().organisationId();
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "INSERT INTO handover (id, region_id, transfer_id, number, state, sender_organisation_id, closed_for_id)"
                            + " VALUES (NEXT VALUE FOR handover_seq, ?, ?, 1, 'TAKEN_OVER', ?, ?)",
                    region.region().id(),
                    transfer,
                    school,
                    programme);
            jdbc.update(
                    "INSERT INTO handover_receiver (region_id, handover_id, role_code, organisation_id)"
                            + " SELECT region_id, id, 'coach', ? FROM handover WHERE transfer_id = ?",
                    programme,
                    transfer);
            jdbc.update(
                    "INSERT INTO handover_item (region_id, handover_id, field_key, organisation_id)"
                            + " SELECT region_id, id, 'niveau', ? FROM handover WHERE transfer_id = ?",
                    school,
                    transfer);
            jdbc.update(
                    "INSERT INTO handover_reading (region_id, handover_id, account_id, organisation_id, read_at)"
                            + " SELECT region_id, id, ?, ?, CURRENT_TIMESTAMP FROM handover WHERE transfer_id = ?",
                    region.coach().accountId(),
                    programme,
                    transfer);
            jdbc.update(
                    "INSERT INTO message (id, region_id, account_id, kind, message_key, transfer_id, task_id, at)"
                            + " SELECT NEXT VALUE FOR message_seq, region_id, ?, 'PROEF', 'proef', transfer_id, MAX(id),"
                            + " CURRENT_TIMESTAMP FROM task WHERE transfer_id = ? GROUP BY region_id, transfer_id",
                    region.coach().accountId(),
                    transfer);
        });
    }

    private void beInAGroup(TestRegion region, long transfer) {
        var coach = region.coach().accountId();
        var organisation = region.coach().memberships().getFirst().organisationId();
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "INSERT INTO subject (id, region_id, kind) SELECT -id, region_id, 'GROUP' FROM transfer WHERE id = ?",
                    transfer);
            jdbc.update(
                    "INSERT INTO gathering (id, region_id, code, occasion, name, school_year, any_school_year, begins_on,"
                            + " process_id, route_version_id, started_at, version) SELECT -id, region_id, 'klas', 'proef', 'Klas',"
                            + " school_year, FALSE, CURRENT_DATE, 'klas', route_version_id, CURRENT_TIMESTAMP, 0"
                            + " FROM transfer WHERE id = ?",
                    transfer);
            jdbc.update(
                    "INSERT INTO gathering_candidate (region_id, transfer_id, element_instance_key, code, entered_at)"
                            + " SELECT region_id, id, 1, 'klas', CURRENT_TIMESTAMP FROM transfer WHERE id = ?",
                    transfer);
            jdbc.update(
                    "INSERT INTO gathering_mark (region_id, gathering_id, transfer_id, mark, given_at, given_by)"
                            + " SELECT region_id, -id, id, 'ingedeeld', CURRENT_TIMESTAMP, ? FROM transfer WHERE id = ?",
                    coach,
                    transfer);
            jdbc.update(
                    "INSERT INTO gathering_answer (id, region_id, gathering_id, group_task_id, form_id, field_key, value,"
                            + " organisation_id, answered_by, answered_at) SELECT NEXT VALUE FOR id_seq, region_id, -transfer_id,"
                            + " MAX(id), 'klas', 'besluit', '1', ?, ?, CURRENT_TIMESTAMP FROM task WHERE transfer_id = ?"
                            + " GROUP BY region_id, transfer_id",
                    organisation,
                    coach,
                    transfer);
        });
    }

    private void haveContact(TestRegion region, long transfer) {
        var call = new NewContact("bellen", ContactResult.GOOD);
        contacts.change(region.coach(), transfer, contacts.log(region.coach(), transfer, call), call);
        contacts.agreeRhythm(region.coach(), transfer, null, 7, "Proef");
        agenda.make(
                region.coach(),
                transfer,
                new NewAppointment(
                        AppointmentKind.TALK, Instant.now(now).plus(Duration.ofDays(1)), 30, null, Set.of()));
        transaction.executeWithoutResult(status -> jdbc.update(
                "INSERT INTO contact_extension (id, region_id, transfer_id, hours, reason, requested_by, requested_at)"
                        + " VALUES (NEXT VALUE FOR id_seq, ?, ?, 1, 'Proef', ?, CURRENT_TIMESTAMP)",
                region.region().id(),
                transfer,
                region.coach().accountId()));
    }
}
