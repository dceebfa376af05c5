package nl.landingsbaan.platform.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.history.History;
import nl.landingsbaan.platform.history.HistoryFile;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Measure;
import nl.landingsbaan.platform.region.OrganisationKind;
import nl.landingsbaan.platform.region.RegionDefinition;
import nl.landingsbaan.platform.region.RegionDefinition.NewOrganisation;
import nl.landingsbaan.platform.region.RegionSettings;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.Role;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.steering.Figure.Absent;
import nl.landingsbaan.platform.steering.ThroughputOverview.FunnelStep;
import nl.landingsbaan.platform.steering.ThroughputOverview.Outcome;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Answers;
import nl.landingsbaan.platform.transfer.Source;
import nl.landingsbaan.platform.transfer.TransferKey;
import nl.landingsbaan.platform.transfer.TransferProgress;
import nl.landingsbaan.platform.transfer.TransferReferred;
import nl.landingsbaan.platform.transfer.Transfers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class ThroughputTest {

    private static final AtomicLong KEYS = new AtomicLong();

    @Autowired
    Throughput throughput;

    @Autowired
    TestRegions testRegions;

    @Autowired
    Regions regions;

    @Autowired
    Routes routes;

    @Autowired
    Transfers transfers;

    @Autowired
    TransferProgress progress;

    @Autowired
    Answers answers;

    @Autowired
    PlatformClock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

    TestRegion region;
    Actor steering;
    String year;

    @BeforeEach
    void aRegionThatSteersOnTwoMeasures() throws Exception {
        region = make("steer" + KEYS.incrementAndGet());
        steering = testRegions.actor(region.region(), "stuurgroep", "programma");
        year = regions.calendar(region.region().id()).getFirst().code();
    }

    @AfterEach
    void theClockGoesBack() {
        clock.setOffset(Duration.ZERO);
    }

    @Test
    void everyThingThatHappensIsCountedOnceWhateverTheOrderAndHoweverManyAtATime() throws Exception {
        try (var workers = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<Future<?>>();
            for (int worker = 0; worker < 4; worker++) {
                var random = new Random(worker);
                all.add(workers.submit(() -> {
                    for (int i = 0; i < 8; i++) {
                        live(random);
                    }
                }));
            }
            for (var one : all) {
                one.get();
            }
        }

        assertThat(counted()).isEqualTo(recounted());
        assertThat(counted()).containsKeys("REFERRED", "ENTERED eerste", "OUTCOME afgerond", "CHOICE gestart ja");
    }

    @Test
    void whatIsRolledBackIsNotCounted() {
        transaction.executeWithoutResult(status -> {
            testRegions.refer(region, "Sam", "Vos");
            status.setRollbackOnly();
        });

        assertThat(counted()).isEmpty();
    }

    @Test
    void countingOutsideATransactionIsRefused() {
        assertThatThrownBy(() ->
                        events.publishEvent(new TransferReferred(region.region().id(), 1, year)))
                .hasMessageContaining("No existing transaction");
    }

    @Test
    void aLaterAnswerReplacesTheEarlier() {
        var transfer = refer();
        answerStarted(transfer, "nee");
        answerStarted(transfer, "ja");
        answerStarted(transfer, "ja");

        assertThat(counted()).containsEntry("CHOICE gestart ja", 1).doesNotContainKey("CHOICE gestart nee");
    }

    @Test
    void theFunnelShowsReachedMissedAndNotKnownYetApart() {
        startedAndNot(30, 10, 8);

        var gestart = funnel("gestart");

        assertThat(gestart.participants()).isEqualTo(Figure.of(48));
        assertThat(gestart.reached()).isEqualTo(Figure.of(30));
        assertThat(gestart.missed()).isEqualTo(Figure.of(10));
        assertThat(gestart.notKnownYet()).isEqualTo(Figure.of(8));
        assertThat(gestart.percentage()).isEqualTo(Figure.of(63));
        assertThat(gestart.target()).isEqualTo(40);
        assertThat(funnel("deelnemers").reached()).isEqualTo(Figure.of(48));
        assertThat(funnel("deelnemers").missed()).isEqualTo(Absent.NOT_APPLICABLE);
        assertThat(funnel("door").reached()).isEqualTo(Absent.UNKNOWN);
    }

    @Test
    void threeWhoDoNotStartCannotBeComputedFromTheFunnel() {
        startedAndNot(40, 3, 0);

        var gestart = funnel("gestart");

        assertThat(gestart.missed()).isEqualTo(Absent.WITHHELD);
        assertThat(gestart.reached()).isEqualTo(Absent.WITHHELD);
        assertThat(gestart.percentage()).isEqualTo(Absent.WITHHELD);
        assertThat(gestart.participants()).isEqualTo(Figure.of(43));
    }

    @Test
    void theFourKindsOfLeavingStayApartFromUnknown() {
        for (int i = 0; i < 6; i++) {
            progress.ended(refer(), "gestopt");
            progress.ended(refer(), "onbekend");
            progress.ended(refer(), "afgerond");
        }

        var outcomes = overview().outcomes();

        assertThat(outcomes.ended()).isEqualTo(Figure.of(18));
        assertThat(outcomes.leaving())
                .extracting(Outcome::code)
                .containsExactly("niet_gestart", "gestopt", "langstudeerder", "switch");
        assertThat(outcomes.leaving())
                .extracting(Outcome::number)
                .containsExactly(Figure.of(0), Figure.of(6), Absent.NOT_APPLICABLE, Absent.NOT_APPLICABLE);
        assertThat(outcomes.unknown().number()).isEqualTo(Figure.of(6));
        assertThat(outcomes.others()).extracting(Outcome::code).containsExactly("afgerond");
        assertThat(outcomes.others().getFirst().name()).isEqualTo("Afgerond");
    }

    @Test
    void phasesShowWhoIsInThemAndHowLongTheyTook() {
        var inFirst = new ArrayList<long[]>();
        for (int i = 0; i < 16; i++) {
            inFirst.add(enter(refer(), "eerste"));
        }
        for (int i = 0; i < 10; i++) {
            clock.setOffset(Duration.ofDays(i + 1));
            progress.left(inFirst.get(i)[0], inFirst.get(i)[1]);
        }

        var phases = overview().phases();

        assertThat(phases).extracting(ThroughputOverview.Phase::name).containsExactly("Eerste fase", "Tweede fase");
        var first = phases.getFirst();
        assertThat(first.now()).isEqualTo(Figure.of(6));
        assertThat(first.finished()).isEqualTo(Figure.of(10));
        assertThat(first.medianDays()).isEqualTo(Figure.of(6));
        assertThat(first.slowDays()).isEqualTo(Figure.of(9));
        assertThat(phases.getLast().medianDays()).isEqualTo(Absent.NOT_APPLICABLE);
    }

    @Test
    void fourYoungPeopleAreTooFewToShow() {
        for (int i = 0; i < 4; i++) {
            enter(refer(), "eerste");
        }

        var overview = overview();

        assertThat(overview.participants()).isEqualTo(Absent.WITHHELD);
        assertThat(overview.phases().getFirst().now()).isEqualTo(Absent.WITHHELD);
        assertThat(overview.threshold()).isEqualTo(5);
    }

    @Test
    void theTrendHasPrintedTotalsWithTheirSourceAndWhatThePlatformCounted() {
        for (int i = 0; i < 7; i++) {
            refer();
        }

        history.load(
                region.region().id(),
                Map.of(
                        "totalen.csv",
                        HistoryFile.read(
                                """
                                programma;meting;periode;waarde;eenheid;gemeten_op;bron;meetpunt;openbaar
                                Coaching;Deelnemers;2003-2004;105;jongeren;2004-10;Rapport;deelnemers;ja
                                """.getBytes(StandardCharsets.UTF_8),
                                region.region().settings().measures())));

        assertThat(overview().trend())
                .filteredOn(point -> point.measure().equals("deelnemers"))
                .extracting(
                        ThroughputOverview.TrendPoint::schoolYear,
                        ThroughputOverview.TrendPoint::number,
                        point ->
                                point.printed() == null ? null : point.printed().most(),
                        ThroughputOverview.TrendPoint::source)
                .containsExactly(
                        tuple("2003-2004", Absent.UNKNOWN, 105, "Rapport"), tuple(year, Figure.of(7), null, null));
    }

    @Test
    void figuresAreOfTheOwnRegionOnly() throws Exception {
        var other = make("buren" + KEYS.incrementAndGet());
        for (int i = 0; i < 9; i++) {
            testRegions.refer(other, "Sam", "Vos");
        }

        assertThat(overview().participants()).isEqualTo(Figure.of(0));
    }

    @Test
    void onlyWhoSteersOrCoordinatesSeesFigures() {
        assertThat(throughput.schoolYears(region.coordinator())).containsExactly(year);
        assertThatThrownBy(() -> throughput.overview(region.mentor(), year)).isInstanceOf(FiguresRefused.class);
        assertThatThrownBy(() -> throughput.schoolYears(region.coach())).isInstanceOf(FiguresRefused.class);
        assertThatThrownBy(() -> throughput.overview(steering, "1999-2000"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOverviewReadsAFewRowsOfAnIndexHoweverMuchWasCounted() {
        transaction.executeWithoutResult(status -> fillWithHistory());
        jdbc.sql("ANALYZE TABLE steering_count").query(rs -> {});

        assertThat(plan(Counts.TOTALS, region.region().id())).satisfies(plan -> {
            assertThat(plan.key()).isEqualTo("PRIMARY");
            assertThat(plan.rows()).isLessThan(200);
        });
        assertThat(plan(Counts.DAYS, region.region().id(), year)).satisfies(plan -> {
            assertThat(plan.key()).isEqualTo("PRIMARY");
            assertThat(plan.rows()).isLessThan(200);
        });
    }

    private record Plan(String key, long rows) {}

    private Plan plan(String sql, Object... parameters) {
        return jdbc.sql("EXPLAIN " + sql)
                .params(parameters)
                .query((rs, n) -> new Plan(rs.getString("key"), rs.getLong("rows")))
                .single();
    }

    /** Ten thousand counts of days in another year, and some in this one. */
    private void fillWithHistory() {
        var past = "2003-2004";
        jdbc.sql("INSERT INTO school_year (region_id, code, starts_on, ends_on)"
                        + " VALUES (?, ?, '2003-08-01', '2004-07-31')")
                .params(region.region().id(), past)
                .update();
        jdbc.sql("INSERT INTO steering_count (region_id, kind, school_year, code, value, slot, number)"
                        + " SELECT ?, 'DAYS', ?, 'eerste', seq, 0, 1 FROM seq_1_to_10000")
                .params(region.region().id(), past)
                .update();
        jdbc.sql("INSERT INTO steering_count (region_id, kind, school_year, code, value, slot, number)"
                        + " SELECT ?, 'DAYS', ?, 'eerste', seq, 0, 1 FROM seq_1_to_100")
                .params(region.region().id(), year)
                .update();
        enter(refer(), "eerste");
    }

    private void startedAndNot(int started, int not, int unknown) {
        for (int i = 0; i < started + not + unknown; i++) {
            var transfer = refer();
            if (i < started + not) {
                answerStarted(transfer, i < started ? "ja" : "nee");
            }
        }
    }

    /** A young person's way with whatever turns it takes. */
    private void live(Random random) {
        long transfer = refer();
        var open = new ArrayList<long[]>();
        for (int step = 0; step < 10; step++) {
            switch (random.nextInt(5)) {
                case 0 -> open.add(enter(transfer, random.nextBoolean() ? "eerste" : "tweede"));
                case 1, 2 -> open.forEach(visit -> progress.left(visit[0], visit[1]));
                case 3 -> answerStarted(transfer, random.nextBoolean() ? "ja" : "nee");
                default -> clock.setOffset(Duration.ofDays(random.nextInt(40)));
            }
        }
        if (random.nextInt(3) > 0) {
            progress.ended(transfer, random.nextBoolean() ? "afgerond" : "gestopt");
            progress.ended(transfer, "afgerond");
        }
    }

    private long refer() {
        return testRegions.refer(region, "Sam", "Vos");
    }

    private long[] enter(long transfer, String phase) {
        long visit = KEYS.incrementAndGet();
        progress.entered(transfer, phase, visit);
        progress.entered(transfer, phase, visit);
        return new long[] {transfer, visit};
    }

    private void answerStarted(long transferId, String answer) {
        TransferKey transfer = transfers.find(region.region().id(), transferId);
        answers.record(
                transfer,
                routes.form(transfer.routeVersionId(), "begeleiden"),
                null,
                Map.of("verslag", "Gaat goed", "gestart", answer),
                new Source(
                        region.coach().accountId(),
                        region.coach().memberships().getFirst().organisationId()));
    }

    private ThroughputOverview overview() {
        return throughput.overview(steering, year);
    }

    private FunnelStep funnel(String code) {
        return overview().funnel().stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Integer> counted() {
        return read(
                "SELECT TRIM(CONCAT_WS(' ', kind, code, value)), SUM(number) FROM steering_count WHERE region_id = ?"
                        + " GROUP BY kind, code, value HAVING SUM(number) <> 0");
    }

    private Map<String, Integer> recounted() {
        var counts = read("SELECT 'REFERRED', COUNT(*) FROM transfer WHERE region_id = ?");
        counts.putAll(
                read("SELECT CONCAT('ENTERED ', phase), COUNT(*) FROM phase_visit WHERE region_id = ? GROUP BY phase"));
        counts.putAll(read("SELECT CONCAT('LEFT ', phase), COUNT(*) FROM phase_visit WHERE region_id = ?"
                + " AND left_at IS NOT NULL GROUP BY phase"));
        counts.putAll(read("SELECT CONCAT('OUTCOME ', outcome), COUNT(*) FROM transfer WHERE region_id = ?"
                + " AND outcome IS NOT NULL GROUP BY outcome"));
        counts.putAll(read("SELECT CONCAT('CHOICE gestart ', JSON_VALUE(a.value, '$')), COUNT(*) FROM answer a"
                + " WHERE a.region_id = ? AND a.field_key = 'gestart' AND NOT EXISTS (SELECT 1 FROM answer b"
                + " WHERE b.transfer_id = a.transfer_id AND b.field_key = a.field_key AND b.id > a.id)"
                + " GROUP BY a.value"));
        jdbc.sql("SELECT phase, entered_at, left_at FROM phase_visit WHERE region_id = ? AND left_at IS NOT NULL")
                .param(region.region().id())
                .query(rs -> {
                    long days = ChronoUnit.DAYS.between(day(rs.getTimestamp(2)), day(rs.getTimestamp(3)));
                    counts.merge("DAYS " + rs.getString(1) + " " + days, 1, Integer::sum);
                });
        return counts;
    }

    private static LocalDate day(Timestamp at) {
        Instant instant = at.toInstant();
        return instant.atZone(PlatformClock.ZONE).toLocalDate();
    }

    private Map<String, Integer> read(String sql) {
        var counts = new TreeMap<String, Integer>();
        jdbc.sql(sql).param(region.region().id()).query(rs -> {
            counts.put(rs.getString(1), rs.getInt(2));
        });
        return counts;
    }

    private TestRegion make(String code) throws Exception {
        var today = LocalDate.now(PlatformClock.ZONE);
        var starts = today.minusMonths(2);
        var made = regions.create(new RegionDefinition(
                code,
                "Regio " + code,
                "Programma",
                new RegionSettings(
                        5,
                        Map.of("weken", 5),
                        Map.of("mentor", "school", "coach", "programma"),
                        List.of(
                                new Measure("deelnemers", "Deelnemers", null, null, 50),
                                new Measure("gestart", "Gestart", "gestart", "ja", 40),
                                new Measure("door", "Gaat door", "gaat_door", "ja", 30)),
                        Map.of("niet_gestart", "Niet gestart", "afgerond", "Afgerond", "gestopt", "Gestopt")),
                List.of(
                        new Role("mentor", "Mentor", EnumSet.of(Right.REFER, Right.WORK)),
                        new Role("coach", "Coach", EnumSet.of(Right.WORK)),
                        new Role("coordinator", "Coördinator", EnumSet.of(Right.WORK, Right.COORDINATE)),
                        new Role("stuurgroep", "Stuurgroep", EnumSet.of(Right.STEER))),
                List.of(
                        new NewOrganisation("school", "De School", OrganisationKind.VSO),
                        new NewOrganisation("programma", "Het Programma", OrganisationKind.PROGRAMMA)),
                List.of(new SchoolYear(
                        starts.getYear() + "-" + (starts.getYear() + 1),
                        starts,
                        starts.plusYears(1),
                        Map.of("start_mbo", starts.plusDays(1), "kerst", today.plusMonths(6))))));
        routes.publish(made.id(), code, regions.roles(made.id()).keySet(), TestRegions.klein());
        return new TestRegion(
                made,
                testRegions.actor(made, "mentor", "school"),
                testRegions.actor(made, "coach", "programma"),
                testRegions.actor(made, "coordinator", "programma"));
    }
}
