package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.NOTHING;
import static nl.landingsbaan.platform.route.WalkedPhase.leaves;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The module loopbaanklas on the real engine (seed 001, lines 640-655). */
class CareerClassPhaseTest {

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("loopbaanklas");
    }

    @Test
    void eightWeeksHaveThreePhasesAndEndWithAChoice() {
        LocalDate start = phase.today();
        var jongere = phase.enter(Map.of());
        assertThat(jongere.due("loopbaanklas_ik")).isEqualTo(start.plusWeeks(3));
        jongere.complete("loopbaanklas_ik", NOTHING);
        assertThat(jongere.due("loopbaanklas_informatie")).isEqualTo(start.plusWeeks(6));
        jongere.complete("loopbaanklas_informatie", NOTHING);
        assertThat(jongere.due("loopbaanklas_keuze")).isEqualTo(start.plusWeeks(8));
        jongere.complete("loopbaanklas_keuze", Map.of("loopbaanklas_besluit", "nieuwe_opleiding"));
        leaves(jongere, Map.of("loopbaanklas_resultaat", "nieuwe_opleiding"));
    }
}
