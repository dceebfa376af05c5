package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which processes run when one starts: that one and, however far, those that it calls. */
final class Reach {

    private Reach() {}

    static Set<String> of(String processId, Map<String, DrawnProcess> processes) {
        return walk(processId, id -> processes.containsKey(id) ? called(processes.get(id)) : List.of());
    }

    /** @param called the processes that one calls */
    static Set<String> walk(String processId, Function<String, List<String>> called) {
        var reached = new LinkedHashSet<String>();
        Deque<String> open = new ArrayDeque<>(List.of(processId));
        while (!open.isEmpty()) {
            var next = open.poll();
            if (reached.add(next)) {
                open.addAll(called.apply(next));
            }
        }
        return reached;
    }

    private static List<String> called(DrawnProcess drawn) {
        return drawn.model().getModelElementsByType(CallActivity.class).stream()
                .map(call -> Extensions.single(call, ZeebeCalledElement.class))
                .filter(called -> called != null && called.getProcessId() != null)
                .map(ZeebeCalledElement::getProcessId)
                .toList();
    }
}
