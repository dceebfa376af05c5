package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, in the order in which it was found. */
final class Problems {

    private final List<RouteProblem> found = new ArrayList<>();

    void add(String file, String problem, String remedy) {
        add(new RouteProblem(file, null, null, problem, remedy));
    }

    void add(DrawnProcess drawn, BaseElement element, String problem, String remedy) {
        add(new RouteProblem(drawn.file(), element.getId(), element.getAttributeValue("name"), problem, remedy));
    }

    private void add(RouteProblem problem) {
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    List<RouteProblem> all() {
        return List.copyOf(found);
    }
}
