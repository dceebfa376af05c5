package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import nl.landingsbaan.platform.tenant.LibraryRoutes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The route of Arnhem, compiled, on the real engine through a whole school year. */
class StartEnGoOnEngineTest {

    private static final Map<String, Object> NOTHING = Map.of();

    private static WalkedRoute route;

    @BeforeAll
    static void deploy() {
        route = new WalkedRoute(StartEnGo.blueprint().compile(1));
    }

    @AfterAll
    static void end() throws Exception {
        route.close();
    }

    @Test
    void anEntreeStudentHasStudyTalksInWeeksFiveTenAndFifteenAndThenKerst() {
        LocalDate startMbo = route.today().plusDays(100);
        var jongere = refer("entree", startMbo);
        assertThat(jongere.due("casus_verdelen"))
                .isBetween(route.today().plusDays(1), route.today().plusDays(7));
        assertThat(jongere.due("casus_verdelen").getDayOfWeek().getValue()).isEqualTo(4);
        toLanding(jongere, "licht");

        route.moveTo(startMbo);
        assertThat(jongere.due("startcheck")).isEqualTo(startMbo.plusDays(7));
        jongere.complete("startcheck", Map.of("gestart", "ja"));
        for (int week : new int[] {5, 10, 15}) {
            route.moveTo(startMbo.plusWeeks(week).minusDays(1));
            jongere.hasNo("studievoortgang_entree");
            route.moveTo(startMbo.plusWeeks(week));
            assertThat(jongere.due("studievoortgang_entree"))
                    .isEqualTo(startMbo.plusWeeks(week).plusDays(7));
            jongere.complete("studievoortgang_entree", Map.of("coaching_nodig", "ja"));
        }
        route.moveTo(kerst(startMbo));
        jongere.complete("afsluiten_of_verlengen", Map.of("besluit", "afsluiten"));
        jongere.reaches("uit fase_landing");

        route.moveTo(startMbo.plusYears(1).minusDays(1));
        jongere.hasNo("na_een_jaar");
        route.moveTo(startMbo.plusYears(1));
        jongere.complete("na_een_jaar", Map.of("op_school", "ja"));
        jongere.reaches("uitkomst uitkomst_op_school");
        assertThat(jongere.journal())
                .containsExactly(
                        "begonnen arnhem.start-en-go",
                        "in fase_aanmelding",
                        "uit fase_aanmelding",
                        "in fase_intake",
                        "uit fase_intake",
                        "in fase_overdracht",
                        "uit fase_overdracht",
                        "in fase_landing",
                        "door kerst",
                        "uit fase_landing",
                        "in nazorg",
                        "uit nazorg",
                        "uitkomst uitkomst_op_school");
    }

    @Test
    void otherLevelsHaveOneStudyTalkInWeekTenAndCanCloseEarly() {
        LocalDate startMbo = route.today().plusDays(100);
        var jongere = refer("2", startMbo);
        toLanding(jongere, "licht");
        route.moveTo(startMbo);
        jongere.complete("startcheck", Map.of("gestart", "ja"));
        route.moveTo(startMbo.plusWeeks(10).minusDays(1));
        jongere.hasNo("studievoortgang");
        route.moveTo(startMbo.plusWeeks(10));
        jongere.complete("studievoortgang", Map.of("coaching_nodig", "nee"));
        jongere.complete("vroeg_afsluiten", NOTHING);
        jongere.reaches("in nazorg");
        route.moveTo(startMbo.plusYears(1));
        jongere.complete("na_een_jaar", Map.of("op_school", "nee", "vsv", "ja"));
        jongere.reaches("uitkomst uitkomst_vsv");
    }

    @Test
    void coachingIsExtendedAtKerstUntilADateAndThenAskedAgain() {
        LocalDate startMbo = route.today().plusDays(100);
        var jongere = refer("3", startMbo);
        toLanding(jongere, "licht");
        route.moveTo(startMbo);
        jongere.complete("startcheck", Map.of("gestart", "ja"));
        route.moveTo(startMbo.plusWeeks(10));
        jongere.due("studievoortgang");
        route.moveTo(kerst(startMbo));
        jongere.loses("studievoortgang");
        LocalDate until = kerst(startMbo).plusDays(60);
        jongere.complete("afsluiten_of_verlengen", Map.of("besluit", "verlengen", "verlengd_tot", until.toString()));
        route.moveTo(until);
        jongere.complete("afsluiten_of_verlengen", Map.of("besluit", "afsluiten"));
        route.moveTo(startMbo.plusYears(1));
        jongere.complete("na_een_jaar", Map.of("op_school", "onbekend"));
        jongere.reaches("uitkomst uitkomst_onbekend");
    }

