package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.NOTHING;
import static nl.landingsbaan.platform.route.WalkedPhase.leaves;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The module pitstop on the real engine (seed 001, lines 707-714). */
class PitstopPhaseTest {

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("pitstop");
    }

    @Test
    void whoIsReadySoonerGoesOnSooner() {
        var jongere = phase.enter(Map.of());
        jongere.complete("pitstop_doelen", NOTHING);
        assertThat(jongere.due("pitstop_werken")).isEqualTo(phase.today().plusWeeks(6));
        jongere.complete("pitstop_werken", NOTHING);
        jongere.complete("pitstop_afsluiten", Map.of("pitstop_besluit", "doorstart"));
        leaves(jongere, Map.of("pitstop_resultaat", "doorstart"));
    }

    @Test
    void aPitstopTakesAtMostSixWeeks() {
        LocalDate start = phase.today();
        var jongere = phase.enter(Map.of());
        jongere.complete("pitstop_doelen", NOTHING);
        jongere.due("pitstop_werken");
        phase.moveTo(start.plusWeeks(6).plusDays(1));
        jongere.loses("pitstop_werken");
        jongere.complete("pitstop_afsluiten", Map.of("pitstop_besluit", "andere_opleiding"));
        leaves(jongere, Map.of("pitstop_resultaat", "andere_opleiding"));
    }
}
