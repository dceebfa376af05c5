package nl.landingsbaan.ui.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskState;
import nl.landingsbaan.platform.transfer.PhaseVisit;
import nl.landingsbaan.ui.dossier.Way.Standing;
import nl.landingsbaan.ui.drawing.Mark;
import org.junit.jupiter.api.Test;

class WayTest {

    private static final Instant SPRING = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-06-15T09:00:00Z");

    private static final List<Step> ROUTE = List.of(
            step(0, StepKind.START, "begin", null),
            step(1, StepKind.PHASE, "fase_intake", "intake"),
            step(2, StepKind.USER_TASK, "welkom", "intake"),
            step(3, StepKind.USER_TASK, "bezoek", "intake"),
            step(4, StepKind.USER_TASK, "gesprek", "intake"),
            step(5, StepKind.PHASE, "fase_landing", "landing"),
            step(6, StepKind.USER_TASK, "startcheck", "landing"),
            step(7, StepKind.OUTCOME, "klaar", null));

    @Test
    void whatLiesBehindTheFurthestStepMayStillCome() {
        var way = Way.of(
                ROUTE,
                List.of(new PhaseVisit("intake", SPRING, null)),
                List.of(task("welkom", TaskState.COMPLETED), task("bezoek", TaskState.OPEN)),
                true);

        assertThat(way.stretches()).extracting(Way.Stretch::standing).containsExactly(Standing.NOW, Standing.TO_COME);
        assertThat(way.stretches().getFirst().toCome())
                .extracting(Step::elementId)
                .containsExactly("gesprek");
        assertThat(way.stretches().getLast().toCome())
                .extracting(Step::elementId)
                .containsExactly("startcheck");
    }

    @Test
    void aStepThatWasPassedByIsNotToCome() {
        var way = Way.of(
                ROUTE,
                List.of(new PhaseVisit("intake", SPRING, null)),
                List.of(task("welkom", TaskState.COMPLETED), task("gesprek", TaskState.OPEN)),
                true);

        assertThat(way.stretches().getFirst().toCome()).isEmpty();
    }

    @Test
    void nothingIsToComeOnceItHasEnded() {
        var way = Way.of(
                ROUTE,
                List.of(new PhaseVisit("intake", SPRING, SUMMER)),
                List.of(task("welkom", TaskState.COMPLETED)),
                false);

        assertThat(way.stretches()).extracting(Way.Stretch::phase).containsExactly("intake");
        assertThat(way.stretches().getFirst().toCome()).isEmpty();
        assertThat(way.stretches().getFirst().leftAt()).isEqualTo(SUMMER);
    }

    @Test
    void aPhaseGoneThroughTwiceIsOneStretchFromItsFirstDay() {
        var way = Way.of(
                ROUTE,
                List.of(new PhaseVisit("intake", SPRING, SUMMER), new PhaseVisit("intake", SUMMER, null)),
                List.of(),
                true);

        assertThat(way.stretches().getFirst().enteredAt()).isEqualTo(SPRING);
        assertThat(way.stretches().getFirst().standing()).isEqualTo(Standing.NOW);
    }

    @Test
    void tasksOutsidePhasesAreShownToo() {
        var outside = new TaskLine(
                9, "route", "nabellen", "Nabellen", null, TaskState.OPEN, "Coach", null, null, SUMMER, null, null);

        var way = Way.of(ROUTE, List.of(new PhaseVisit("intake", SPRING, SUMMER)), List.of(outside), true);

        assertThat(way.stretches()).extracting(Way.Stretch::phase).containsExactly("intake", null, "landing");
        assertThat(way.open()).containsExactly(outside);
    }

    @Test
    void anOpenStepIsCurrentAlsoWhenItWasDoneBefore() {
        var marks = Marks.of(
                ROUTE,
                List.of(new PhaseVisit("intake", SPRING, null)),
                List.of(
                        task("welkom", TaskState.COMPLETED),
                        task("bezoek", TaskState.EXPIRED),
                        task("welkom", TaskState.OPEN)),
                null);

        assertThat(marks.in("route"))
                .containsEntry("begin", Mark.DONE)
                .containsEntry("welkom", Mark.CURRENT)
                .containsEntry("bezoek", Mark.SKIPPED)
                .containsEntry("fase_intake", Mark.CURRENT)
                .doesNotContainKeys("fase_landing", "klaar");
        assertThat(marks.names("route", Mark.SKIPPED, ROUTE)).containsExactly("bezoek");
    }

    private static Step step(int position, StepKind kind, String id, String phase) {
        return new Step(
                position, 1, "route", id, kind, id, phase, phase, position, List.of(), null, null, null, "klaar", null,
                null, null);
    }

    private static TaskLine task(String elementId, TaskState state) {
        var closed = state == TaskState.OPEN ? null : SUMMER;
        return new TaskLine(
                1, "route", elementId, elementId, "intake", state, "Coach", null, null, SPRING, closed, null);
    }
}
