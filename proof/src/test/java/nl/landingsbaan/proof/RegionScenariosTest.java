package nl.landingsbaan.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.StepKind;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every region's route does what the region's scenarios say, on the real engine with a moved clock. */
class RegionScenariosTest {

    private static final Path LIBRARY = Path.of("..", "processes");
    private static final Path TENANTS = Path.of("..", "tenants");
    private static final Path WORK = Path.of("target");

    static class Watch {

        @Bean
        EngineTraffic traffic() {
            return new EngineTraffic();
        }
    }

    @TestFactory
    Stream<DynamicNode> theRoutesDoWhatTheScenariosOfTheirRegionsSay() throws IOException {
        Map<String, Object> settings = Map.of("logging.level.root", "INFO", "logging.level.nl.landingsbaan", "DEBUG");
        try (var session = ProofSession.start(
                        LIBRARY, TENANTS, WORK, RegionScenarios.regions(TENANTS), settings, Watch.class);
                var traces = new PersonalTraces(
                        session.context().getBean(EngineTraffic.class),
                        session.context().getBean(JdbcClient.class),
                        session.context().getBean(TransactionTemplate.class))) {
            var result = session.play();
            var nodes = new ArrayList<DynamicNode>();
            for (var region : result.regions()) {
                nodes.add(DynamicContainer.dynamicContainer(
                        region.region().name(),
                        ofRegion(region, neverFilledIn(session, region), neverReached(session, region))));
            }
            nodes.addAll(regionsNeverMet(session, result));
            nodes.addAll(nothingPersonalLeftTheDatabase(session, traces, result));
            return nodes.stream();
        }
    }

    private static Stream<DynamicTest> ofRegion(
            ProofResult.OfRegion region, List<String> neverFilledIn, Set<String> neverReached) {
        return Stream.concat(
                region.journeys().stream()
                        .map(journey -> DynamicTest.dynamicTest(journey.name(), () -> {
                            if (journey.failure().isPresent()) {
                                throw journey.failure().get();
                            }
                        })),
                Stream.of(
                        DynamicTest.dynamicTest(
                                "every element of the route is in a scenario, or it is said why not", () -> {
                                    assertThat(region.coverage().elements()).isNotEmpty();
                                    assertThat(region.coverage().untouched().stream()
                                                    .map(Report::shown))
                                            .isEmpty();
                                    assertThat(region.coverage().mistakes().stream()
                                                    .map(Mistake::text))
                                            .isEmpty();
                                }),
                        DynamicTest.dynamicTest(
                                "the engine is not stuck anywhere",
                                () -> assertThat(region.incidents().stream().map(Report::shown))
                                        .isEmpty()),
                        DynamicTest.dynamicTest(
                                "every outcome of the route was reached",
                                () -> assertThat(neverReached).isEmpty()),
                        DynamicTest.dynamicTest(
                                "every field for free text was filled in",
                                () -> assertThat(neverFilledIn).isEmpty())));
    }

    /** All regions on one installation: what the engine did for somebody of one region it did in that region's processes. */
    private static List<DynamicTest> regionsNeverMet(ProofSession session, ProofResult result) {
        var jdbc = session.context().getBean(JdbcClient.class);
        var codes = new HashMap<Long, String>();
        jdbc.sql("SELECT s.id, r.code FROM subject s JOIN region r ON r.id = s.region_id")
                .query(rs -> {
                    codes.put(rs.getLong(1), rs.getString(2));
                });
        var processes = session.records().processesBySubject();
        var strays = new ArrayList<String>();
        processes.forEach((subject, ids) -> ids.stream()
                .filter(id -> !id.startsWith(codes.get(subject) + "."))
                .forEach(id -> strays.add(subject + " of " + codes.get(subject) + " in " + id)));
        var tasksOfOthers = new ArrayList<String>();
        for (var region : result.regions()) {
            tasksOfOthers.addAll(
                    jdbc.sql("SELECT CONCAT(a.email, ' ', t.id) FROM task t JOIN account a ON a.id = t.closed_by"
                                    + " WHERE t.region_id = ? AND NOT EXISTS (SELECT 1 FROM membership m"
                                    + " WHERE m.region_id = t.region_id AND m.account_id = a.id)")
                            .param(region.region().id())
                            .query(String.class)
                            .list());
        }
        var taken = codes.keySet().stream()
                .filter(processes::containsKey)
                .map(codes::get)
                .collect(Collectors.toSet());
        var regions =
                result.regions().stream().map(each -> each.region().code()).toList();
        return List.of(
                DynamicTest.dynamicTest("the engine took steps in every region, and for nobody in another's", () -> {
                    assertThat(taken).containsExactlyInAnyOrderElementsOf(regions);
                    assertThat(strays).isEmpty();
                }),
                DynamicTest.dynamicTest(
                        "nobody did a task of another region",
                        () -> assertThat(tasksOfOthers).isEmpty()));
    }

