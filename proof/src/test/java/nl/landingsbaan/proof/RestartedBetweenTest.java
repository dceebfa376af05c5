package nl.landingsbaan.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.GroupProcess;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteRejected;
import nl.landingsbaan.platform.route.RouteState;
import nl.landingsbaan.platform.route.RouteVersion;
import nl.landingsbaan.platform.route.Routes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The longest way there is: the 34 months of REA's Ontwikkeltraject, with the house switched off in between. */
class RestartedBetweenTest {

    private static final Path HOUSE = Path.of("..");
    private static final String REGION = "rea-ontwikkeltraject";
    private static final String SCENARIO = "vierendertig-maanden.yaml";
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final LocalDate WHILE_A_STAGE_LASTS = LocalDate.of(2027, 3, 1);
    private static final LocalDate WHILE_A_TASK_IS_OPEN = LocalDate.of(2027, 6, 2);
    private static final LocalDate IN_THE_FIRST_YEAR_AFTER = LocalDate.of(2028, 2, 29);
    private static final LocalDate IN_THE_SECOND_YEAR_AFTER = LocalDate.of(2028, 12, 24);

    @TempDir
    Path tenants;

    @Test
    void timersAndTasksOf34MonthsOutliveTheApplicationTheEngineAndANewVersionOfTheRoute() throws IOException {
        onlyTheScenario();
        try (var session =
                ProofSession.start(HOUSE.resolve("processes"), tenants, Path.of("target"), List.of(REGION), Map.of())) {
            var first = current(session);
            var interludes = new TreeMap<LocalDate, Runnable>();
            interludes.put(WHILE_A_STAGE_LASTS, session::restart);
            interludes.put(WHILE_A_TASK_IS_OPEN, () -> {
                publishAgain(session);
                session.restart();
            });
            interludes.put(IN_THE_FIRST_YEAR_AFTER, session::restart);
            interludes.put(IN_THE_SECOND_YEAR_AFTER, session::restart);

            var result = session.play(interludes).regions().getFirst();

            var journey = result.journeys().getFirst();
            assertThat(journey.failure()).isEmpty();
            assertThat(result.incidents()).isEmpty();
            assertThat(current(session).number()).isEqualTo(first.number() + 1);
            assertThat(versionsOfTransfers(session)).containsExactly(first.id());
        }
    }

    private void onlyTheScenario() throws IOException {
        var region = tenants.resolve(REGION);
        FileSystemUtils.copyRecursively(HOUSE.resolve("tenants").resolve(REGION), region);
        try (var files = Files.list(region.resolve("scenarios"))) {
            for (var file : files.toList()) {
                if (!file.endsWith(SCENARIO) && !file.endsWith(RegionScenarios.BEFOREHAND)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The same route under other names: a region that edits while a young person is on the way. */
    private static void publishAgain(ProofSession session) {
        var routes = session.context().getBean(Routes.class);
        var version = current(session);
        var drawings = routes.drawings(version.id()).stream()
                .collect(Collectors.toMap(
                        drawing -> drawing.processId() + ".bpmn",
                        drawing -> drawing.xml().replace("name=\"Meeloopdag", "name=\"Een dag meelopen")));
        assertThat(drawings.values()).anyMatch(drawing -> drawing.contains("Een dag meelopen"));
        try {
            var next = routes.publish(
                    region(session).id(),
                    REGION,
                    session.context()
                            .getBean(Regions.class)
                            .roles(region(session).id())
                            .keySet(),
                    new RouteBundle(
                            REGION,
                            drawings,
                            forms(session, version),
                            Map.of(),
                            routes.catalogue(version.id()),
                            groups(session)));
            await().atMost(SOON).until(() -> routes.version(next.id()).state() == RouteState.LIVE);
        } catch (RouteRejected e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    private static Map<String, String> forms(ProofSession session, RouteVersion version) {
        return session
                .context()
                .getBean(JdbcClient.class)
                .sql("SELECT form_id, json FROM route_form WHERE route_version_id = ?")
                .param(version.id())
                .query((row, number) -> Map.entry(row.getString("form_id"), row.getString("json")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<GroupProcess> groups(ProofSession session) {
        return region(session).settings().groups().stream()
                .map(rule -> new GroupProcess(rule.code(), rule.processId(), rule.per(), rule.byHand()))
                .toList();
    }

    private static List<Long> versionsOfTransfers(ProofSession session) {
        return session.context()
                .getBean(JdbcClient.class)
                .sql("SELECT route_version_id FROM transfer WHERE region_id = ?")
                .param(region(session).id())
                .query(Long.class)
                .list();
    }

    private static RouteVersion current(ProofSession session) {
        return session.context()
                .getBean(Routes.class)
                .current(region(session).id())
                .orElseThrow();
    }

    private static Region region(ProofSession session) {
        return session.context().getBean(Regions.class).byCode(REGION).orElseThrow();
    }
}
