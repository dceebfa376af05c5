package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.landingsbaan.platform.tenant.LibraryRoutes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The route with which a new region begins: every shared phase, and what can happen at any time. */
class TemplateRouteTest {

    private static final List<String> PHASES =
            List.of("toestemming", "aanmelding", "intake", "warme-overdracht", "landing", "nazorg");

    private static WalkedRoute route;

    @BeforeAll
    static void deploy() {
        route = new WalkedRoute(template(LibraryRoutes.ROLES, Map.of()).compile(1));
    }

    @AfterAll
    static void end() throws Exception {
        route.close();
    }

    @Test
    void itIsPublishedWithoutProblemsWhateverTheRegionCallsItsRoles() {
        var roleOf = new HashMap<String, String>();
        LibraryRoutes.ROLES.forEach(role -> roleOf.put(role, "onze-" + role));

        assertThat(template(Set.copyOf(roleOf.values()), roleOf).problems()).isEmpty();
    }

    @Test
    void theYoungPersonCanStopAtAnyTimeAndEverythingOpenGoes() {
        var jongere = start();
        jongere.due("toestemming_bespreken");
        jongere.report("uitval", Map.of("reden_afmelden", "verhuisd"));
        jongere.reaches("uitkomst uitkomst_uitgevallen");
        jongere.loses("toestemming_bespreken");
    }

    @Test
    void whateverElseHappensTheRouteGoesOn() {
        var jongere = start();
        for (var event :
                List.of("switch", "no-show", "andere-instelling", "toestemming-ingetrokken", "begeleider-vervangen")) {
            jongere.report(event, Map.of());
            jongere.complete("bij_" + event.replace('-', '_') + "_taak", Map.of());
        }
        jongere.complete("toestemming_bespreken", Map.of("toestemming_besproken", "vastgelegd"));
        jongere.due("aanmelding_mbo");
    }

    private static WalkedRoute.Transfer start() {
        var parameters = new HashMap<String, Object>(Map.of("antwoord_dagen", 7));
        PHASES.forEach(phase -> parameters.putAll(LibraryRoutes.parametersOf(phase)));
        return route.start(Map.of(
                "parameters",
                parameters,
                "ankers",
                Map.of("aanmelddeadline", route.today().plusDays(60).toString())));
    }

    private static Blueprint template(Set<String> roles, Map<String, String> roleOf) {
        var blueprint = Blueprint.of("nieuw", roles, LibraryRoutes.route("sjabloon", roles, roleOf));
        assertThat(blueprint.problems()).isEmpty();
        return blueprint;
    }
}
