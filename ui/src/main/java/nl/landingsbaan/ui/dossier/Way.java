package nl.landingsbaan.ui.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.transfer.PhaseVisit;

/** The way of one young person in the order of the route: what was, what is, and what may come. */
record Way(List<Stretch> stretches) {

    enum Standing {
        PAST,
        NOW,
        TO_COME
    }

    /**
     * A phase on the way, or the steps outside any phase.
     *
     * @param phase code; null for the steps outside phases
     * @param name null as {@code phase}
     * @param enteredAt null for what is to come
     * @param leftAt null as long as it lasts
     * @param tasks in the order in which they came
     * @param toCome steps that were not reached yet; whether they come depends on the way
     */
    record Stretch(
            String phase,
            String name,
            Standing standing,
            Instant enteredAt,
            Instant leftAt,
            List<TaskLine> tasks,
            List<Step> toCome) {}

    static Way of(List<Step> steps, List<PhaseVisit> visits, List<TaskLine> tasks, boolean running) {
        var phases =
                steps.stream().filter(step -> step.kind() == StepKind.PHASE).toList();
        var visited = visits.stream().map(PhaseVisit::phase).collect(Collectors.toSet());
        var furthest = phases.stream()
                .filter(phase -> visited.contains(phase.phase()))
                .mapToInt(Step::position)
                .max()
                .orElse(-1);
        var stretches = new ArrayList<Stretch>();
        for (var phase : phases) {
            var here = visits.stream()
                    .filter(visit -> visit.phase().equals(phase.phase()))
                    .toList();
            var done = tasks.stream()
                    .filter(task -> phase.phase().equals(task.phase()))
                    .toList();
            if (!here.isEmpty() || !done.isEmpty()) {
                stretches.add(reached(phase, here, done, steps));
            } else if (running && phase.position() > furthest) {
                stretches.add(new Stretch(
                        phase.phase(), phase.name(), Standing.TO_COME, null, null, List.of(), stepsOf(phase, steps)));
            }
        }
        addOutsidePhases(stretches, tasks);
        return new Way(List.copyOf(stretches));
    }

    /** The open tasks, the one due first in front. */
    List<TaskLine> open() {
        return stretches.stream()
                .flatMap(stretch -> stretch.tasks().stream())
                .filter(task -> task.closedAt() == null)
                .sorted(Comparator.comparing(TaskLine::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static Stretch reached(Step phase, List<PhaseVisit> visits, List<TaskLine> tasks, List<Step> steps) {
        var entered = visits.stream().map(PhaseVisit::enteredAt).min(Comparator.naturalOrder());
        var lasts = visits.stream().anyMatch(visit -> visit.leftAt() == null)
                || tasks.stream().anyMatch(task -> task.closedAt() == null);
        var left =
                visits.stream().map(PhaseVisit::leftAt).filter(Objects::nonNull).max(Comparator.naturalOrder());
        return new Stretch(
                phase.phase(),
                phase.name(),
                lasts ? Standing.NOW : Standing.PAST,
                entered.orElseGet(() -> tasks.getFirst().openedAt()),
                lasts ? null : left.orElse(null),
                tasks,
                lasts ? beyond(tasks, stepsOf(phase, steps)) : List.of());
    }

    /** What lies behind the furthest step that was reached; what was passed by on the way is not to come. */
    private static List<Step> beyond(List<TaskLine> tasks, List<Step> steps) {
        var reached = new HashSet<String>();
        tasks.forEach(task -> reached.add(task.processId() + "/" + task.elementId()));
        var furthest = steps.stream()
                .filter(step -> reached.contains(step.processId() + "/" + step.elementId()))
                .mapToInt(Step::position)
                .max()
                .orElse(-1);
        return steps.stream().filter(step -> step.position() > furthest).toList();
    }

    private static List<Step> stepsOf(Step phase, List<Step> steps) {
        return steps.stream()
                .filter(step ->
                        step.kind() == StepKind.USER_TASK && phase.phase().equals(step.phase()))
                .toList();
    }

    private static void addOutsidePhases(List<Stretch> stretches, List<TaskLine> tasks) {
        var known = stretches.stream().map(Stretch::phase).collect(Collectors.toSet());
        var outside =
                tasks.stream().filter(task -> !known.contains(task.phase())).toList();
        if (outside.isEmpty()) {
            return;
        }
        var open = outside.stream().anyMatch(task -> task.closedAt() == null);
        var position = (int) stretches.stream()
                .takeWhile(stretch -> stretch.enteredAt() != null
                        && !stretch.enteredAt().isAfter(outside.getFirst().openedAt()))
                .count();
        stretches.add(
                position,
                new Stretch(
                        null,
                        null,
                        open ? Standing.NOW : Standing.PAST,
                        outside.getFirst().openedAt(),
                        open ? null : outside.getLast().closedAt(),
                        outside,
                        List.of()));
    }
}
