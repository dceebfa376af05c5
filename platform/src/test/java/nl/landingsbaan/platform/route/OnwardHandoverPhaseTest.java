package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.NOTHING;
import static nl.landingsbaan.platform.route.WalkedPhase.leaves;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shared phase overdracht-vervolg on the real engine (seed 002, lines 1924, 2082 and 2101). */
class OnwardHandoverPhaseTest {

    private static final Map<String, Object> TAKEN_OVER = Map.of("overdracht_besluit", "overgenomen");

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("overdracht-vervolg");
    }

    @Test
    void eachWayToHandOverEndsWhenSomebodyHasTakenOver() {
        var ways = Map.of(
                "zelf", "vervolg_overdragen",
                "ambulant", "vervolg_overdragen_ambulant",
                "gemeente", "vervolg_overdragen_gemeente");
        ways.forEach((by, step) -> {
            var jongere = phase.enter(Map.of());
            jongere.complete("vervolg_afspreken", Map.of("overdracht_door", by));
            jongere.complete(step, NOTHING);
            jongere.due("vervolg_overnemen");
            assertThat(jongere.journal()).doesNotContain("uitkomst klaar");
            jongere.complete("vervolg_overnemen", TAKEN_OVER);
            leaves(jongere, NOTHING);
        });
    }

    /** 002 F 32. */
    @Test
    void theDossierStaysOpenAndIsCalledAboutUntilATakerOverConfirms() {
        var jongere = phase.enter(Map.of());
        jongere.complete("vervolg_afspreken", Map.of("overdracht_door", "zelf"));
        jongere.complete("vervolg_overdragen", NOTHING);
        jongere.due("vervolg_overnemen");
        for (var call = 0; call < 3; call++) {
            phase.moveTo(phase.today().plusDays(11));
            jongere.complete("vervolg_nabellen", Map.of("nabellen_toegezegd", "nee"));
        }
        phase.moveTo(phase.today().plusDays(11));
        jongere.due("vervolg_nabellen");
        jongere.complete("vervolg_overnemen", TAKEN_OVER);
        jongere.loses("vervolg_nabellen");
        leaves(jongere, NOTHING);
    }

    @Test
    void whatIsGivenBackIsAgreedOnAnew() {
        var jongere = phase.enter(Map.of());
        jongere.complete("vervolg_afspreken", Map.of("overdracht_door", "ambulant"));
        jongere.complete("vervolg_overdragen_ambulant", NOTHING);
        jongere.complete("vervolg_overnemen", Map.of("overdracht_besluit", "teruggegeven"));
        jongere.complete("vervolg_afspreken", Map.of("overdracht_door", "zelf"));
        jongere.complete("vervolg_overdragen", NOTHING);
        jongere.complete("vervolg_overnemen", TAKEN_OVER);
        leaves(jongere, NOTHING);
    }
}
