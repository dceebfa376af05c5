package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.NOTHING;
import static nl.landingsbaan.platform.route.WalkedPhase.leaves;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The module twee-aanmeldingen on the real engine: at most two at once, and one place (seed 000, lines 4784-4825). */
class TwoEnrolmentsPhaseTest {

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("twee-aanmeldingen", "aanmelding", "intake");
    }

    @Test
    void whoEnrolsOnceIsAskedNothingMore() {
        var jongere = enrolled();
        placed(jongere);
        leaves(jongere, Map.of("intake_resultaat", "geplaatst"));
    }

    @Test
    void aPlaceAtTheFirstTakesTheSecondAway() {
        var jongere = enrolled();
        jongere.report("tweede-aanmelding", NOTHING);
        jongere.due("tweede_volgen");
        placed(jongere);
        jongere.loses("tweede_volgen");
        jongere.complete("andere_intrekken", NOTHING);
        leaves(jongere, Map.of("intake_resultaat", "geplaatst"));
    }

    @Test
    void aPlaceAtTheSecondTakesTheFirstAway() {
        var jongere = enrolled();
        jongere.report("tweede-aanmelding", NOTHING);
        jongere.due("intake_gesprek");
        jongere.complete("tweede_volgen", Map.of("tweede_uitkomst", "geplaatst"));
        jongere.loses("intake_gesprek");
        jongere.complete("andere_intrekken", NOTHING);
        leaves(jongere, Map.of("intake_resultaat", "geplaatst"));
    }

    @Test
    void afterARefusalOfTheSecondThereMayBeAnother() {
        var jongere = enrolled();
        jongere.report("tweede-aanmelding", NOTHING);
        jongere.complete("tweede_volgen", Map.of("tweede_uitkomst", "afgewezen"));
        jongere.report("tweede-aanmelding", NOTHING);
        jongere.complete("tweede_volgen", Map.of("tweede_uitkomst", "afgemeld"));
        placed(jongere);
        leaves(jongere, Map.of("intake_resultaat", "geplaatst"));
    }

    @Test
    void thereIsNoPlaceOnlyWhenBothAreRefused() {
        var jongere = enrolled();
        jongere.report("tweede-aanmelding", NOTHING);
        jongere.due("tweede_volgen");
        refused(jongere);
        jongere.complete("tweede_volgen", Map.of("tweede_uitkomst", "afgewezen"));
        leaves(jongere, Map.of("intake_resultaat", "geen_plek"));
    }

    @Test
    void whoHasOnlyOneAndIsRefusedHasNoPlace() {
        var jongere = enrolled();
        refused(jongere);
        leaves(jongere, Map.of("intake_resultaat", "geen_plek"));
    }

    @Test
    void aPlaceAtTheSecondCountsAfterARefusalOfTheFirst() {
        var jongere = enrolled();
        jongere.report("tweede-aanmelding", NOTHING);
        jongere.due("tweede_volgen");
        refused(jongere);
        jongere.complete("tweede_volgen", Map.of("tweede_uitkomst", "geplaatst"));
        leaves(jongere, Map.of("intake_resultaat", "geplaatst"));
    }

    private static WalkedRoute.Transfer enrolled() {
        var deadline = phase.today().plusDays(60);
        var jongere = phase.enter(Map.of("aanmelddeadline", deadline));
        jongere.complete("aanmelding_mbo", Map.of("aangemeld_op", phase.today().toString()));
        return jongere;
    }

    private static void placed(WalkedRoute.Transfer jongere) {
        jongere.complete(
                "intake_gesprek", Map.of("intake_gekomen", "ja", "niveau", "2", "intake_uitkomst", "toegelaten"));
        jongere.complete("intake_ondersteuning", NOTHING);
        jongere.complete("intake_inschrijven", NOTHING);
    }

    private static void refused(WalkedRoute.Transfer jongere) {
        jongere.complete(
                "intake_gesprek", Map.of("intake_gekomen", "ja", "niveau", "2", "intake_uitkomst", "andere_opleiding"));
        jongere.complete("intake_opvolging", Map.of("intake_opvolging", "werk"));
    }
}
