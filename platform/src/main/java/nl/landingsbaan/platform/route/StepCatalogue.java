package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.Documentation;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists the steps of a checked route in the order of the flow, going into sub-processes and called processes. */
final class StepCatalogue {

    private record Phase(String code, String name) {}

    private static final Phase NO_PHASE = new Phase(null, null);

    /** Where a transfer or a group starts and ends; every other process is called by one of them. */
    private enum Root {
        TRANSFER(StepKind.START, StepKind.OUTCOME),
        GROUP(StepKind.GROUP_START, StepKind.GROUP_OUTCOME),
        NONE(null, StepKind.OUTCOME);

        private final StepKind start;
        private final StepKind outcome;

        Root(StepKind start, StepKind outcome) {
            this.start = start;
            this.outcome = outcome;
        }
    }

    private final Map<String, DrawnProcess> processes;
    private final String prefix;
    private final Set<String> visited = new HashSet<>();
    private final List<StepOutline> steps = new ArrayList<>();

    private StepCatalogue(Map<String, DrawnProcess> processes, String regionCode) {
        this.processes = processes;
        this.prefix = RouteCompiler.prefix(regionCode);
    }

    static List<StepOutline> of(
            Map<String, DrawnProcess> processes, String rootProcessId, List<GroupProcess> groups, String regionCode) {
        var catalogue = new StepCatalogue(processes, regionCode);
        catalogue.process(rootProcessId, NO_PHASE, Root.TRANSFER);
        groups.forEach(group -> catalogue.process(group.processId(), NO_PHASE, Root.GROUP));
        return catalogue.steps;
    }

    private void process(String processId, Phase phase, Root root) {
        DrawnProcess drawn = processes.get(processId);
        if (drawn != null && visited.add(processId)) {
            scope(drawn, drawn.process(), phase, root);
        }
    }

    private void scope(DrawnProcess drawn, BaseElement scope, Phase phase, Root root) {
        for (FlowNode node : new Flow(scope).inOrder()) {
            step(drawn, node, phase, root, scope == drawn.process());
        }
    }

    private void step(DrawnProcess drawn, FlowNode node, Phase phase, Root root, boolean outermost) {
        switch (node) {
            case UserTask task ->
                add(
                        drawn,
                        task,
                        StepKind.USER_TASK,
                        phase,
                        Extensions.candidateGroups(task),
                        Extensions.formId(task),
                        null,
                        null);
            case StartEvent start
            when outermost
                    && root != Root.NONE
                    && (root == Root.TRANSFER || Extensions.property(start, Extensions.ROLES) != null) ->
                add(
                        drawn,
                        start,
                        root.start,
                        phase,
                        Extensions.property(start, Extensions.ROLES),
                        Extensions.formId(start),
                        null,
                        null);
            case SubProcess sub -> scope(drawn, sub, phase(drawn, sub, phase), root);
            case CallActivity call -> {
                Phase inside = phase(drawn, call, phase);
                ZeebeCalledElement called = Extensions.single(call, ZeebeCalledElement.class);
                process(called.getProcessId(), inside, Root.NONE);
            }
            case ReceiveTask receive -> message(drawn, receive, receive.getMessage(), phase);
            case CatchEvent event ->
                event.getChildElementsByType(MessageEventDefinition.class)
                        .forEach(m -> message(drawn, event, m.getMessage(), phase));
            case IntermediateThrowEvent event ->
                event.getChildElementsByType(MessageEventDefinition.class)
                        .forEach(m -> telling(drawn, event, m.getMessage(), phase));
            case EndEvent end
            when Extensions.property(end, Extensions.OUTCOME) != null ->
                add(drawn, end, root.outcome, phase, null, null, null, Extensions.property(end, Extensions.OUTCOME));
            default -> {
                // gateways, timers and scripts are no steps
            }
        }
    }

    private Phase phase(DrawnProcess drawn, FlowNode node, Phase around) {
        String code = Extensions.property(node, Extensions.PHASE);
        if (code == null) {
            if (Extensions.property(node, Extensions.GROUP) != null) {
                add(drawn, node, StepKind.GROUP, around, null, null, null, null);
            }
            return around;
        }
        Phase phase = new Phase(code, node.getName());
        add(drawn, node, StepKind.PHASE, phase, null, null, null, null);
        return phase;
    }

    private void message(DrawnProcess drawn, FlowNode node, Message message, Phase phase) {
        add(
                drawn,
                node,
                StepKind.MESSAGE,
                phase,
                Extensions.property(node, Extensions.ROLES),
                Extensions.property(node, Extensions.FORM),
                prefix + message.getName(),
                null);
    }

    private void telling(DrawnProcess drawn, FlowNode node, Message message, Phase phase) {
        add(drawn, node, StepKind.TELLING, phase, null, null, prefix + message.getName(), null);
    }

    private void add(
            DrawnProcess drawn,
            FlowNode node,
            StepKind kind,
            Phase phase,
            String roles,
            String formId,
            String messageName,
            String outcome) {
        steps.add(new StepOutline(
                drawn.id(),
                node.getId(),
                kind,
                node.getName() == null ? node.getId() : node.getName().replaceAll("\\s+", " "),
                phase.code(),
                phase.name(),
                Extensions.codes(roles),
                formId,
                why(node),
                messageName,
                outcome,
                HandoverSide.of(Extensions.property(node, Extensions.HANDOVER)).orElse(null),
                group(node),
                kind == StepKind.TELLING ? Extensions.formula(Extensions.property(node, Extensions.MEMBERS)) : null));
    }

    private static String group(FlowNode node) {
        var code = Extensions.property(node, Extensions.GROUP);
        return code == null ? Extensions.property(node, Extensions.FROM_GROUP) : code;
    }

    private static String why(FlowNode node) {
        return node.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
