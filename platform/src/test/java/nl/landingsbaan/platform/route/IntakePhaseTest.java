package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.NOTHING;
import static nl.landingsbaan.platform.route.WalkedPhase.leaves;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shared phase intake on the real engine. */
class IntakePhaseTest {

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("intake");
    }

    /** 002 F 40. */
    @Test
    void supportAgreementsAreRecordedBeforeTheEnrolment() {
        var jongere = phase.enter(Map.of());
        assertThat(jongere.due("intake_gesprek")).isEqualTo(phase.today().plusDays(21));
        jongere.complete(
                "intake_gesprek", Map.of("niveau", "2", "intake_gekomen", "ja", "intake_uitkomst", "toegelaten"));
        jongere.due("intake_ondersteuning");
        jongere.hasNo("intake_inschrijven");
        jongere.complete("intake_ondersteuning", NOTHING);
        jongere.complete("intake_inschrijven", NOTHING);
        leaves(jongere, Map.of("intake_resultaat", "geplaatst"));
    }

    /** 000 section 7 nr 9. */
    @Test
    void theSecondNoShowOfAnEntreeStudentMayBeAnsweredWithARefusalThatIsFollowedUp() {
        var jongere = phase.enter(Map.of());
        jongere.complete("intake_gesprek", Map.of("niveau", "entree", "intake_gekomen", "nee"));
        jongere.complete("intake_nieuwe_afspraak", NOTHING);
        jongere.complete("intake_gesprek", Map.of("niveau", "entree", "intake_gekomen", "nee"));
        jongere.complete("intake_noshow_besluit", Map.of("noshow_besluit", "afwijzen"));
        jongere.complete("intake_opvolging", Map.of("intake_opvolging", "rmc"));
        leaves(jongere, Map.of("intake_resultaat", "geen_plek"));
    }

    @Test
    void onHigherLevelsEveryNoShowGetsANewAppointment() {
        var jongere = phase.enter(Map.of());
        for (int time = 0; time < 3; time++) {
            jongere.complete("intake_gesprek", Map.of("niveau", "3", "intake_gekomen", "nee"));
            jongere.complete("intake_nieuwe_afspraak", NOTHING);
        }
        jongere.due("intake_gesprek");
    }

    /** 000 section 7 nr 10. */
    @Test
    void aRefusalIsFollowedUpAndCanLeadToAnotherIntake() {
        var jongere = phase.enter(Map.of());
        jongere.complete(
                "intake_gesprek", Map.of("niveau", "4", "intake_gekomen", "ja", "intake_uitkomst", "andere_opleiding"));
        jongere.complete("intake_opvolging", Map.of("intake_opvolging", "andere_opleiding"));
        jongere.complete("intake_nieuwe_afspraak", NOTHING);
        jongere.complete(
                "intake_gesprek", Map.of("niveau", "2", "intake_gekomen", "ja", "intake_uitkomst", "vervolggesprek"));
        jongere.due("intake_vervolggesprek");
    }
}
