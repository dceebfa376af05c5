package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartEnGoTest {

    private final Blueprint route = Blueprint.of("arnhem", Library.ARNHEM_ROLES, Library.startEnGo());

    @Test
    void theRouteOfArnhemHasNoProblems() {
        assertThat(route.problems()).isEmpty();
    }

    @Test
    void itsStepsStandInTheOrderOfTheFlow() {
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
                        "uitkomst_gestopt");
    }

    @Test
    void everyTaskSaysWhyItIsThereAndWhenItIsDue() {
        var tasks = route.steps().stream()
                .filter(s -> s.kind() == StepKind.USER_TASK)
                .toList();
        assertThat(tasks).allSatisfy(task -> assertThat(task.why()).isNotBlank());
        var xml = String.join("", Library.startEnGo().drawings().values());
        assertThat(xml.split("<zeebe:taskSchedule dueDate=", -1)).hasSize(tasks.size() + 1);
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
                });
    }
}
