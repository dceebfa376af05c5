package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.LinkEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The flow inside one scope: a process or an embedded sub-process, without what lies in its own sub-processes. */
final class Flow {

    private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
    private final Map<String, Set<String>> next = new LinkedHashMap<>();
    private final Map<String, Set<String>> previous = new LinkedHashMap<>();

    Flow(ModelElementInstance scope) {
        for (FlowNode node : scope.getChildElementsByType(FlowNode.class)) {
            nodes.put(node.getId(), node);
        }
        for (SequenceFlow flow : scope.getChildElementsByType(SequenceFlow.class)) {
            if (flow.getSource() != null && flow.getTarget() != null) {
                connect(flow.getSource().getId(), flow.getTarget().getId());
            }
        }
        // After the sequence flows, so that the exception comes after the rule in the order of the steps.
        for (FlowNode node : nodes.values()) {
            if (node instanceof BoundaryEvent boundary && boundary.getAttachedTo() != null) {
                connect(boundary.getAttachedTo().getId(), boundary.getId());
            }
        }
        connectLinks();
    }

    private void connect(String from, String to) {
        next.computeIfAbsent(from, k -> new LinkedHashSet<>()).add(to);
        previous.computeIfAbsent(to, k -> new LinkedHashSet<>()).add(from);
    }

    private void connectLinks() {
        for (FlowNode from : nodes.values()) {
            for (FlowNode to : nodes.values()) {
                String link = link(from);
                if (link != null && link.equals(link(to)) && from.getOutgoing().isEmpty()
                        && !to.getOutgoing().isEmpty()) {
                    connect(from.getId(), to.getId());
                }
            }
        }
    }

    private static String link(FlowNode node) {
        return node.getChildElementsByType(LinkEventDefinition.class).stream()
                .map(LinkEventDefinition::getName)
                .findFirst()
                .orElse(null);
    }

    Collection<FlowNode> nodes() {
        return nodes.values();
    }

    List<FlowNode> starts() {
        return nodes.values().stream()
                .filter(n -> n instanceof StartEvent || isEventSubProcess(n))
                .toList();
    }

    List<FlowNode> ends() {
        return nodes.values().stream().filter(EndEvent.class::isInstance).toList();
    }

    /** The ids of all nodes to which a start leads. */
    Set<String> reachable() {
        return walk(starts(), next);
    }

    /** The ids of all nodes from which an end can be reached. */
    Set<String> ending() {
        return walk(ends(), previous);
    }

    boolean hasNext(FlowNode node) {
        return next.containsKey(node.getId());
    }

    static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess sub && sub.triggeredByEvent();
    }

    private static Set<String> walk(List<FlowNode> from, Map<String, Set<String>> edges) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        from.forEach(n -> open.add(n.getId()));
        while (!open.isEmpty()) {
            String id = open.poll();
            if (seen.add(id)) {
                open.addAll(edges.getOrDefault(id, Set.of()));
            }
        }
        return seen;
    }

    /** All nodes, each after what leads to it; a way back in a loop does not count. Event sub-processes come last. */
    List<FlowNode> inOrder() {
        List<FlowNode> order = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        List<FlowNode> roots = new ArrayList<>();
        starts().stream().filter(n -> !isEventSubProcess(n)).forEach(roots::add);
        List<FlowNode> last = new ArrayList<>(nodes.values());
        last.removeAll(roots);
        // Depth first, later branches before earlier ones, and the whole reversed: the topological order of a drawing.
        List<FlowNode> aside = new ArrayList<>();
        for (FlowNode root : roots.reversed()) {
            visit(root.getId(), seen, order);
        }
        for (FlowNode node : last) {
            if (!seen.contains(node.getId())) {
                aside.add(node);
            }
        }
        Collections.reverse(order);
        order.addAll(aside);
        return order;
    }

    private void visit(String id, Set<String> seen, List<FlowNode> order) {
        if (!seen.add(id)) {
            return;
        }
        for (String after : List.copyOf(next.getOrDefault(id, Set.of())).reversed()) {
            visit(after, seen, order);
        }
        order.add(nodes.get(id));
    }
}
