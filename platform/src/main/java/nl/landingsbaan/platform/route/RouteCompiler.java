package nl.landingsbaan.platform.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Turns a drawing into what the engine gets. Element ids and layout stay; process ids and message names get the
 * region's prefix; user tasks become jobs of the platform's own type; phases, start and outcomes get listeners.
 */
final class RouteCompiler {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /** Extensions that mean something to the platform only. */
    private static final Set<String> PLATFORM_ONLY = Set.of(
            "formDefinition", "assignmentDefinition", "taskSchedule", "userTask", "userTaskForm", "priorityDefinition");

    private final String prefix;
    private final int number;

    /** @param number of the version; it is written into each process, so that no two versions share a definition */
    RouteCompiler(String regionCode, int number) {
        this.prefix = prefix(regionCode);
        this.number = number;
    }

    static String prefix(String regionCode) {
        return regionCode + ".";
    }

    /** @param root whether transfers start in this process */
    DeployableProcess compile(DrawnProcess drawn, boolean root) {
        Document document;
        try {
            document = Xml.parse(drawn.xml());
        } catch (SAXException e) {
            throw new IllegalStateException("A drawing that was checked cannot be read", e);
        }
        var definitions = document.getDocumentElement();
        if (!definitions.hasAttributeNS(XMLNS, "zeebe")) {
            definitions.setAttributeNS(XMLNS, "xmlns:zeebe", ZEEBE);
        }
        dropPlatformOnly(document, drawn);
        prefixIds(document, drawn.id());
        elements(document, ZEEBE, "calledElement").forEach(this::calledElement);
        elements(document, BPMN, "subProcess").forEach(this::phase);
        elements(document, BPMN, "callActivity").forEach(this::phase);
        elements(document, BPMN, "boundaryEvent").forEach(RouteCompiler::boundary);
        Element process = elements(document, BPMN, "process").getFirst();
        stamp(process);
        if (root) {
            listener(process, "start", EngineVocabulary.TRANSFER_STARTED);
            for (Element end : elements(document, BPMN, "endEvent")) {
                if (property(end, Extensions.OUTCOME) != null) {
                    listener(end, "start", EngineVocabulary.TRANSFER_ENDED);
                }
            }
        }
        String id = prefix + drawn.id();
        return new DeployableProcess(id + ".bpmn", id, Xml.write(document));
    }

    private void dropPlatformOnly(Document document, DrawnProcess drawn) {
        for (Element task : elements(document, BPMN, "userTask")) {
            userTask(document, task);
        }
        for (String name : PLATFORM_ONLY) {
            elements(document, ZEEBE, name).forEach(e -> e.getParentNode().removeChild(e));
        }
    }

    private void userTask(Document document, Element task) {
        String due = elements(task, ZEEBE, "taskSchedule").stream()
                .map(s -> s.getAttribute("dueDate"))
                .filter(d -> !d.isBlank())
                .findFirst()
                .orElse(null);
        var job = (Element) document.renameNode(task, BPMN, name(task, "serviceTask"));
        Element definition = extension(job, "taskDefinition");
        definition.setAttribute("type", EngineVocabulary.TASK);
        if (due != null) {
            Element mapping =
                    elements(job, ZEEBE, "ioMapping").stream().findFirst().orElseGet(() -> extension(job, "ioMapping"));
            Element input = document.createElementNS(ZEEBE, "zeebe:input");
            input.setAttribute("source", due);
            input.setAttribute("target", EngineVocabulary.DUE);
            mapping.insertBefore(input, mapping.getFirstChild());
        }
    }

    private void prefixIds(Document document, String processId) {
        for (Element process : elements(document, BPMN, "process")) {
            process.setAttribute("id", prefix + process.getAttribute("id"));
        }
        for (Element participant : elements(document, BPMN, "participant")) {
            if (participant.getAttribute("processRef").equals(processId)) {
                participant.setAttribute("processRef", prefix + processId);
            }
        }
        for (Element plane : elements(document, BPMNDI, "BPMNPlane")) {
            if (plane.getAttribute("bpmnElement").equals(processId)) {
                plane.setAttribute("bpmnElement", prefix + processId);
            }
        }
        for (Element message : elements(document, BPMN, "message")) {
            message.setAttribute("name", prefix + message.getAttribute("name"));
        }
    }

