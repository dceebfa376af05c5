package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A bundle that was read and checked: what is wrong with it, or else what the engine and the catalogue need. */
record Blueprint(
        String rootProcessId,
        List<GroupProcess> groups,
        String regionCode,
        Map<String, DrawnProcess> processes,
        List<DrawnDecisions> decisions,
        List<RouteProblem> problems) {

    static Blueprint of(String regionCode, Set<String> roleCodes, RouteBundle bundle) {
        var problems = new Problems();
        var reader = new RouteReader(problems);
        var processes = reader.processes(bundle);
        var forms = reader.forms(bundle);
        var decisions = new DecisionReader(problems).read(bundle);
        new RouteCheck(bundle, processes, decisions, forms, roleCodes, problems).run();
        if (problems.none()) {
            engineRules(regionCode, bundle, processes, problems);
        }
        return new Blueprint(bundle.rootProcessId(), bundle.groups(), regionCode, processes, decisions, problems.all());
    }

    List<DeployableProcess> compile(int number) {
        return new RouteCompiler(regionCode, number).compile(processes.values(), rootProcessId, groups);
    }

    /** The compiled file of each of the drawn decisions, in their order. */
    List<DeployableResource> compileDecisions(int number) {
        var compiler = new DecisionCompiler(regionCode, number);
        return decisions.stream().map(compiler::compile).toList();
    }

    /** Where a place is needed, and of which kind. */
    record WantedPlace(String processId, String elementId, String code) {}

    List<WantedPlace> places() {
        return processes.values().stream()
                .flatMap(drawn -> drawn.model().getModelElementsByType(FlowNode.class).stream()
                        .filter(node -> Extensions.property(node, Extensions.PLACE) != null)
                        .map(node ->
                                new WantedPlace(drawn.id(), node.getId(), Extensions.property(node, Extensions.PLACE))))
                .toList();
    }

    List<StepOutline> steps() {
        return StepCatalogue.of(processes, rootProcessId, groups, regionCode);
    }

    /** The engine's own rules, on what it would get; only its words are not ours. */
    private static void engineRules(
            String regionCode, RouteBundle bundle, Map<String, DrawnProcess> processes, Problems problems) {
        var compiler = new RouteCompiler(regionCode, 0);
        for (DrawnProcess drawn : processes.values()) {
            var root = RouteCompiler.Root.of(drawn.id(), bundle.rootProcessId(), bundle.groups());
            String xml = compiler.compile(drawn, root).xml();
            var model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            model.validate(ZeebeDesignTimeValidators.VALIDATORS)
                    .getResults()
                    .forEach((element, results) -> results.forEach(result -> problems.add(
                            drawn,
                            element(drawn, element),
                            "De procesmotor neemt dit onderdeel niet aan. Zijn melding: " + result.getMessage(),
                            "Verbeter het onderdeel in de Modeler.")));
        }
    }

    private static BaseElement element(DrawnProcess drawn, ModelElementInstance instance) {
        for (ModelElementInstance e = instance; e != null; e = e.getParentElement()) {
            if (e instanceof BaseElement base && base.getId() != null) {
                return base;
            }
        }
        return drawn.process();
    }
}
