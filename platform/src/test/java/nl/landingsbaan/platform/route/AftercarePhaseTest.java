package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.leaves;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shared phase nazorg on the real engine. */
class AftercarePhaseTest {

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("nazorg");
    }

    @Test
    void aftercareClosesWhenThereHasBeenEnoughContact() {
        var jongere = phase.enter(Map.of());
        for (int contact = 0; contact < 4; contact++) {
            jongere.hasNo("nazorg_contact");
            phase.moveTo(phase.today().plusMonths(6).plusDays(1));
            jongere.complete("nazorg_contact", Map.of("nazorg_bereikt", "ja"));
        }
        leaves(jongere, Map.of("nazorg_resultaat", "afgerond"));
    }

    @Test
    void withoutEnoughContactAftercareClosesOnlyWithAReason() {
        var jongere = phase.enter(Map.of());
        for (int contact = 0; contact < 4; contact++) {
            jongere.hasNo("nazorg_contact");
            phase.moveTo(phase.today().plusMonths(6).plusDays(1));
            jongere.complete("nazorg_contact", Map.of("nazorg_bereikt", contact == 0 ? "ja" : "nee"));
        }
        jongere.complete("nazorg_reden", Map.of("nazorg_besluit", "doorgaan"));
        jongere.hasNo("nazorg_contact");
        phase.moveTo(phase.today().plusMonths(6).plusDays(1));
        jongere.complete("nazorg_contact", Map.of("nazorg_bereikt", "nee"));
        jongere.complete("nazorg_reden", Map.of("nazorg_besluit", "stoppen"));
        leaves(jongere, Map.of("nazorg_resultaat", "gestopt_met_reden"));
    }
}
