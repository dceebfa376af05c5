package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.landingsbaan.platform.form.Feel;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Finds what in a drawing hangs on anchors. A timer that waits by itself is compiled to a step that nobody ever does with that timer on its
 * edge: only what stands on an edge does the engine set anew for who waits there already.
 */
final class Moments {

    private static final String WAIT = "_landingsbaan-wacht";

    private Moments() {}

    /** In no particular order. */
    static List<Moment> of(DrawnProcess drawn) {
        var moments = new ArrayList<Moment>();
        for (TimerEventDefinition timer : drawn.model().getModelElementsByType(TimerEventDefinition.class)) {
            var event = (FlowNode) timer.getParentElement();
            if (event.getParentElement() instanceof Process && event instanceof StartEvent) {
                continue; // starts a process that nobody is in yet
            }
            formula(timer.getTimeDate() == null ? null : timer.getTimeDate().getTextContent())
                    .ifPresent(formula -> moments.add(new Moment(
                            event.getId(), name(event), Moment.Kind.TIMER, host(event), formula, repeats(event))));
        }
        for (UserTask task : drawn.model().getModelElementsByType(UserTask.class)) {
            Optional.ofNullable(Extensions.single(task, ZeebeTaskSchedule.class))
                    .flatMap(schedule -> formula(schedule.getDueDate()))
                    .ifPresent(formula -> moments.add(
                            new Moment(task.getId(), name(task), Moment.Kind.DUE, task.getId(), formula, false)));
        }
        return moments;
    }

    /** Whether a text is a formula that reads anchors. */
    static boolean readsAnchors(String text) {
        return text != null
                && Extensions.isFeel(text.strip())
                && Feel.variables(text.strip().substring(1)).contains(EngineVocabulary.ANCHORS);
    }

    /** The id of the step in which a timer that stands by itself is waited for. */
    static String waitingFor(String timerId) {
        return timerId + WAIT;
    }

    /** Whether this is a timer between two steps, that nothing else is waited for with. */
    static boolean standsAlone(FlowNode event) {
        return event instanceof IntermediateCatchEvent
                && event.getIncoming().stream()
                        .map(SequenceFlow::getSource)
                        .noneMatch(EventBasedGateway.class::isInstance);
    }

    private static Optional<String> formula(String text) {
        return readsAnchors(text) ? Optional.of(WeekCount.compiled(text.strip()).substring(1)) : Optional.empty();
    }

    private static String host(FlowNode event) {
        return switch (event) {
            case BoundaryEvent boundary -> boundary.getAttachedTo().getId();
            case StartEvent start -> ((BaseElement) start.getParentElement().getParentElement()).getId();
            default -> standsAlone(event) ? waitingFor(event.getId()) : gateway(event);
        };
    }

    private static String gateway(FlowNode event) {
        return event.getIncoming().iterator().next().getSource().getId();
    }

    private static boolean repeats(FlowNode event) {
        return switch (event) {
            case BoundaryEvent boundary -> !boundary.cancelActivity();
            case StartEvent start -> !start.isInterrupting();
            default -> false;
        };
    }

    private static String name(FlowNode node) {
        for (ModelElementInstance each = node; each != null; each = each.getParentElement()) {
            var name = each.getAttributeValue("name");
            if (name != null && !name.isBlank()) {
                return name.replaceAll("\\s+", " ");
            }
        }
        return node.getId();
    }
}
