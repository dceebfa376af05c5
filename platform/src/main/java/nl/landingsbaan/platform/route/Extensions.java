package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperties;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What the author wrote in the extensions of an element. */
final class Extensions {

    static final String PHASE = "fase";
    static final String OUTCOME = "uitkomst";
    static final String ROLES = "rollen";
    static final String FORM = "formulier";
    static final String HANDOVER = "overdracht";
    /** While a young person is in this step, he or she is up for groups of this code. */
    static final String GROUP = "groep";
    /** A group of this code tells this message, not people. */
    static final String FROM_GROUP = "van-groep";
    /** Which members a message is for: FEEL over their marks. */
    static final String MEMBERS = "leden";
    /** Before this step begins there must be a place of this kind. */
    static final String PLACE = "plek";

    private Extensions() {}

    static <T extends ModelElementInstance> T single(BaseElement element, Class<T> type) {
        var extensions = element.getExtensionElements();
        return extensions == null
                ? null
                : extensions.getChildElementsByType(type).stream().findFirst().orElse(null);
    }

    /** A property of the author's own, or null. */
    static String property(BaseElement element, String name) {
        ZeebeProperties properties = single(element, ZeebeProperties.class);
        return properties == null
                ? null
                : properties.getProperties().stream()
                        .filter(p -> name.equals(p.getName()))
                        .map(p -> blankToNull(p.getValue()))
                        .findFirst()
                        .orElse(null);
    }

    /** The form of a user task or start event, or null. */
    static String formId(BaseElement element) {
        ZeebeFormDefinition form = single(element, ZeebeFormDefinition.class);
        return form == null ? null : blankToNull(form.getFormId());
    }

    /** The candidate groups of a user task as written, or null. */
    static String candidateGroups(BaseElement element) {
        ZeebeAssignmentDefinition assignment = single(element, ZeebeAssignmentDefinition.class);
        return assignment == null ? null : blankToNull(assignment.getCandidateGroups());
    }

    static List<String> codes(String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(c -> !c.isEmpty())
                        .distinct()
                        .toList();
    }

    static boolean isFeel(String value) {
        return value != null && value.startsWith("=");
    }

    /** A formula without its equals sign; null without one. */
    static String formula(String value) {
        return isFeel(value) ? value.substring(1).strip() : null;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
