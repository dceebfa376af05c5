package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.NOTHING;
import static nl.landingsbaan.platform.route.WalkedPhase.leaves;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The module transfercoach on the real engine (seed 000, lines 318-349, 3655-3700 and 6265-6396). */
class TransferCoachPhaseTest {

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("transfercoach");
    }

    @Test
    void nobodyGetsACoachWhoNeedsNone() {
        var jongere = phase.enter(Map.of());
        jongere.complete("transfercoach_screening", Map.of("steunend_netwerk", "ja", "transfercoach_nodig", "nee"));
        leaves(jongere, Map.of("transfercoach_resultaat", "geen_coach"));
    }

    @Test
    void everybodyWhoKnowsTheYoungPersonWritesTheProfileBeforeACoachIsProposed() {
        var jongere = screened("ja", "gewoon");
        jongere.complete("transfercoach_profiel_mentor", NOTHING);
        jongere.hasNo("transfercoach_koppelen");
        jongere.complete("transfercoach_profiel_zorg", NOTHING);
        assertThat(jongere.due("transfercoach_koppelen"))
                .isEqualTo(phase.today().plusDays(14));
    }

    @Test
    void whoHasNoNetworkGoesFirst() {
        var jongere = screened("nee", "gewoon");
        profiled(jongere);
        assertThat(jongere.due("transfercoach_koppelen"))
                .isEqualTo(phase.today().plusDays(7));
    }

    @Test
    void theYoungPersonChoosesAndARefusalGivesAnotherProposal() {
        var jongere = screened("ja", "gewoon");
        profiled(jongere);
        jongere.complete("transfercoach_koppelen", NOTHING);
        jongere.complete("transfercoach_kennismaken", Map.of("coach_keuze", "nee"));
        jongere.complete("transfercoach_koppelen", NOTHING);
        jongere.complete("transfercoach_kennismaken", Map.of("coach_keuze", "ja"));
        jongere.hasNo("transfercoach_terugblik");
    }

    @Test
    void theCoachLetsGoStepByStep() {
        var jongere = coached("gewoon");
        nextLookBackAfter(jongere, 6, "rustiger");
        nextLookBackAfter(jongere, 12, "rustiger");
        nextLookBackAfter(jongere, 12, "loslaten");
        jongere.complete("transfercoach_afsluiten", NOTHING);
        leaves(jongere, Map.of("transfercoach_resultaat", "losgelaten"));
    }

    @Test
    void aShortTrackLastsThreeMonthsAndGoesOnOnlyWhenTheCoordinatorAgrees() {
        var begin = phase.today();
        var jongere = coached("kort");
        nextLookBackAfter(jongere, 6, "zelfde");
        nextLookBackAfter(jongere, 6, "zelfde");
        phase.moveTo(begin.plusWeeks(13));
        jongere.complete("transfercoach_terugblik", Map.of("transfercoach_ritme", "zelfde"));
        LocalDate until = phase.today().plusDays(20);
        jongere.complete(
                "transfercoach_verlengen", Map.of("verlenging_akkoord", "ja", "verlengd_tot", until.toString()));
        phase.moveTo(until.minusDays(1));
        jongere.hasNo("transfercoach_terugblik");
        phase.moveTo(until);
        jongere.complete("transfercoach_terugblik", Map.of("transfercoach_ritme", "zelfde"));
        jongere.complete("transfercoach_verlengen", Map.of("verlenging_akkoord", "nee"));
        jongere.complete("transfercoach_afsluiten", NOTHING);
        leaves(jongere, Map.of("transfercoach_resultaat", "losgelaten"));
    }

    @Test
    void lostContactGoesToTheMentorWhoFindsTheYoungPersonOrNot() {
        var jongere = coached("gewoon");
        jongere.report("contact-verloren", NOTHING);
        jongere.complete("transfercoach_zoeken", Map.of("contact_hersteld", "ja"));
        nextLookBackAfter(jongere, 6, "zelfde");
        jongere.report("contact-verloren", NOTHING);
        jongere.complete("transfercoach_zoeken", Map.of("contact_hersteld", "nee"));
        leaves(jongere, Map.of("transfercoach_resultaat", "contact_verloren"));
    }

    @Test
    void whoWantsAnotherCoachLaterChoosesAgain() {
        var jongere = coached("gewoon");
        jongere.report("andere-coach", NOTHING);
        jongere.complete("transfercoach_koppelen", NOTHING);
        jongere.complete("transfercoach_kennismaken", Map.of("coach_keuze", "ja"));
        nextLookBackAfter(jongere, 6, "loslaten");
        jongere.complete("transfercoach_afsluiten", NOTHING);
        leaves(jongere, Map.of("transfercoach_resultaat", "losgelaten"));
    }

    private static WalkedRoute.Transfer screened(String network, String length) {
        var jongere = phase.enter(Map.of());
        jongere.complete(
                "transfercoach_screening",
                Map.of("steunend_netwerk", network, "transfercoach_nodig", "ja", "transfercoach_duur", length));
        return jongere;
    }

    private static void profiled(WalkedRoute.Transfer jongere) {
        jongere.complete("transfercoach_profiel_mentor", NOTHING);
        jongere.complete("transfercoach_profiel_zorg", NOTHING);
    }

    private static WalkedRoute.Transfer coached(String length) {
        var jongere = screened("ja", length);
        profiled(jongere);
        jongere.complete("transfercoach_koppelen", NOTHING);
        jongere.complete("transfercoach_kennismaken", Map.of("coach_keuze", "ja"));
        return jongere;
    }

    private static void nextLookBackAfter(WalkedRoute.Transfer jongere, int weeks, String rhythm) {
        jongere.hasNo("transfercoach_terugblik");
        var today = phase.today();
        phase.moveTo(today.plusWeeks(weeks).minusDays(1));
        jongere.hasNo("transfercoach_terugblik");
        phase.moveTo(today.plusWeeks(weeks));
        jongere.complete("transfercoach_terugblik", Map.of("transfercoach_ritme", rhythm));
    }
}