    private void calledElement(Element called) {
        called.setAttribute("processId", prefix + called.getAttribute("processId"));
        called.setAttribute("bindingType", "deployment");
    }

    private void phase(Element element) {
        if (property(element, Extensions.PHASE) != null) {
            listener(element, "start", EngineVocabulary.PHASE_ENTERED);
            listener(element, "end", EngineVocabulary.PHASE_LEFT);
        }
    }

    private static void boundary(Element event) {
        if (!event.getAttribute("cancelActivity").equals("false")) {
            listener(event, "end", EngineVocabulary.STEPS_TAKEN);
        }
    }

    private void stamp(Element process) {
        Element properties = children(extensions(process), ZEEBE, "properties").stream()
                .findFirst()
                .orElseGet(() -> extension(process, "properties"));
        Element version = process.getOwnerDocument().createElementNS(ZEEBE, "zeebe:property");
        version.setAttribute("name", "routeversie");
        version.setAttribute("value", Integer.toString(number));
        properties.appendChild(version);
    }

    private static void listener(Element element, String event, String type) {
        Element listeners = children(extensions(element), ZEEBE, "executionListeners").stream()
                .findFirst()
                .orElseGet(() -> extension(element, "executionListeners"));
        Element listener = element.getOwnerDocument().createElementNS(ZEEBE, "zeebe:executionListener");
        listener.setAttribute("eventType", event);
        listener.setAttribute("type", type);
        listeners.appendChild(listener);
    }

    private static String property(Element element, String name) {
        return children(element, BPMN, "extensionElements").stream()
                .flatMap(e -> children(e, ZEEBE, "properties").stream())
                .flatMap(p -> children(p, ZEEBE, "property").stream())
                .filter(p -> p.getAttribute("name").equals(name))
                .map(p -> p.getAttribute("value"))
                .findFirst()
                .orElse(null);
    }

    private static Element extension(Element element, String name) {
        Element extension = element.getOwnerDocument().createElementNS(ZEEBE, "zeebe:" + name);
        extensions(element).appendChild(extension);
        return extension;
    }

    /** The extension elements, made where BPMN wants them: after the documentation, before everything else. */
    private static Element extensions(Element element) {
        var present = children(element, BPMN, "extensionElements");
        if (!present.isEmpty()) {
            return present.getFirst();
        }
        Element made = element.getOwnerDocument().createElementNS(BPMN, name(element, "extensionElements"));
        Node before = element.getFirstChild();
        for (Element documentation : children(element, BPMN, "documentation")) {
            before = documentation.getNextSibling();
        }
        element.insertBefore(made, before);
        return made;
    }

    /** The local name with the prefix that this drawing uses for BPMN. */
    private static String name(Element like, String localName) {
        return like.getPrefix() == null ? localName : like.getPrefix() + ":" + localName;
    }

    private static List<Element> children(Element parent, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && namespace.equals(e.getNamespaceURI()) && name.equals(e.getLocalName())) {
                found.add(e);
            }
        }
        return found;
    }

    private static List<Element> elements(Document document, String namespace, String name) {
        return elements(document.getDocumentElement(), namespace, name);
    }

    /** A copy, because the live list of the DOM changes while elements are renamed or removed. */
    private static List<Element> elements(Element within, String namespace, String name) {
        var live = within.getElementsByTagNameNS(namespace, name);
        List<Element> copy = new ArrayList<>();
        for (int i = 0; i < live.getLength(); i++) {
            copy.add((Element) live.item(i));
        }
        return copy;
    }

    /** Compiles all processes of a route, the root first. */
    List<DeployableProcess> compile(Collection<DrawnProcess> processes, String rootProcessId) {
        List<DeployableProcess> compiled = new ArrayList<>();
        for (DrawnProcess drawn : processes) {
            boolean root = drawn.id().equals(rootProcessId);
            compiled.add(root ? 0 : compiled.size(), compile(drawn, root));
        }
        return compiled;
    }
}
