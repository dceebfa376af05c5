package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.leaves;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shared phase landing on the real engine. */
class LandingPhaseTest {

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("landing");
    }

    @Test
    void contactComesLessAndLessOften() {
        LocalDate start = phase.today().plusDays(1);
        var jongere = started(start, start);
        for (int days : new int[] {7, 14, 21, 28}) {
            LocalDate day = phase.today().plusDays(days);
            phase.moveTo(day.minusDays(1));
            jongere.hasNo("landing_contact");
            phase.moveTo(day.plusDays(1));
            jongere.complete("landing_contact", Map.of("landing_contact_nodig", "ja"));
        }
        phase.moveTo(start.plusDays(100));
        jongere.complete("landing_evaluatie", Map.of("landing_besluit", "afsluiten"));
        leaves(jongere, Map.of("landing_resultaat", "geland"));
    }

    @Test
    void theHundredDaysCountFromTheDayOnWhichTheYoungPersonReallyStarted() {
        LocalDate startMbo = phase.today().minusDays(150);
        LocalDate february = phase.today();
        var jongere = started(startMbo, february);
        jongere.hasNo("landing_evaluatie");
        phase.moveTo(february.plusDays(99));
        jongere.hasNo("landing_evaluatie");
        phase.moveTo(february.plusDays(100));
        jongere.due("landing_evaluatie");
        jongere.loses("landing_contact");
    }

    @Test
    void lookingBackCanMeanGoingOnAndThenLessAndThenUntilADay() {
        LocalDate start = phase.today();
        var jongere = started(start, start);
        phase.moveTo(start.plusDays(8));
        jongere.complete("landing_contact", Map.of("landing_contact_nodig", "nee"));
        jongere.complete("landing_evaluatie", Map.of("landing_besluit", "doorgaan"));
        jongere.hasNo("landing_contact");
        phase.moveTo(phase.today().plusDays(51));
        jongere.complete("landing_evaluatie", Map.of("landing_besluit", "afbouwen"));
        phase.moveTo(phase.today().plusDays(51));
        LocalDate until = phase.today().plusDays(10);
        jongere.complete("landing_evaluatie", Map.of("landing_besluit", "verlengen", "verlengd_tot", until.toString()));
        phase.moveTo(until.minusDays(1));
        jongere.hasNo("landing_evaluatie");
        phase.moveTo(until.plusDays(1));
        jongere.complete("landing_evaluatie", Map.of("landing_besluit", "afsluiten"));
        leaves(jongere, Map.of("landing_resultaat", "geland"));
    }

    @Test
    void whoDidNotStartLeavesTheLandingAsNotStarted() {
        var jongere = phase.enter(Map.of("start_mbo", phase.today()));
        jongere.complete("landing_startcheck", Map.of("gestart", "nee"));
        leaves(jongere, Map.of("landing_resultaat", "niet_gestart"));
    }

    private static WalkedRoute.Transfer started(LocalDate startMbo, LocalDate start) {
        var jongere = phase.enter(Map.of("start_mbo", startMbo));
        if (startMbo.isAfter(phase.today())) {
            phase.moveTo(startMbo);
        }
        jongere.complete("landing_startcheck", Map.of("gestart", "ja", "startdatum", start.toString()));
        return jongere;
    }
}
