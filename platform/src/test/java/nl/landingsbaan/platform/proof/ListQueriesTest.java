package nl.landingsbaan.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.steering.Throughput;
import nl.landingsbaan.platform.task.OverdueTasks;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.KnownYoungPeople;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.Transfers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a list costs depends on what stands in it, not on what others have to do nor on what has been done: counted in the rows
 * that the database reads for it.
 */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListQueriesTest {

    private static final int MINE = 400;
    private static final int OTHERS = 3000;
    private static final int DONE_PER_TRANSFER = 3;
    private static final int PAGE = 50;

    /** Reading an index entry, and then the row of each of the tables that a line shows. */
    private static final int READS_PER_LINE = 8;
    /** What a query reads whatever the data: people, roles, and the counters themselves. */
    private static final int FIXED = 250;

    @Autowired
    TestRegions regions;

    @Autowired
    Tasks tasks;

    @Autowired
    Transfers transfers;

    @Autowired
    Referrals referrals;

    @Autowired
    KnownYoungPeople known;

    @Autowired
    OverdueTasks overdue;

    @Autowired
    Throughput throughput;

    @Autowired
    Routes routes;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TestRegion region;

    @BeforeAll
    void aRegionWithThousandsOfTasksBesideOtherRegions() {
        region = regions.make(
                "vol" + System.nanoTime(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(2).withDayOfMonth(1));
        fill(region, 1_000_000_000L);
        fill(
                regions.make(
                        "ook" + System.nanoTime(),
                        LocalDate.now(PlatformClock.ZONE).plusMonths(2).withDayOfMonth(1)),
                2_000_000_000L);
    }

    @Test
    void aPageOfTasksReadsNoMoreThanThePage() {
        var reads = reads(() -> assertThat(
                        tasks.list(region.mentor(), TaskFilter.ALL, null, PAGE).tasks())
                .hasSize(PAGE));
        assertThat(total(reads)).as("%s", reads).isLessThan(PAGE * READS_PER_LINE + FIXED);
    }

    @Test
    void aLaterPageReadsAsLittleAsTheFirst() {
        var first = tasks.list(region.mentor(), TaskFilter.ALL, null, MINE - PAGE);
        var reads = reads(() -> assertThat(tasks.list(region.mentor(), TaskFilter.ALL, first.next(), PAGE)
                        .tasks())
                .hasSize(PAGE));
        assertThat(total(reads)).as("%s", reads).isLessThan(PAGE * READS_PER_LINE + FIXED);
    }

    @Test
    void countingOnesTasksReadsOnlyThose() {
        var reads = reads(
                () -> assertThat(tasks.counts(region.mentor(), TaskFilter.ALL).total())
                        .isEqualTo(MINE));
        // Once in the index and once among the distinct ones.
        assertThat(total(reads)).as("%s", reads).isLessThan(3 * MINE + FIXED);
    }

    @Test
    void aPageByYoungPersonReadsOnesOwnOpenTasksOnceAndNoQueryForEachRow() {
        var queries = statements(() -> assertThat(tasks.listByYoungPerson(region.mentor(), TaskFilter.ALL, null, PAGE)
                        .tasks())
                .hasSize(PAGE));
        assertThat(queries).isLessThan(10);
        var reads = reads(() -> tasks.listByYoungPerson(region.mentor(), TaskFilter.ALL, null, PAGE));
        assertThat(total(reads)).as("%s", reads).isLessThan(7 * MINE + PAGE * READS_PER_LINE + FIXED);
    }

    @Test
    void aSearchForANameReadsTheNamesThatAreAlikeAndNoOthers() {
        var search = new TransferFilter("Voor17 Agter119", null, null, null);
        var someLikeIt = 0;
        for (var gram : List.of("vo1", "or1", "r17", "  a", " ag", "agt", "gte", "ter", "er1", "r11", "119")) {
            someLikeIt += jdbc.queryForObject(
                    "SELECT COUNT(*) FROM name_gram WHERE region_id = ? AND gram = ?",
                    Integer.class,
                    region.region().id(),
                    gram);
        }
        var reads = reads(() -> assertThat(
                        transfers.list(region.mentor(), search, 0, 1).getFirst().firstName())
                .isEqualTo("Voor17"));
        assertThat(total(reads)).as("%s", reads).isLessThan(READS_PER_LINE * (MINE + someLikeIt) + FIXED);
    }

    @Test
    void aClassOfWhichEverybodyIsKnownCostsAsManyQueriesAsOnePupil() {
        var year = referrals.form(region.mentor()).schoolYear();
        var everybody = IntStream.rangeClosed(1, MINE + OTHERS)
                .mapToObj(number -> new Referral(
                        "Voor" + number,
                        "Achter" + number * 7 % 1000,
                        LocalDate.of(2007, 1, 1).plusDays(number % 1000),
                        0,
                        Map.of()))
                .toList();
        var one = statements(() -> known.like(region.mentor(), everybody.subList(0, 1), year));
        var all = statements(() -> assertThat(known.like(region.mentor(), everybody, year))
                .allSatisfy(matches -> assertThat(matches).isNotEmpty())
                .filteredOn(matches -> matches.getFirst().visible())
                .hasSizeGreaterThanOrEqualTo(MINE));
        assertThat(all).isEqualTo(one).isLessThan(10);
    }

    @Test
    void aSearchForANameReadsARangeOfItsKeyForEachPiece() {
        var plan = jdbc.queryForMap(
                "EXPLAIN SELECT young_person_id, COUNT(*) FROM name_gram WHERE region_id = ? AND gram IN ('  v', 'r17')"
                        + " GROUP BY young_person_id",
                region.region().id());
        assertThat(plan).containsEntry("type", "range").containsEntry("key", "PRIMARY");
    }

    @Test
    void aListOfYoungPeopleReadsOnlyThoseOfTheActor() {
        var reads = reads(() -> assertThat(transfers.list(region.mentor(), TransferFilter.ALL, 0, PAGE))
                .hasSize(PAGE));
        assertThat(total(reads)).as("%s", reads).isLessThan(MINE * READS_PER_LINE + FIXED);
    }

    @Test
    void whatIsOverdueIsReadFromWhatIsOpenInTheRegion() {
        var reads = reads(() -> assertThat(overdue.byRole(region.region().id())).isNotEmpty());
        assertThat(total(reads)).as("%s", reads).isLessThan(2 * (MINE + OTHERS) + FIXED);
    }

    @Test
    void theFiguresOfTheSteeringGroupDoNotReadTheHistory() {
        var steering = regions.actor(region.region(), "stuurgroep", "programma");
        var year = throughput.schoolYears(steering).getFirst();
        var reads = reads(() -> throughput.overview(steering, year));
        assertThat(total(reads)).as("%s", reads).isLessThan(2 * (MINE + OTHERS) + FIXED);
    }

    @Test
    void theWayOfAYoungPersonReadsOnlyThatWay() {
        var transfer = transfers
                .list(region.mentor(), TransferFilter.ALL, 0, 1)
                .getFirst()
                .id();
        var reads = reads(() -> assertThat(tasks.way(region.mentor(), transfer)).hasSize(1 + DONE_PER_TRANSFER));
        assertThat(total(reads)).as("%s", reads).isLessThan(FIXED);
    }

    private int statements(Runnable query) {
        query.run();
        return transaction.execute(status -> {
            var before = questions();
            query.run();
            return questions() - before;
        });
    }

    private int questions() {
        return Integer.parseInt(jdbc.queryForMap("SHOW SESSION STATUS LIKE 'Questions'")
                .get("Value")
                .toString());
    }

    /** The rows that the database reads in between, by way of reading. */
    private Map<String, Long> reads(Runnable query) {
        query.run();
        return transaction.execute(status -> {
            var before = counters();
            query.run();
            var after = counters();
            var reads = new LinkedHashMap<String, Long>();
            after.forEach((name, value) -> {
                if (value > before.get(name)) {
                    reads.put(name, value - before.get(name));
                }
            });
            return reads;
        });
    }

    private Map<String, Long> counters() {
        var counters = new LinkedHashMap<String, Long>();
        jdbc.query(
                "SHOW SESSION STATUS LIKE 'Handler_read%'",
                row -> {
                    counters.put(row.getString(1), row.getLong(2));
                });
        return counters;
    }

    private static long total(Map<String, Long> reads) {
        return reads.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Everybody has one open task and some that are done; the first ones are the mentor's. */
    private void fill(TestRegion filled, long ids) {
        var regionId = filled.region().id();
        var version = routes.current(regionId).orElseThrow().id();
        var step = routes.steps(version).stream()
                .filter(each -> each.kind() == StepKind.USER_TASK)
                .findFirst()
                .orElseThrow()
                .id();
        Actor mentor = filled.mentor();
        var school = mentor.memberships().getFirst().organisationId();
        var otherSchool = regions.actor(filled.region(), "mentor", "andere-school")
                .memberships()
                .getFirst()
                .organisationId();
        var everybody = " FROM seq_1_to_" + (MINE + OTHERS);
        transaction.executeWithoutResult(status -> {
            jdbc.update("INSERT INTO young_person (id, region_id, first_name, last_name, birth_date)"
                    + " SELECT " + ids + " + seq, " + regionId
                    + ", CONCAT('Voor', seq), CONCAT('Achter', MOD(seq * 7, 1000)),"
                    + " '2007-01-01' + INTERVAL MOD(seq, 1000) DAY" + everybody);
            // As they are written for a name, but for these names all at once.
            for (var word : List.of("CONCAT('  vor', seq)", "CONCAT('  akter', MOD(seq * 7, 1000))")) {
                for (var at = 1; at <= 6; at++) {
                    jdbc.update("INSERT IGNORE INTO name_gram (region_id, gram, young_person_id) SELECT " + regionId
                            + ", SUBSTR(" + word + ", " + at + ", 3), " + ids + " + seq" + everybody
                            + " WHERE CHAR_LENGTH(SUBSTR("
                            + word + ", " + at + ", 3)) = 3");
                }
            }
            jdbc.update("INSERT INTO subject (id, region_id, kind) SELECT " + ids + " + seq, " + regionId
                    + ", 'TRANSFER'" + everybody);
            jdbc.update(
                    "INSERT INTO transfer (id, region_id, young_person_id, route_version_id, school_year, origin_id, phase,"
                            + " started_at, version) SELECT " + ids + " + seq, " + regionId + ", " + ids + " + seq, "
                            + version
                            + ", ?, IF(seq <= " + MINE + ", " + school + ", " + otherSchool + "), 'eerste', NOW(), 0"
                            + everybody,
                    jdbc.queryForObject(
                            "SELECT MIN(code) FROM school_year WHERE region_id = ?", String.class, regionId));
            jdbc.update("INSERT INTO participant (id, region_id, transfer_id, role_code, organisation_id, account_id)"
                    + " SELECT " + ids + " + seq, " + regionId + ", " + ids + " + seq, 'mentor', IF(seq <= " + MINE
                    + ", "
                    + school + ", " + otherSchool + "), IF(seq <= " + MINE + ", " + mentor.accountId() + ", NULL)"
                    + everybody);
            for (var number = 0; number <= DONE_PER_TRANSFER; number++) {
                jdbc.update(
                        "INSERT INTO task (id, region_id, transfer_id, step_id, element_instance_key, job_key, state,"
                                + " role_code, assignee_id, due_at, opened_at, version) SELECT "
                                + (ids + number * 100_000L)
                                + " + seq, " + regionId + ", " + ids + " + seq, " + step + ", 1, "
                                + (ids + number * 100_000L)
                                + " + seq, '" + (number == 0 ? "OPEN" : "COMPLETED") + "', 'mentor', IF(seq <= " + MINE
                                + ", "
                                + mentor.accountId() + ", NULL), NOW() + INTERVAL seq HOUR, NOW(), 0" + everybody);
            }
            jdbc.update("INSERT INTO inbox (region_id, audience, due_at, task_id, role_code) SELECT region_id,"
                    + " IF(assignee_id IS NULL, 'o:" + otherSchool
                    + ":mentor', CONCAT('p:', assignee_id)), due_at, id, role_code"
                    + " FROM task WHERE region_id = " + regionId + " AND state = 'OPEN'");
        });
        jdbc.execute("ANALYZE TABLE young_person, transfer, participant, task, inbox, name_gram");
    }
}
