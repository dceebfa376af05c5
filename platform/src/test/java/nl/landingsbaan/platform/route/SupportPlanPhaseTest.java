package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.NOTHING;
import static nl.landingsbaan.platform.route.WalkedPhase.leaves;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The module ondersteuningsplan on the real engine (000 F5 and section 7 nr 12). */
class SupportPlanPhaseTest {

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("ondersteuningsplan");
    }

    @Test
    void whoAsksForHelpGetsASpecialisedIntakeAndAPlan() {
        var jongere = phase.enter(Map.of());
        jongere.complete("ondersteuning_vraag", Map.of("hulpvraag", "ja"));
        assertThat(jongere.due("ondersteuning_spi")).isEqualTo(phase.today().plusDays(21));
        jongere.complete("ondersteuning_spi", Map.of("ondersteuning_haalbaar", "ja"));
        jongere.complete("ondersteuning_op", NOTHING);
        leaves(jongere, Map.of("ondersteuning_resultaat", "plan"));
    }

    @Test
    void whoAsksForNothingGetsNoSpecialisedIntake() {
        var jongere = phase.enter(Map.of());
        jongere.complete("ondersteuning_vraag", Map.of("hulpvraag", "nee"));
        leaves(jongere, Map.of("ondersteuning_resultaat", "geen_hulpvraag"));
    }

    @Test
    void helpThatTheCourseCannotGiveMeansAnotherPlace() {
        var jongere = phase.enter(Map.of());
        jongere.complete("ondersteuning_vraag", Map.of("hulpvraag", "ja"));
        jongere.complete("ondersteuning_spi", Map.of("ondersteuning_haalbaar", "nee"));
        jongere.complete("ondersteuning_anders", NOTHING);
        leaves(jongere, Map.of("ondersteuning_resultaat", "niet_haalbaar"));
    }
}
