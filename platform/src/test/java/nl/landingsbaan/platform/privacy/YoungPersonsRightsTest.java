package nl.landingsbaan.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.consent.Consents;
import nl.landingsbaan.platform.consent.Decision;
import nl.landingsbaan.platform.consent.Manner;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.DataSubject;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.sharing.SharedDossiers;
import nl.landingsbaan.platform.sharing.SharedDossiers.SharingRegion;
import nl.landingsbaan.platform.task.OpenedStep;
import nl.landingsbaan.platform.task.TaskProjection;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.DossierSharing;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferKey;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.TransferProgress;
import nl.landingsbaan.platform.transfer.Transfers;
import nl.landingsbaan.platform.transfer.YoungPeople;
import nl.landingsbaan.platform.vault.Place;
import nl.landingsbaan.platform.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The rights of a young person under the AVG (issue 3): to see, to correct, to erase. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class YoungPersonsRightsTest {

    /** Tables that hold nothing about a young person. */
    private static final Set<String> ABOUT_NO_YOUNG_PERSON = Set.of(
            "absence",
            "account",
            "agenda_feed",
            "anchor",
            "anchor_move",
            "clock_offset",
            "flyway_schema_history",
            "gathering",
            "gathering_answer",
            "history_import",
            "history_total",
            "history_transfer",
            "mail",
            "membership",
            "message_day",
            "message_preference",
            "organisation",
            "outbox_seen",
            "place_change",
            "place_kind",
            "region",
            "role",
            "route_decision",
            "route_form",
            "route_place",
            "route_process",
            "route_step",
            "route_version",
            "school_holiday",
            "school_year",
            "sign_in_attempt",
            "steering_count",
            "vault_key");

    private static final String DAY = "2026-01-02";
    private static final String MOVE =
            "id, from_region_id, to_region_id, from_transfer, to_transfer, state, school_kind,"
                    + " school_year, age, categories, signatories, manner, given_on, sent_by, sent_at";

    @Autowired
    SharedDossiers dossiers;

    @Autowired
    TestRegions people;

    @Autowired
    Requests requests;

    @Autowired
    Erasures erasures;

    @Autowired
    Held held;

    @Autowired
    YoungPeople youngPeople;

    @Autowired
    Transfers transfers;

    @Autowired
    TransferProgress progress;

    @Autowired
    TaskProjection tasks;

    @Autowired
    Routes routes;

    @Autowired
    DossierSharing sharing;

    @Autowired
    Consents consents;

    @Autowired
    AuditLog audit;

    @Autowired
    Vault vault;

    @Autowired
    PlatformClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JdbcClient client;

    @Autowired
    TransactionTemplate transaction;

    private SharingRegion region;
    private Actor administrator;
    private TransferKey transfer;
    private String mark;

    @BeforeEach
    void aYoungPersonOfWhomMuchIsKnown() {
        mark = "zoekmij" + System.nanoTime();
        region = dossiers.region("recht" + System.nanoTime());
        administrator = people.actor(region.region(), "beheerder", "programma");
        transfer = dossiers.filled(region, LocalDate.now(PlatformClock.ZONE).minusYears(19));
    }

    @AfterEach
    void backToToday() {
        clock.setOffset(Duration.ZERO);
    }

    @Test
    void asYoungPersonIGetEverythingThatIsKnownAboutMeAndWhoSawIt() throws IOException {
        everywhere();
        var number =
                requests.askAccess(region.coordinator(), transfer.id(), AskedBy.YOUNG_PERSON, "Legitimatie gezien");

        var files = unzip(requests.file(region.coordinator(), number));

        var parts = new JsonMapper().readTree(files.get("gegevens.json")).get("onderdelen");
        for (var holding : held.holdings()) {
            if (holding.part() != null) {
                assertThat(parts.get(holding.part()).get("regels"))
                        .as("%s of table %s", holding.part(), holding.table())
                        .isNotEmpty();
            }
        }
        assertThat(parts.get("wie_keek_en_wat_er_gebeurde").toString())
                .contains("DOSSIER_READ", region.coach().displayName(), "Het RBL");
        assertThat(parts.get("gegevens").toString())
                .contains(SharedDossiers.fields().stream()
                        .map(field -> SharedDossiers.marker(field.key()))
                        .toList());
        assertThat(parts.get("overdracht_inhoud").toString()).contains("geheim " + mark);
        assertThat(files.get("gegevens.html")).contains("<html lang=\"nl\">", mark, "&lt;&lt;");
    }

    @Test
    void theFileIsForWhoRecordedTheRequestAndForSomeDaysOnly() {
        var number = requests.askAccess(region.coordinator(), transfer.id(), AskedBy.PARENTS, "Aan de balie");
        var colleague = people.actor(region.region(), "coordinator", "programma");

        assertThatThrownBy(() -> requests.file(colleague, number)).isInstanceOf(RequestNotFound.class);
        assertThatThrownBy(() -> requests.file(administrator, number)).isInstanceOf(RequestNotFound.class);
        clock.setOffset(Requests.DOWNLOADABLE.plusMinutes(1));
        assertThatThrownBy(() -> requests.file(region.coordinator(), number)).isInstanceOf(RequestNotFound.class);
    }

    @Test
    void aReceiverAMentorAndAnotherRegionFindNothingHere() {
        var elsewhere = dossiers.region("elders" + System.nanoTime());
        var number = erasures.ask(
                region.coordinator(), transfer.id(), AskedBy.YOUNG_PERSON, Ground.NOT_NEEDED, "Wil dit niet meer");

        for (var other : List.of(region.coach(), region.mbo(), region.mentor(), elsewhere.coordinator())) {
            assertThatThrownBy(() -> requests.askAccess(other, transfer.id(), AskedBy.YOUNG_PERSON, "gezien"))
                    .isInstanceOf(TransferNotFound.class);
            assertThatThrownBy(() -> requests.of(other, transfer.id())).isInstanceOf(TransferNotFound.class);
            assertThatThrownBy(() -> erasures.preview(other, number)).isInstanceOf(RequestNotFound.class);
            assertThatThrownBy(() -> erasures.approve(other, number)).isInstanceOf(RequestNotFound.class);
            assertThat(requests.all(other)).isEmpty();
        }
    }

    @Test
    void aCorrectedNameAndBirthDateKeepWhatWasAndAreFoundAnew() {
        requests.correctIdentity(
                region.coordinator(),
                transfer.id(),
                new Requests.Identity(
                        "Nora" + mark,
                        "Deelman",
                        LocalDate.now(PlatformClock.ZONE).minusYears(17)),
                AskedBy.YOUNG_PERSON,
                "Paspoort gezien");

        assertThat(transfers.list(region.mentor(), new TransferFilter("nora" + mark, null, null, null), 0, 10))
                .hasSize(1);
        assertThat(transfers.heading(region.mentor(), transfer.id()).birthDate())
                .isEqualTo(LocalDate.now(PlatformClock.ZONE).minusYears(17));
        var subject = youngPeople.behind(region.region().id(), transfer.id());
        assertThat(consents.of(
                                subject.regionId(),
                                subject.youngPersonId(),
                                LocalDate.now(PlatformClock.ZONE).minusYears(17))
                        .needed())
                .isEqualTo(Set.of(Signatory.JONGERE, Signatory.OUDERS));
        assertThat(jdbc.queryForList(
                        "SELECT first_name FROM young_person_earlier WHERE young_person_id = ?",
                        String.class,
                        subject.youngPersonId()))
                .singleElement()
                .asString()
                .startsWith("Noor");
        assertThat(requests.of(region.coordinator(), transfer.id()))
                .singleElement()
                .satisfies(request -> assertThat(request.state()).isEqualTo(RequestState.DONE));
    }

    @Test
    void aCorrectionIsDoneOrRefusedWithAReason() {
        var number = requests.askCorrection(
                region.coordinator(), transfer.id(), AskedBy.PARENTS, "Het niveau is niet entree");

        assertThatThrownBy(() -> requests.closeCorrection(region.coordinator(), number, false, " "))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("antwoord"));
        requests.closeCorrection(region.coordinator(), number, false, "Staat zo op het rapport");

        var request = requests.of(region.coordinator(), transfer.id()).getFirst();
        assertThat(request.state()).isEqualTo(RequestState.REFUSED);
        assertThat(request.dueOn()).isEqualTo(PlatformClock.today(clock).plusMonths(1));
        assertThatThrownBy(() -> requests.closeCorrection(region.coordinator(), number, true, "Toch wel"))
                .isInstanceOf(RequestRefused.class);
    }

    @Test
    void theSecondPairOfEyesIsAnotherAccount() {
        var number = ask();

        assertThatThrownBy(() -> erasures.approve(region.coordinator(), number))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("zelf gevraagd");
        var seen = requests.all(administrator).getFirst();
        assertThat(seen.name()).isNull();
        assertThat(seen.transferId()).isNull();
        assertThat(erasures.preview(administrator, number))
                .extracting(HeldPart::part)
                .contains("gegevens", "deelnemers");
        erasures.approve(administrator, number);
        assertThat(requests.all(administrator).getFirst().state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void aRefusedOrRecalledErasureErasesNothing() {
        end();
        var number = ask();
        erasures.approve(administrator, number);
        erasures.recall(region.coordinator(), number);
        clock.setOffset(Erasures.WAITING.plusDays(1));
        erasures.goOn();
        assertThat(transfers.heading(region.mentor(), transfer.id())).isNotNull();

        erasures.refuse(administrator, number, "Er loopt een klacht");
        erasures.goOn();

        assertThat(transfers.heading(region.mentor(), transfer.id())).isNotNull();
        assertThat(requests.of(region.coordinator(), transfer.id()).getFirst())
                .satisfies(request -> assertThat(request.state()).isEqualTo(RequestState.REFUSED))
                .satisfies(request -> assertThat(request.answer()).isEqualTo("Er loopt een klacht"));
    }

    @Test
    void whoseRetentionPeriodIsOverStandsOnTheListAndIsNotErasedByItself() {
        end();
        erasures.look();
        assertThat(requests.all(administrator)).isEmpty();

        clock.setOffset(Duration.ofDays(31 * (region.region().settings().retentionMonths() + 1)));
        erasures.look();
        erasures.look();
        erasures.goOn();

        var due = requests.all(administrator);
        assertThat(due).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(RequestState.DUE);
            assertThat(request.ground()).isEqualTo(Ground.RETENTION_OVER);
        });
        assertThat(transfers.heading(region.mentor(), transfer.id())).isNotNull();
        erasures.askDue(administrator, due.getFirst().number(), "Bewaartermijn voorbij");
        erasures.approve(region.coordinator(), due.getFirst().number());
        clock.setOffset(clock.offset().plus(Erasures.WAITING).plusMinutes(1));
        awaitErased();
    }

    @Test
    void afterErasureNothingInTheWholeDatabaseIsLeftOfThePersonAndTheFiguresAreUnchanged() {
        everywhere();
        var subject = youngPeople.behind(region.region().id(), transfer.id());
        for (var holding : held.holdings()) {
            // What waits to start is taken away each second, and said to an engine that is not there.
            if (holding.erase().startsWith("DELETE") && !holding.table().equals("transfer_start_later")) {
                assertThat(rows(holding, subject)).as(holding.table()).isPositive();
            }
        }
        assertThat(tablesWith(mark)).isNotEmpty();
        end();
        var figures = figures();
        var number = ask();
        erasures.approve(administrator, number);

        erasures.goOn();
        assertThat(transfers.heading(region.mentor(), transfer.id())).isNotNull();
        clock.setOffset(Erasures.WAITING.plusMinutes(1));
        awaitErased();
        erasures.goOn();

        assertThat(tablesWith(mark)).isEmpty();
        assertThat(tablesWith(subject.firstName())).isEmpty();
        assertThat(leads(subject)).isEmpty();
        assertThat(jdbc.queryForList("SELECT SERIALIZED_EVENT FROM EVENT_PUBLICATION", String.class))
                .noneMatch(event -> event.contains("\"transferId\":" + transfer.id() + ","));
        assertThat(figures()).isEqualTo(figures);
        assertThat(requests.all(administrator)).singleElement().satisfies(left -> {
            assertThat(left.number()).isEqualTo(number);
            assertThat(left.state()).isEqualTo(RequestState.DONE);
            assertThat(left.ground()).isEqualTo(Ground.OBJECTION);
            assertThat(left.schoolYear()).isNull();
            assertThat(left.what()).isNull();
            assertThat(left.decidedByName()).isEqualTo(administrator.displayName());
        });
    }

    @Test
    void everyTableIsErasedAndToldOrHoldsNothingAboutAYoungPerson() {
        var known = held.holdings().stream()
                .map(holding -> holding.table().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var unknown = jdbc
                .queryForList(
                        "SELECT LOWER(table_name) FROM information_schema.tables WHERE table_schema = DATABASE()"
                                + " AND table_type = 'BASE TABLE'",
                        String.class)
                .stream()
                .filter(table -> !known.contains(table) && !ABOUT_NO_YOUNG_PERSON.contains(table))
                .toList();
        var pointing = jdbc.queryForList(
                "SELECT DISTINCT LOWER(table_name) FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " AND column_name IN ('transfer_id', 'young_person_id', 'task_id', 'contact_id',"
                        + " 'appointment_id', 'handover_id', 'subject_id', 'from_transfer', 'to_transfer')",
                String.class);

        assertThat(unknown).isEmpty();
        assertThat(known).containsAll(pointing);
        assertThat(held.holdings())
                .allSatisfy(holding -> assertThat(holding.explanation()).isNotBlank());
    }

    /** The schedule may be at it already. */
    private void awaitErased() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            erasures.goOn();
            assertThatThrownBy(() -> transfers.find(region.region().id(), transfer.id()))
                    .isInstanceOf(TransferNotFound.class);
        });
    }

    private long ask() {
        return erasures.ask(
                region.coordinator(), transfer.id(), AskedBy.YOUNG_PERSON, Ground.OBJECTION, "Wil het weg: " + mark);
    }

    private void end() {
        progress.ended(transfer.id(), "afgerond");
    }

    private String figures() {
        return jdbc.queryForList(
                        "SELECT kind, school_year, code, value, SUM(number) FROM steering_count WHERE region_id = ?"
                                + " GROUP BY kind, school_year, code, value ORDER BY 1, 2, 3, 4",
                        region.region().id())
                .toString();
    }

    private int rows(Holding holding, DataSubject subject) {
        return client.sql(holding.erase().replaceFirst("DELETE", "SELECT COUNT(*)"))
                .params(subject.parameters())
                .query(Integer.class)
                .single();
    }

    /** Every column of text in every table. */
    private List<String> tablesWith(String text) {
        var found = new ArrayList<String>();
        jdbc.queryForList("SELECT table_name AS t, column_name AS c FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND (data_type LIKE '%char' OR data_type LIKE '%text'"
                        + " OR data_type LIKE '%blob' OR data_type LIKE '%binary')")
                .forEach(column -> {
                    var hits = jdbc.queryForObject(
                            "SELECT COUNT(*) FROM `" + column.get("t") + "` WHERE LOCATE(?, `" + column.get("c")
                                    + "`) > 0",
                            Integer.class,
                            text);
                    if (hits > 0) {
                        found.add(column.get("t") + "." + column.get("c"));
                    }
                });
        return found;
    }

    /** Columns in which a number of the young person or of a transfer is left. */
    private List<String> leads(DataSubject subject) {
        var found = new ArrayList<String>();
        jdbc.queryForList("SELECT table_name AS t, column_name AS c FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND column_name IN ('transfer_id', 'young_person_id',"
                        + " 'from_transfer', 'to_transfer')")
                .forEach(column -> {
                    var id = column.get("c").equals("young_person_id") ? subject.youngPersonId() : transfer.id();
                    var hits = jdbc.queryForObject(
                            "SELECT COUNT(*) FROM `" + column.get("t") + "` WHERE `" + column.get("c") + "` = ?",
                            Integer.class,
                            id);
                    if (hits > 0) {
                        found.add(column.get("t") + "." + column.get("c"));
                    }
                });
        return found;
    }

    /** Something of the young person in every table that can hold it, with the mark in every text. */
    private void everywhere() {
        var coach = region.coach().accountId();
        var organisation = region.coach().memberships().getFirst().organisationId();
        var regionId = region.region().id();
        var id = transfer.id();
        requests.correctIdentity(
                region.coordinator(),
                id,
                new Requests.Identity(
                        "Noor" + mark,
                        "Van " + mark,
                        LocalDate.now(PlatformClock.ZONE).minusYears(19)),
                AskedBy.YOUNG_PERSON,
                mark);
        sharing.record(
                region.mentor(),
                id,
                new Decision(
                        Set.of(region.receiver(region.coach())),
                        Set.of(Category.LOOPBAAN),
                        Set.of(SharedDossiers.GUIDANCE),
                        Set.of(Signatory.JONGERE),
                        true,
                        Manner.GESPREK,
                        consents.today(),
                        null));
        var step = routes.steps(transfer.routeVersionId()).stream()
                .filter(each ->
                        each.kind() == StepKind.USER_TASK && each.roles().contains("coach"))
                .findFirst()
                .orElseThrow();
        tasks.open(new OpenedStep(regionId, id, step.id(), id, id, null));
        progress.entered(id, "start", id);
        audit.recordReading(regionId, coach, organisation, id);
        var person = youngPeople.behind(regionId, id).youngPersonId();
        var task = jdbc.queryForObject("SELECT MAX(id) FROM task WHERE transfer_id = ?", Long.class, id);
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "UPDATE task SET draft = ?, postpone_reason = ? WHERE id = ?",
                    "{\"verslag\":\"" + mark + "\"}",
                    mark,
                    task);
            jdbc.update("UPDATE answer SET reason = ? WHERE transfer_id = ?", mark, id);
            insert(
                    "participant_history",
                    "id, region_id, transfer_id, role_code, organisation_id, since, until, reason, note",
                    List.of(id, regionId, id, "coach", organisation, DAY, DAY, "LEFT", mark));
            insert(
                    "participant_helper",
                    "region_id, task_id, transfer_id, role_code, organisation_id, account_id, since",
                    List.of(regionId, task, id, "coach", organisation, coach, DAY));
            insert(
                    "place_kind",
                    "region_id, code, name, position, number",
                    List.of(regionId, "coaching", "Coaching", 0, 1));
            insert(
                    "place",
                    "id, region_id, transfer_id, code, element_instance_key, job_key, wished_at, given_at, looked_at",
                    List.of(id, regionId, id, "coaching", id, id, DAY, DAY, DAY));
            insert(
                    "open_moment",
                    "region_id, transfer_id, element_instance_key, process_instance_key, process_definition_key, host_id,"
                            + " variables, opened_at",
                    List.of(regionId, id, id, id, id, "wacht", "{}", DAY));
            insert("anchor_shift", "id, region_id, transfer_id", List.of(id, regionId, id));
            insert(
                    "anchor_shift_moment",
                    "id, region_id, shift_id, name, kind, from_at, to_at",
                    List.of(id, regionId, id, "Startcheck", "TIMER", DAY, DAY));
            insert(
                    "participation_ended",
                    "region_id, transfer_id, role_code, organisation_id, ended_at, ended_by",
                    List.of(regionId, id, "mbo-mentor", organisation, DAY, coach));
            insert(
                    "consent_notice",
                    "region_id, young_person_id, reason, on_date",
                    List.of(regionId, person, "LAST_DAY", DAY));
            insert(
                    "contact_moment",
                    "id, region_id, transfer_id, organisation_id, account_id, kind, result, minutes, happened_at, note,"
                            + " logged_at",
                    List.of(id, regionId, id, organisation, coach, "bellen", "GOOD", 5, DAY, mark, DAY));
            insert(
                    "contact_earlier",
                    "id, region_id, contact_id, kind, result, minutes, happened_at, note, replaced_at",
                    List.of(id, regionId, id, "bellen", "GOOD", 5, DAY, mark, DAY));
            insert(
                    "contact_rhythm",
                    "id, region_id, transfer_id, every_days, reason, set_by, set_at",
                    List.of(id, regionId, id, 7, mark, coach, DAY));
            insert(
                    "contact_extension",
                    "id, region_id, transfer_id, hours, reason, requested_by, requested_at",
                    List.of(id, regionId, id, 1, mark, coach, DAY));
            jdbc.update(
                    "INSERT IGNORE INTO contact_standing (region_id, transfer_id, named, begun_at) VALUES (?, ?, 0, ?)",
                    regionId,
                    id,
                    DAY);
            insert(
                    "appointment",
                    "id, region_id, transfer_id, feed_uid, kind, starts_at, minutes, place, made_by, changed_at",
                    List.of(id, regionId, id, "afspraak-" + id, "TALK", DAY, 30, mark, coach, DAY));
            insert("appointment_guest", "region_id, appointment_id, role_code", List.of(regionId, id, "coach"));
            insert(
                    "message",
                    "id, region_id, account_id, kind, message_key, transfer_id, at",
                    List.of(-id, regionId, coach, "CONSENT_CHANGED", "proef-" + id, id, DAY));
            insert("steering_choice", "region_id, transfer_id, field, value", List.of(regionId, id, "proef", "ja"));
            insert(
                    "handover",
                    "id, region_id, transfer_id, number, state, sender_organisation_id, told_by, return_reason",
                    List.of(
                            -id,
                            regionId,
                            id,
                            77,
                            "RETURNED",
                            organisation,
                            mark,
                            vault.seal(new Place(regionId, id, "overdracht.reden"), mark)));
            insert(
                    "handover_receiver",
                    "region_id, handover_id, role_code, organisation_id",
                    List.of(regionId, -id, "coach", organisation));
            insert(
                    "handover_item",
                    "region_id, handover_id, field_key, label, text, sealed",
                    List.of(
                            regionId,
                            -id,
                            "medicijnen",
                            mark,
                            vault.seal(new Place(regionId, id, "overdracht/medicijnen"), "geheim " + mark),
                            true));
            insert(
                    "handover_reading",
                    "region_id, handover_id, account_id, organisation_id, read_at",
                    List.of(regionId, -id, coach, organisation, DAY));
            insert(
                    "regional_move",
                    MOVE,
                    List.of(
                            id,
                            regionId,
                            regionId,
                            id,
                            -1,
                            "REFUSED",
                            "VSO",
                            "2026-2027",
                            17,
                            "",
                            "",
                            "",
                            DAY,
                            coach,
                            DAY));
            insert(
                    "regional_move",
                    MOVE,
                    List.of(
                            -id,
                            regionId,
                            regionId,
                            -1,
                            id,
                            "REFUSED",
                            "VSO",
                            "2026-2027",
                            17,
                            "",
                            "",
                            "",
                            DAY,
                            coach,
                            DAY));
            insert(
                    "saved_filter",
                    "id, region_id, account_id, name, search, whose, by_young_person, is_default",
                    List.of(id, regionId, coach, "Van " + mark, "noor" + mark, "MINE", false, false));
            insert(
                    "EVENT_PUBLICATION",
                    "ID, LISTENER_ID, EVENT_TYPE, SERIALIZED_EVENT, PUBLICATION_DATE",
                    List.of(
                            "proef-" + id,
                            "proef",
                            "proef",
                            "{\"regionId\":" + regionId + ",\"transferId\":" + id + "}",
                            "2030-01-01 00:00:00"));
        });
        transaction.executeWithoutResult(status -> inAGroup(regionId, id, coach));
        transaction.executeWithoutResult(status -> insert(
                "transfer_start_later",
                "region_id, transfer_id, route_version_id, variables",
                List.of(regionId, id, transfer.routeVersionId(), "{}")));
    }

    private void inAGroup(long regionId, long transferId, long coach) {
        insert("subject", "id, region_id, kind", List.of(-transferId, regionId, "GROUP"));
        insert(
                "gathering",
                "id, region_id, code, occasion, name, school_year, any_school_year, begins_on, process_id,"
                        + " route_version_id, started_at, version",
                List.of(
                        -transferId,
                        regionId,
                        "klas",
                        "proef",
                        "Klas",
                        transfer.schoolYear(),
                        false,
                        DAY,
                        "klas",
                        transfer.routeVersionId(),
                        DAY,
                        0));
        insert(
                "gathering_candidate",
                "region_id, transfer_id, element_instance_key, code, part, entered_at",
                List.of(regionId, transferId, transferId, "klas", mark, DAY));
        insert(
                "gathering_mark",
                "region_id, gathering_id, transfer_id, mark, given_at, given_by",
                List.of(regionId, -transferId, transferId, mark, DAY, coach));
    }

    private void insert(String table, String columns, List<?> values) {
        jdbc.update(
                "INSERT INTO " + table + " (" + columns + ") VALUES ("
                        + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
                values.toArray());
    }

    private static Map<String, String> unzip(ExportFile file) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file.content()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
