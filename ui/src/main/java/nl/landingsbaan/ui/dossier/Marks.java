package nl.landingsbaan.ui.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.transfer.PhaseVisit;
import nl.landingsbaan.ui.drawing.Mark;

/** What the drawings of a route show for one young person: process id to element id to mark. */
record Marks(Map<String, Map<String, Mark>> byProcess) {

    static Marks of(List<Step> steps, List<PhaseVisit> visits, List<TaskLine> tasks, String outcome) {
        var marks = new Marks(new HashMap<>());
        for (var step : steps) {
            switch (step.kind()) {
                case START, GROUP_START -> marks.put(step.processId(), step.elementId(), Mark.DONE);
                case PHASE ->
                    visits.stream()
                            .filter(visit -> visit.phase().equals(step.phase()))
                            .forEach(visit -> marks.put(
                                    step.processId(),
                                    step.elementId(),
                                    visit.leftAt() == null ? Mark.CURRENT : Mark.DONE));
                case OUTCOME, GROUP_OUTCOME -> {
                    if (step.outcome().equals(outcome)) {
                        marks.put(step.processId(), step.elementId(), Mark.DONE);
                    }
                }
                default -> {}
            }
        }
        tasks.forEach(task -> marks.put(
                task.processId(),
                task.elementId(),
                switch (task.state()) {
                    case OPEN -> Mark.CURRENT;
                    case COMPLETED -> Mark.DONE;
                    case EXPIRED -> Mark.SKIPPED;
                }));
        return marks;
    }

    Map<String, Mark> in(String processId) {
        return byProcess.getOrDefault(processId, Map.of());
    }

    /** The names of the elements of a drawing with this mark, in the order of the route. */
    List<String> names(String processId, Mark mark, List<Step> steps) {
        return steps.stream()
                .filter(step -> step.processId().equals(processId) && step.kind() != StepKind.START)
                .filter(step -> in(processId).get(step.elementId()) == mark)
                .map(Step::name)
                .toList();
    }

    /** A step can come round more than once: open goes before done, and done before skipped. */
    private void put(String processId, String elementId, Mark mark) {
        byProcess
                .computeIfAbsent(processId, id -> new HashMap<>())
                .merge(
                        elementId,
                        mark,
                        (a, b) -> a == Mark.CURRENT || b == Mark.CURRENT
                                ? Mark.CURRENT
                                : a == Mark.DONE || b == Mark.DONE ? Mark.DONE : Mark.SKIPPED);
    }
}
