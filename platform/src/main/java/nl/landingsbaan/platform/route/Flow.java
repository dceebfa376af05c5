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
                if (link != null
                        && link.equals(link(to))
                        && from.getOutgoing().isEmpty()
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
        List<String> begins = starts().stream()
                .filter(n -> !isEventSubProcess(n))
                .map(FlowNode::getId)
                .toList();
        Map<String, List<String>> ahead = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        begins.forEach(id -> findAhead(id, seen, new LinkedHashSet<>(), ahead));
        // Depth first, later branches before earlier ones, and the whole reversed: the topological order of a drawing.
        Set<String> done = new LinkedHashSet<>();
        begins.reversed().forEach(id -> visit(id, done, ahead));
        List<String> order = new ArrayList<>(List.copyOf(done).reversed());
        nodes.keySet().stream().filter(id -> !done.contains(id)).forEach(order::add);
        return order.stream().map(nodes::get).toList();
    }

    /** The edges that lead ahead: all but those back to a node on the way to here, first branches first. */
    private void findAhead(String id, Set<String> seen, Set<String> path, Map<String, List<String>> ahead) {
        if (!seen.add(id)) {
            return;
        }
        path.add(id);
        List<String> edges = ahead.computeIfAbsent(id, k -> new ArrayList<>());
        for (String after : next.getOrDefault(id, Set.of())) {
            if (!path.contains(after)) {
                edges.add(after);
                findAhead(after, seen, path, ahead);
            }
        }
        path.remove(id);
    }

    private static void visit(String id, Set<String> done, Map<String, List<String>> ahead) {
        if (done.contains(id)) {
            return;
        }
        ahead.getOrDefault(id, List.of()).reversed().forEach(after -> visit(after, done, ahead));
        done.add(id);
    }
}
