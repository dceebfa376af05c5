package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.WithServers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class RoutesTest {

    @Autowired
    Routes routes;

    @Autowired
    TestRegions testRegions;

    @Test
    void aVersionWaitsForTheEngineAndIsLiveOnceDeployed() throws Exception {
        long region = region("een");
        var version = routes.publish(
                region, "een", SmallRoute.ROLES, SmallRoute.faultless().bundle());
        assertThat(version.state()).isEqualTo(RouteState.PUBLISHED);
        assertThat(routes.rootDefinitionKey(version.id())).isEmpty();

        Map<String, Long> keys = Map.of("een.route", 9_001L, "een.nazorg", 9_002L);
        routes.deployed(version.id(), keys);
        routes.deployed(version.id(), keys);

        assertThat(routes.version(version.id()).state()).isEqualTo(RouteState.LIVE);
        assertThat(routes.rootDefinitionKey(version.id())).hasValue(9_001L);
        assertThat(routes.step(9_001L, "gesprek")).hasValueSatisfying(step -> {
            assertThat(step.kind()).isEqualTo(StepKind.USER_TASK);
            assertThat(step.roles()).containsExactly("coach");
            assertThat(step.phaseName()).isEqualTo("Intake");
            assertThat(step.why()).isEqualTo("Daarom.");
            assertThat(routes.step(step.id())).isEqualTo(step);
        });
        assertThat(routes.step(9_001L, "keuze")).isEmpty();
        assertThat(routes.step(9_002L, "nazorg_gesprek"))
                .hasValueSatisfying(step -> assertThat(step.phase()).isEqualTo("nazorg"));
        assertThat(routes.step(9_003L, "gesprek")).isEmpty();
        assertThat(routes.steps(version.id()))
                .extracting(Step::elementId)
                .containsExactly(
                        "begin",
                        "fase_intake",
                        "gesprek",
                        "datum_gemeld",
                        "nazorg_fase",
                        "nazorg_gesprek",
                        "klaar",
                        "niet");
        assertThat(routes.form(version.id(), "gesprek").field("verslag")).isPresent();
    }

    @Test
    void publishingTheSameAgainGivesTheSameVersion() throws Exception {
        long region = region("twee");
        var bundle = SmallRoute.faultless().bundle();
        var first = routes.publish(region, "twee", SmallRoute.ROLES, bundle);
        assertThat(routes.publish(region, "twee", SmallRoute.ROLES, bundle)).isEqualTo(first);

        var other = SmallRoute.faultless()
                .replacing("route.bpmn", "Gesprek voeren", "Praten")
                .bundle();
        var second = routes.publish(region, "twee", SmallRoute.ROLES, other);
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(routes.current(region)).contains(second);
    }

    @Test
    void whatTheEngineRefusesIsNoCurrentVersion() throws Exception {
        long region = region("drie");
        var before = routes.current(region);
        var version = routes.publish(
                region, "drie", SmallRoute.ROLES, SmallRoute.faultless().bundle());
        var problem = new RouteProblem("route.bpmn", "gesprek", "Gesprek voeren", "Kan niet.", "Doe iets anders.");
        routes.rejected(version.id(), List.of(problem));
        assertThat(routes.version(version.id()).problems()).containsExactly(problem);
        assertThat(routes.current(region)).isEqualTo(before);
    }

    @Test
    void aFaultyRouteStoresNothing() {
        long region = region("vier");
        var before = routes.current(region);
        var faulty = SmallRoute.faultless().without("nazorg.bpmn").bundle();
        var rejected = catchThrowableOfType(
                RouteRejected.class, () -> routes.publish(region, "vier", SmallRoute.ROLES, faulty));
        assertThat(rejected.problems()).hasSize(1);
        assertThat(routes.current(region)).isEqualTo(before);
    }

    @Test
    void theDrawingsAreKeptAsDrawn() throws Exception {
        long region = region("vijf");
        var bundle = SmallRoute.faultless().bundle();
        var version = routes.publish(region, "vijf", SmallRoute.ROLES, bundle);
        Map<String, String> drawn = new HashMap<>();
        routes.drawings(version.id()).forEach(d -> drawn.put(d.processId() + ".bpmn", d.xml()));
        assertThat(drawn).isEqualTo(bundle.drawings());
        assertThat(routes.deployment(version.id()))
                .extracting(DeployableResource::resourceName)
                .containsExactly("vijf.route.bpmn", "vijf.nazorg.bpmn");
    }

    private long region(String code) {
        return testRegions.make(code, LocalDate.of(2026, 9, 1)).region().id();
    }
}
