package nl.landingsbaan.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.WithServers.EngineChoice;
import nl.landingsbaan.platform.engine.EngineClock;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Transfers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every region's route does what the region's scenarios say, on the real engine with a moved clock. */
@WithServers(engine = EngineChoice.OWN, clock = TestServers.EngineClock.CONTROLLED)
@SpringBootTest(
        classes = {TestPlatform.class, RegionScenariosTest.FromTheDayBeforeTheFirst.class},
        properties = {
            "landingsbaan.library=../processes",
            "landingsbaan.tenants=../tenants",
            "logging.level.root=INFO",
            "logging.level.nl.landingsbaan=DEBUG"
        })
class RegionScenariosTest {

    /** The engine starts at the platform's time, which is that of the scenarios whatever today is. */
    static class FromTheDayBeforeTheFirst {

        @Bean
        EngineTraffic traffic() {
            return new EngineTraffic();
        }

        @Bean
        InitializingBean theDayBeforeTheFirst(PlatformClock clock) {
            var first = Scenario.regions().stream()
                    .flatMap(region -> Scenario.of(region).stream())
                    .map(scenario -> Day.read(scenario.referral().get("dag"), Map.of()))
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            var start = first.minusDays(1)
                    .atTime(LocalTime.NOON)
                    .atZone(PlatformClock.ZONE)
                    .toInstant();
            return () -> clock.setOffset(Duration.between(Clock.systemUTC().instant(), start));
        }
    }

    @Autowired
    EngineTraffic traffic;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EngineClock clock;

    @Autowired
    PlatformClock now;

    @Autowired
    Transfers transfers;

    @Autowired
    Tasks tasks;

    @Autowired
    Regions regions;

    @Autowired
    People people;

    @Autowired
    Routes routes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @TestFactory
    Stream<DynamicTest> theRouteDoesWhatTheScenariosOfTheRegionSay() {
        try (var quiet = new Quiet(environment, jdbc);
                var traces = new PersonalTraces(traffic, jdbc, transaction)) {
            quiet.await();
            var pass = new SchoolYearPass(clock, now, quiet, transfers, tasks, routes);
            Scenario.regions().forEach(region -> pass.add(regions, people, region));
            pass.play();
            return Stream.of(
                    pass.journeys().stream()
                            .map(journey -> DynamicTest.dynamicTest(journey.name(), () -> {
                                if (journey.failure().isPresent()) {
                                    throw journey.failure().get();
                                }
                            })),
                    Scenario.regions().stream()
                            .map(region -> DynamicTest.dynamicTest(
                                    region + ": every task, event and outcome of the route is in a scenario",
                                    () -> assertThat(untouched(region, pass)).isEmpty())),
                    Scenario.regions().stream()
                            .map(region -> DynamicTest.dynamicTest(
                                    region + ": every field for free text was filled in",
                                    () -> assertThat(neverFilledIn(region)).isEmpty())),
                    nothingPersonalLeftTheDatabase(traces, pass.journeys().size()))
                    .flatMap(tests -> tests)
                    .toList()
                    .stream();
        }
    }

    private Stream<DynamicTest> nothingPersonalLeftTheDatabase(PersonalTraces traces, int youngPeople) {
        var inTraffic = traces.inTraffic();
        var loose = traces.looseTexts();
        var told = traces.transfersTold();
        var inOutbox = traces.inOutbox();
        var entries = traces.entriesOfOutbox();
        return Stream.of(
                DynamicTest.dynamicTest("nothing personal is said to the engine", () -> {
                    assertThat(told).isGreaterThanOrEqualTo(youngPeople);
                    assertThat(inTraffic).isEmpty();
                }),
                DynamicTest.dynamicTest(
                        "the engine gets ids, dates, numbers, booleans and codes only",
                        () -> assertThat(loose).isEmpty()),
                DynamicTest.dynamicTest("nothing personal stands in what the engine keeps on disk", () -> {
                    var data = Path.of(environment.getRequiredProperty(WithServers.ENGINE_DATA));
                    assertThat(PersonalTraces.filesWith(data, "evaluatie_weken_entree"))
                            .isNotEmpty();
                    for (var personal : PersonalTraces.personal()) {
                        assertThat(PersonalTraces.filesWith(data, personal)).isEmpty();
                    }
                }),
                DynamicTest.dynamicTest("nothing personal stands in the outbox", () -> {
                    assertThat(entries).isGreaterThan(youngPeople);
                    assertThat(inOutbox).isEmpty();
                }),
                DynamicTest.dynamicTest("nothing personal stands in the log", () -> {
                    assertThat(traces.linesOfLog()).isPositive();
                    assertThat(traces.inLog()).isEmpty();
                }));
    }

    /** Fields for free text in which no mark was ever typed. */
    private List<String> neverFilledIn(String regionCode) {
        var region = regions.byCode(regionCode).orElseThrow();
        var version = routes.current(region.id()).orElseThrow().id();
        var filledIn = jdbc.sql("SELECT DISTINCT CONCAT(form_id, ' ', field_key) FROM answer WHERE region_id = ?"
                        + " AND value LIKE ?")
                .params(region.id(), "%" + SchoolYearPass.MARK + "%")
                .query(String.class)
                .set();
        return routes.steps(version).stream()
                .filter(step -> step.formId() != null)
                .flatMap(step -> routes.form(version, step.formId()).questions().stream()
                        .filter(field -> field.freeText() && field.pattern() == null)
                        .map(field -> step.formId() + " " + field.key()))
                .distinct()
                .filter(field -> !filledIn.contains(field))
                .toList();
    }

    private List<String> untouched(String regionCode, SchoolYearPass pass) {
        var region = regions.byCode(regionCode).orElseThrow();
        var reached = new TreeSet<String>();
        reached.addAll(jdbc.sql(
                        "SELECT DISTINCT CONCAT('USER_TASK ', s.name) FROM task t JOIN route_step s ON s.id = t.step_id"
                                + " WHERE t.region_id = ? AND t.state = 'COMPLETED'")
                .param(region.id())
                .query(String.class)
                .list());
        reached.addAll(jdbc.sql("SELECT DISTINCT CONCAT('OUTCOME ', outcome) FROM transfer WHERE region_id = ?")
                .param(region.id())
                .query((rs, n) -> "" + rs.getString(1))
                .list());
        pass.journeys().stream()
                .filter(journey -> journey.region().equals(regionCode))
                .flatMap(journey -> journey.reported().stream())
                .forEach(name -> reached.add("MESSAGE " + name));
        return routes.steps(routes.current(region.id()).orElseThrow().id()).stream()
                .filter(step -> step.kind() != StepKind.PHASE && step.kind() != StepKind.START)
                .map(step -> step.kind() + " " + (step.kind() == StepKind.OUTCOME ? step.outcome() : step.name()))
                .distinct()
                .filter(step -> !reached.contains(step))
                .toList();
    }
}