    @Test
    void whoDoesNotStartLeavesTheRouteAsNotStarted() {
        LocalDate startMbo = route.today().plusDays(100);
        var jongere = refer("entree", startMbo);
        toLanding(jongere, "licht");
        route.moveTo(startMbo);
        jongere.complete("startcheck", Map.of("gestart", "nee"));
        jongere.reaches("uitkomst uitkomst_niet_gestart");
    }

    @Test
    void withoutACoachTheYoungPersonIsOnTheListOfTheNextCoachoverleg() {
        var jongere = refer("2", route.today().plusDays(100));
        jongere.complete("casus_verdelen", Map.of("coach_beschikbaar", "nee"));
        jongere.hasNo("casus_verdelen");
        route.moveTo(route.today().plusDays(7));
        assertThat(jongere.due("casus_verdelen")).isBetween(route.today().minusDays(7), route.today());
        jongere.complete("casus_verdelen", Map.of("coach_beschikbaar", "ja"));
        jongere.due("welkomstgesprek");
    }

    @Test
    void theSchoolIsAskedForTheIntakeDateAndARefusalMeansAnotherIntake() {
        LocalDate startMbo = route.today().plusDays(150);
        var jongere = refer("4", startMbo);
        jongere.complete("casus_verdelen", Map.of("coach_beschikbaar", "ja"));
        jongere.complete("welkomstgesprek", Map.of("ondersteuningsprofiel", "licht", "intakedatum_bekend", "nee"));
        route.moveTo(route.today().plusDays(21));
        jongere.complete("intakedatum_opvragen", Map.of("intakedatum_bekend", "nee"));
        LocalDate first = route.today().plusDays(10);
        jongere.report("intakedatum", Map.of("intakedatum", first.toString()));
        assertThat(jongere.due("intakegesprek")).isEqualTo(first);
        jongere.complete("intakegesprek", Map.of("intake_uitkomst", "andere_opleiding"));
        LocalDate second = route.today().plusDays(30);
        jongere.report("intakedatum", Map.of("intakedatum", second.toString()));
        assertThat(jongere.due("intakegesprek")).isEqualTo(second);
        jongere.complete("intakegesprek", Map.of("intake_uitkomst", "toegelaten"));
        jongere.due("warme_overdracht_gesprek");
    }

    @Test
    void theStartOfTheMboTakesAwayWhatCanNoLongerBeDoneBeforeIt() {
        LocalDate startMbo = route.today().plusDays(100);
        var jongere = refer("2", startMbo);
        toOverdracht(jongere, "intensief");
        assertThat(jongere.due("warme_overdracht_gesprek")).isEqualTo(startMbo.minusDays(46));
        assertThat(jongere.due("locatiebezoek")).isEqualTo(startMbo);
        route.moveTo(startMbo);
        jongere.loses("warme_overdracht_gesprek");
        route.moveTo(startMbo.plusDays(2));
        jongere.loses("locatiebezoek");
        jongere.due("startcheck");
    }

    @Test
    void aYoungPersonWhoComesInAfterKerstMeetsNoTimerThatIsLongPast() {
        LocalDate startMbo = route.today().minusDays(130);
        var jongere = refer("entree", startMbo);
        toOverdracht(jongere, "intensief");
        assertThat(jongere.due("warme_overdracht_gesprek"))
                .isEqualTo(route.today().plusDays(14));
        handOver(jongere);
        assertThat(jongere.due("locatiebezoek")).isEqualTo(route.today().plusDays(7));
        jongere.complete("locatiebezoek", NOTHING);
        assertThat(jongere.due("startcheck")).isEqualTo(route.today().plusDays(7));
        jongere.complete("startcheck", Map.of("gestart", "ja"));
        jongere.complete("afsluiten_of_verlengen", Map.of("besluit", "afsluiten"));
        jongere.reaches("in nazorg");
    }

