package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.NOTHING;
import static nl.landingsbaan.platform.route.WalkedPhase.leaves;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shared phase instemming on the real engine: whoever pays is the gatekeeper (seed 002, line 1932; 002 F 30). */
class ClientDecisionPhaseTest {

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("instemming");
    }

    @Test
    void whoeverPaysAgrees() {
        var jongere = phase.enter(Map.of());
        assertThat(jongere.due("instemming_besluit")).isEqualTo(phase.today().plusDays(14));
        jongere.complete("instemming_besluit", Map.of("instemming", "ja"));
        leaves(jongere, Map.of("instemming_resultaat", "ingestemd"));
    }

    @Test
    void aRefusalIsHeardByBothTheCoordinatorAndTheReferrer() {
        var jongere = phase.enter(Map.of());
        jongere.complete("instemming_besluit", Map.of("instemming", "nee"));
        jongere.complete("instemming_weigering_school", NOTHING);
        assertThat(jongere.journal()).doesNotContain("uitkomst klaar");
        jongere.complete("instemming_weigering_coordinatie", NOTHING);
        leaves(jongere, Map.of("instemming_resultaat", "geweigerd"));
    }

    @Test
    void noAnswerIsRemindedOfUntilThereIsOne() {
        var jongere = phase.enter(Map.of());
        jongere.due("instemming_besluit");
        phase.moveTo(phase.today().plusDays(15));
        jongere.complete("instemming_herinneren", NOTHING);
        phase.moveTo(phase.today().plusDays(14));
        jongere.due("instemming_herinneren");
        jongere.complete("instemming_besluit", Map.of("instemming", "ja"));
        jongere.loses("instemming_herinneren");
        leaves(jongere, Map.of("instemming_resultaat", "ingestemd"));
    }
}
