package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartEnGoTest {

    private final Blueprint route = StartEnGo.blueprint();

    @Test
    void theRouteOfArnhemHasNoProblems() {
        assertThat(route.problems()).isEmpty();
    }

    @Test
    void itsStepsStandInTheOrderOfTheFlowWithThoseOfItsGroupAfterThem() {
        assertThat(route.steps())
                .extracting(StepOutline::elementId)
                .containsExactly(
                        "aangemeld",
                        "fase_aanmelding",
                        "casus_verdelen",
                        "fase_intake",
                        "welkomstgesprek",
                        "intakedatum_gemeld",
                        "intakedatum_opvragen",
                        "intakegesprek",
                        "fase_overdracht",
                        "warme_overdracht_gesprek",
                        "overdracht_overnemen",
                        "overdracht_nabellen",
                        "locatiebezoek",
                        "fase_landing",
                        "startcheck",
                        "studievoortgang_entree",
                        "studievoortgang",
                        "vroeg_afsluiten",
                        "afsluiten_of_verlengen",
                        "uitkomst_niet_gestart",
                        "nazorg",
                        "na_een_jaar",
                        "uitkomst_op_school",
                        "uitkomst_onbekend",
                        "uitkomst_vsv",
                        "uitkomst_van_school",
                        "afgemeld",
                        "uitkomst_gestopt",
                        "coachoverleg_houden",
                        "overleg_klaar",
                        "overleg_niet_vastgelegd");
    }

    @Test
    void everyTaskSaysWhyItIsThereAndWhenItIsDue() {
        var tasks = route.steps().stream()
                .filter(s -> s.kind() == StepKind.USER_TASK)
                .toList();
        assertThat(tasks).allSatisfy(task -> assertThat(task.why()).isNotBlank());
        var xml = String.join("", StartEnGo.BUNDLE.drawings().values());
        assertThat(xml.split("<zeebe:taskSchedule dueDate=", -1).length - 1).isEqualTo(tasks.size());
    }

    @Test
    void theWarmHandoverBelongsToTheSchoolAndNotToTheCoach() {
        assertThat(route.steps())
                .filteredOn(s -> s.elementId().equals("warme_overdracht_gesprek"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.roles()).containsExactly("mentor");
                    assertThat(step.phase()).isEqualTo("overdracht");
                    assertThat(step.processId()).isEqualTo("warme-overdracht");
                    assertThat(step.handover()).isEqualTo(HandoverSide.SENT);
                });
        assertThat(route.steps())
                .filteredOn(s -> s.handover() == HandoverSide.TAKEN_OVER)
                .singleElement()
                .satisfies(step -> assertThat(step.roles()).containsExactly("mbo-mentor"));
    }
}
