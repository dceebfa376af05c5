package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.NOTHING;
import static nl.landingsbaan.platform.route.WalkedPhase.leaves;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The module overstapcoach on the real engine (seed 001, lines 622-636). */
class TransitionCoachPhaseTest {

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("overstapcoach");
    }

    @Test
    void theCoachGoesAlongSixMonthsBeforeAndAfterTheStart() {
        LocalDate start = phase.today().plusMonths(8);
        var jongere = phase.enter(Map.of("start_mbo", start));
        jongere.complete("overstapcoach_koppelen", NOTHING);
        phase.moveTo(start.minusMonths(6).minusDays(1));
        jongere.hasNo("overstapcoach_plan");
        phase.moveTo(start.minusMonths(6));
        jongere.complete("overstapcoach_plan", NOTHING);
        phase.moveTo(start.plusMonths(6).minusDays(1));
        jongere.hasNo("overstapcoach_terugkijken");
        phase.moveTo(start.plusMonths(6));
        assertThat(jongere.due("overstapcoach_terugkijken"))
                .isEqualTo(start.plusMonths(6).plusDays(14));
        jongere.complete("overstapcoach_terugkijken", Map.of("overstapcoach_hulp", "nee"));
        leaves(jongere, Map.of("overstapcoach_resultaat", "zelf_verder"));
    }

    @Test
    void whoStillNeedsHelpIsHandedOver() {
        var jongere = phase.enter(Map.of("start_mbo", phase.today().minusMonths(7)));
        jongere.complete("overstapcoach_koppelen", NOTHING);
        jongere.complete("overstapcoach_plan", NOTHING);
        jongere.complete("overstapcoach_terugkijken", Map.of("overstapcoach_hulp", "ja"));
        jongere.complete("overstapcoach_overdragen", NOTHING);
        leaves(jongere, Map.of("overstapcoach_resultaat", "overgedragen"));
    }
}
