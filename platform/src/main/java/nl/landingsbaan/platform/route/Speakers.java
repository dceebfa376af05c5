package nl.landingsbaan.platform.route;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which process alone speaks: in a drawing its own, in a form the one whose drawing asks it, in a field the one whose forms ask
 * it. What several processes share has none.
 */
final class Speakers {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> ofDrawing = new HashMap<>();
    private final Map<String, Set<String>> ofForm = new HashMap<>();
    private final Map<String, Set<String>> ofField = new HashMap<>();

    Speakers(RouteBundle bundle) {
        bundle.drawings().forEach(this::drawing);
        bundle.forms().forEach(this::form);
    }

    /** The id of the process; null when the drawing has none, or cannot be read. */
    String ofDrawing(String file) {
        return ofDrawing.get(file);
    }

    String ofForm(String formId) {
        return only(ofForm.get(formId));
    }

    String ofField(String key) {
        return only(ofField.get(key));
    }

    private static String only(Set<String> processes) {
        return processes != null && processes.size() == 1 ? processes.iterator().next() : null;
    }

    private void drawing(String file, String xml) {
        try {
            var document = Xml.parse(xml);
            if (document.getElementsByTagNameNS(BPMN, "process").item(0) instanceof Element process) {
                var id = process.getAttribute("id");
                ofDrawing.put(file, id);
                asks(document, id);
            }
        } catch (SAXException e) {
            // the check of the route says what is wrong with it
        }
    }

    private void asks(Document document, String process) {
        var linked = document.getElementsByTagNameNS(ZEEBE, "formDefinition");
        for (var i = 0; i < linked.getLength(); i++) {
            asks(((Element) linked.item(i)).getAttribute("formId"), process);
        }
        var properties = document.getElementsByTagNameNS(ZEEBE, "property");
        for (var i = 0; i < properties.getLength(); i++) {
            var property = (Element) properties.item(i);
            if (property.getAttribute("name").equals(Extensions.FORM)) {
                asks(property.getAttribute("value"), process);
            }
        }
    }

    private void asks(String formId, String process) {
        ofForm.computeIfAbsent(formId, id -> new HashSet<>()).add(process);
    }

    private void form(String id, String json) {
        try {
            fields(JSON.readTree(json), ofForm.getOrDefault(id, Set.of()));
        } catch (JacksonException e) {
            // the check of the route says what is wrong with it
        }
    }

    private void fields(JsonNode parent, Set<String> processes) {
        for (JsonNode component : parent.path("components")) {
            var key = component.path("key").asString("");
            if (!key.isEmpty()) {
                ofField.computeIfAbsent(key, each -> new HashSet<>()).addAll(processes);
            }
            fields(component, processes);
        }
    }
}
