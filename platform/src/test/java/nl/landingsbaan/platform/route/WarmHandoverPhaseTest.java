package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.NOTHING;
import static nl.landingsbaan.platform.route.WalkedPhase.leaves;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shared phase warme-overdracht on the real engine (seed 001, lines 380-410). */
class WarmHandoverPhaseTest {

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("warme-overdracht");
    }

    @Test
    void theHandoverIsOverWhenTheReceiverHasTakenOver() {
        var jongere = phase.enter(Map.of("zomervakantie", phase.today().plusDays(60)));
        assertThat(jongere.due("warme_overdracht_gesprek"))
                .isEqualTo(phase.today().plusDays(59));
        jongere.complete("warme_overdracht_gesprek", NOTHING);
        assertThat(jongere.due("overdracht_overnemen")).isEqualTo(phase.today().plusDays(10));
        assertThat(jongere.journal()).doesNotContain("uitkomst klaar");
        jongere.complete("overdracht_overnemen", Map.of("overdracht_besluit", "overgenomen"));
        leaves(jongere, NOTHING);
    }

    /** 002 F 32. */
    @Test
    void asTrainerTheDossierStaysOpenUntilATakerOverConfirms() {
        var jongere = phase.enter(Map.of("zomervakantie", phase.today().minusDays(5)));
        jongere.complete("warme_overdracht_gesprek", NOTHING);
        jongere.due("overdracht_overnemen");
        phase.moveTo(phase.today().plusDays(90));
        jongere.complete("overdracht_nabellen", NOTHING);
        jongere.due("overdracht_overnemen");
        assertThat(jongere.journal()).doesNotContain("uitkomst klaar");
        jongere.complete("overdracht_overnemen", Map.of("overdracht_besluit", "overgenomen"));
        leaves(jongere, NOTHING);
    }

    @Test
    void whoGivesTheHandoverBackGetsItAgain() {
        var jongere = phase.enter(Map.of("zomervakantie", phase.today().minusDays(5)));
        jongere.complete("warme_overdracht_gesprek", NOTHING);
        jongere.complete("overdracht_overnemen", Map.of("overdracht_besluit", "teruggegeven"));
        jongere.complete("warme_overdracht_gesprek", NOTHING);
        jongere.complete("overdracht_overnemen", Map.of("overdracht_besluit", "overgenomen"));
        leaves(jongere, NOTHING);
    }

    @Test
    void theSchoolCallsWhenNobodyAnswersAndNoLongerWhenSomebodyHas() {
        var jongere = phase.enter(Map.of("zomervakantie", phase.today().minusDays(5)));
        jongere.complete("warme_overdracht_gesprek", NOTHING);
        jongere.due("overdracht_overnemen");
        phase.moveTo(phase.today().plusDays(11));
        jongere.due("overdracht_nabellen");
        jongere.complete("overdracht_overnemen", Map.of("overdracht_besluit", "overgenomen"));
        jongere.loses("overdracht_nabellen");
        leaves(jongere, NOTHING);
    }
}
