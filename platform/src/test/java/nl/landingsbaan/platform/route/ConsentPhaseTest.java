package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.NOTHING;
import static nl.landingsbaan.platform.route.WalkedPhase.leaves;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shared phase toestemming on the real engine. */
class ConsentPhaseTest {

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("toestemming");
    }

    @Test
    void whoAnswersAtOnceGoesOnAtOnce() {
        var jongere = phase.enter(Map.of());
        assertThat(jongere.due("toestemming_bespreken")).isEqualTo(phase.today().plusDays(14));
        jongere.complete("toestemming_bespreken", Map.of("toestemming_besproken", "niet_delen"));
        leaves(jongere, NOTHING);
    }

    @Test
    void whoWantsToThinkIsAskedAgain() {
        var jongere = phase.enter(Map.of());
        jongere.complete("toestemming_bespreken", Map.of("toestemming_besproken", "bedenktijd"));
        jongere.hasNo("toestemming_terugkomen");
        phase.moveTo(phase.today().plusDays(15));
        jongere.complete("toestemming_terugkomen", Map.of("toestemming_alsnog", "vastgelegd"));
        leaves(jongere, NOTHING);
    }

    /** Rule 6: support never waits for consent. */
    @Test
    void theRouteGoesOnWithoutConsentWhenNobodyAnswers() {
        var silent = phase.enter(Map.of());
        var undecided = phase.enter(Map.of());
        undecided.complete("toestemming_bespreken", Map.of("toestemming_besproken", "bedenktijd"));
        silent.due("toestemming_bespreken");
        phase.moveTo(phase.today().plusDays(29));
        silent.loses("toestemming_bespreken");
        leaves(silent, NOTHING);
        undecided.due("toestemming_terugkomen");
        phase.moveTo(phase.today().plusDays(29));
        undecided.loses("toestemming_terugkomen");
        leaves(undecided, NOTHING);
    }
}