    @Test
    void aYoungPersonWhoComesInAfterTheStartJoinsTheNextRoundOfStudyTalks() {
        LocalDate startMbo = route.today().minusDays(40);
        var jongere = refer("entree", startMbo);
        toOverdracht(jongere, "licht");
        handOver(jongere);
        jongere.complete("startcheck", Map.of("gestart", "ja"));
        jongere.hasNo("studievoortgang_entree");
        route.moveTo(startMbo.plusWeeks(10));
        jongere.complete("studievoortgang_entree", Map.of("coaching_nodig", "nee"));
        jongere.due("vroeg_afsluiten");
    }

    @Test
    void aYoungPersonCanStopAtAnyMoment() {
        var jongere = refer("2", route.today().plusDays(100));
        toOverdracht(jongere, "intensief");
        jongere.due("warme_overdracht_gesprek");
        jongere.due("locatiebezoek");
        jongere.report("afmelden", Map.of("reden_afmelden", "verhuisd"));
        jongere.reaches("uitkomst uitkomst_gestopt");
        jongere.loses("warme_overdracht_gesprek");
        jongere.loses("locatiebezoek");
    }

    @Test
    void theHandoverEndsWhenTheMboAnswersAndUntilThenTheSchoolCallsOnce() {
        var jongere = refer("2", route.today().plusDays(100));
        toOverdracht(jongere, "licht");
        jongere.complete("warme_overdracht_gesprek", NOTHING);
        jongere.due("overdracht_overnemen");
        route.moveTo(route.today().plusDays(9));
        jongere.hasNo("overdracht_nabellen");
        route.moveTo(route.today().plusDays(1));
        jongere.due("overdracht_nabellen");
        jongere.complete("overdracht_overnemen", Map.of("overdracht_besluit", "teruggegeven"));
        jongere.loses("overdracht_nabellen");
        jongere.due("warme_overdracht_gesprek");
        assertThat(jongere.journal()).doesNotContain("uit fase_overdracht");
        handOver(jongere);
        jongere.reaches("in fase_landing");
    }

    private static LocalDate kerst(LocalDate startMbo) {
        return startMbo.plusDays(110);
    }

    private static WalkedRoute.Transfer refer(String niveau, LocalDate startMbo) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("niveau", niveau);
        variables.put(
                "ankers",
                Map.of(
                        "zomervakantie", startMbo.minusDays(45).toString(),
                        "start_mbo", startMbo.toString(),
                        "kerst", kerst(startMbo).toString()));
        var parameters = new HashMap<>(LibraryRoutes.parametersOf("warme-overdracht"));
        parameters.putAll(Map.of(
                "coachoverleg_dag", 4,
                "welkomstgesprek_dagen", 14,
                "intakedatum_navragen_dagen", 21,
                "antwoord_dagen", 7,
                "evaluatie_weken_entree", 5,
                "evaluatie_weken_overig", 10,
                "afsluiten_dagen", 21,
                "nazorg_na_jaren", 1));
        variables.put("parameters", parameters);
        return route.start(variables);
    }

    private static void toOverdracht(WalkedRoute.Transfer jongere, String profiel) {
        jongere.complete("casus_verdelen", Map.of("coach_beschikbaar", "ja"));
        jongere.complete(
                "welkomstgesprek",
                Map.of(
                        "ondersteuningsprofiel",
                        profiel,
                        "intakedatum_bekend",
                        "ja",
                        "intakedatum",
                        route.today().plusDays(5).toString()));
        jongere.complete("intakegesprek", Map.of("coach_aanwezig", "ja", "intake_uitkomst", "toegelaten"));
    }

    private static void handOver(WalkedRoute.Transfer jongere) {
        jongere.complete("warme_overdracht_gesprek", NOTHING);
        jongere.complete("overdracht_overnemen", Map.of("overdracht_besluit", "overgenomen"));
    }

    private static void toLanding(WalkedRoute.Transfer jongere, String profiel) {
        toOverdracht(jongere, profiel);
        handOver(jongere);
        jongere.reaches("in fase_landing");
    }
}
