package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import java.util.ArrayList;
import java.util.List;
import nl.landingsbaan.platform.form.FormDisagrees;

/** Collects what is wrong, in the order in which it was found. */
final class Problems {

    private final List<RouteProblem> found = new ArrayList<>();

    void add(String file, String problem, String remedy) {
        add(new RouteProblem(file, null, null, problem, remedy));
    }

    /** Something about a field of a form: its key stands for the element. */
    void add(String file, FormDisagrees.Disagreement field) {
        add(new RouteProblem(file, field.key(), null, field.problem(), field.remedy()));
    }

    void add(DrawnProcess drawn, BaseElement element, String problem, String remedy) {
        add(drawn.file(), element.getId(), element.getAttributeValue("name"), problem, remedy);
    }

    /** @param elementId id of the element in that file, or null; {@code elementName} likewise */
    void add(String file, String elementId, String elementName, String problem, String remedy) {
        add(new RouteProblem(file, elementId, elementName, problem, remedy));
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