    /** Outcomes of the drawings that nobody, and no group, came to; an end that the region says it does not try is left out. */
    private static Set<String> neverReached(ProofSession session, ProofResult.OfRegion region) {
        var routes = session.context().getBean(Routes.class);
        var id = region.region().id();
        var outcomes = new TreeSet<String>();
        routes.steps(routes.current(id).orElseThrow().id()).stream()
                .filter(step -> step.kind() == StepKind.OUTCOME)
                .filter(step -> region.coverage().unproven().keySet().stream()
                        .noneMatch(unproven -> unproven.processId().equals(step.processId())
                                && unproven.elementId().equals(step.elementId())))
                .forEach(step -> outcomes.add(step.outcome()));
        assertThat(outcomes).isNotEmpty();
        outcomes.removeAll(session.context()
                .getBean(JdbcClient.class)
                .sql("SELECT outcome FROM transfer WHERE region_id = :region AND outcome IS NOT NULL"
                        + " UNION SELECT outcome FROM gathering WHERE region_id = :region AND outcome IS NOT NULL")
                .param("region", id)
                .query(String.class)
                .set());
        return outcomes;
    }

    /** What is looked for is collected now: afterwards nothing of the session is left. */
    private static List<DynamicTest> nothingPersonalLeftTheDatabase(
            ProofSession session, PersonalTraces traces, ProofResult result) throws IOException {
        var youngPeople = result.regions().stream()
                .mapToInt(each -> each.journeys().size())
                .sum();
        var inTraffic = traces.inTraffic();
        var loose = traces.looseTexts();
        var told = traces.transfersTold();
        var inOutbox = traces.inOutbox();
        var entries = traces.entriesOfOutbox();
        var lines = traces.linesOfLog();
        var inLog = traces.inLog();
        var known = PersonalTraces.filesWith(session.engineData(), "landingsbaan-task");
        var onDisk = new ArrayList<Path>();
        for (var personal : PersonalTraces.personal()) {
            onDisk.addAll(PersonalTraces.filesWith(session.engineData(), personal));
        }
        return List.of(
                DynamicTest.dynamicTest("nothing personal is said to the engine", () -> {
                    assertThat(told).isGreaterThanOrEqualTo(youngPeople);
                    assertThat(inTraffic).isEmpty();
                }),
                DynamicTest.dynamicTest(
                        "the engine gets ids, dates, numbers, booleans and codes only",
                        () -> assertThat(loose).isEmpty()),
                DynamicTest.dynamicTest("nothing personal stands in what the engine keeps on disk", () -> {
                    assertThat(known).isNotEmpty();
                    assertThat(onDisk).isEmpty();
                }),
                DynamicTest.dynamicTest("nothing personal stands in the outbox", () -> {
                    assertThat(entries).isGreaterThan(youngPeople);
                    assertThat(inOutbox).isEmpty();
                }),
                DynamicTest.dynamicTest("nothing personal stands in the log", () -> {
                    assertThat(lines).isPositive();
                    assertThat(inLog).isEmpty();
                }));
    }

    /**
     * Fields for free text in which nothing was ever typed: no mark can be read there, and nothing lies sealed. A step that the
     * region says it does not try is left out.
     */
    private static List<String> neverFilledIn(ProofSession session, ProofResult.OfRegion region) {
        var routes = session.context().getBean(Routes.class);
        var id = session.context()
                .getBean(Regions.class)
                .byCode(region.region().code())
                .orElseThrow()
                .id();
        var version = routes.current(id).orElseThrow().id();
        var filledIn = session.context()
                .getBean(JdbcClient.class)
                .sql("SELECT CONCAT(form_id, ' ', field_key) FROM answer WHERE region_id = :region"
                        + " AND (value LIKE :mark OR sealed)"
                        + " UNION SELECT CONCAT(form_id, ' ', field_key) FROM gathering_answer"
                        + " WHERE region_id = :region AND value LIKE :mark")
                .param("region", id)
                .param("mark", "%" + SchoolYearPass.MARK + "%")
                .query(String.class)
                .set();
        return routes.steps(version).stream()
                .filter(step -> step.formId() != null)
                .filter(step -> region.coverage().unproven().keySet().stream()
                        .noneMatch(unproven -> unproven.processId().equals(step.processId())
                                && unproven.elementId().equals(step.elementId())))
                .flatMap(step -> routes.form(version, step.formId()).questions().stream()
                        .filter(field -> field.freeText() && field.pattern() == null)
                        .map(field -> step.formId() + " " + field.key()))
                .distinct()
                .filter(field -> !filledIn.contains(field))
                .toList();
    }
}
