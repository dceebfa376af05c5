package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A bundle that was read and checked: what is wrong with it, or else what the engine and the catalogue need. */
record Blueprint(
        String rootProcessId, String regionCode, Map<String, DrawnProcess> processes, List<RouteProblem> problems) {

    static Blueprint of(String regionCode, Set<String> roleCodes, RouteBundle bundle) {
        var problems = new Problems();
        var reader = new RouteReader(problems);
        var processes = reader.processes(bundle);
        var forms = reader.forms(bundle);
        new RouteCheck(bundle, processes, forms, roleCodes, problems).run();
        if (problems.none()) {
            engineRules(regionCode, bundle.rootProcessId(), processes, problems);
        }
        return new Blueprint(bundle.rootProcessId(), regionCode, processes, problems.all());
    }

    List<DeployableProcess> compile(int number) {
        return new RouteCompiler(regionCode, number).compile(processes.values(), rootProcessId);
    }

    List<StepOutline> steps() {
        return StepCatalogue.of(processes, rootProcessId, regionCode);
    }

    /** The engine's own rules, on what it would get; only its words are not ours. */
    private static void engineRules(
            String regionCode, String rootProcessId, Map<String, DrawnProcess> processes, Problems problems) {
        var compiler = new RouteCompiler(regionCode, 0);
        for (DrawnProcess drawn : processes.values()) {
            String xml =
                    compiler.compile(drawn, drawn.id().equals(rootProcessId)).xml();
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
