package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.Xml.children;
import static nl.landingsbaan.platform.route.Xml.elements;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
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

    private static final String NEVER_TOLD = "landingsbaan-wacht";
    private static final Pattern FLOW_NODE = Pattern.compile("\\w*([tT]ask|Event|Gateway|[sS]ubProcess)|callActivity");

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

    /** What starts in a process. */
    enum Root {
        TRANSFER(EngineVocabulary.TRANSFER_STARTED, EngineVocabulary.TRANSFER_ENDED),
        GROUP(EngineVocabulary.GROUP_STARTED, EngineVocabulary.GROUP_ENDED),
        /** Nothing: it is called by another process. */
        NONE(null, null);

        private final String started;
        private final String ended;

        Root(String started, String ended) {
            this.started = started;
            this.ended = ended;
        }

        static Root of(String processId, String rootProcessId, Collection<GroupProcess> groups) {
            return processId.equals(rootProcessId)
                    ? TRANSFER
                    : groups.stream().anyMatch(group -> group.processId().equals(processId)) ? GROUP : NONE;
        }
    }

    DeployableProcess compile(DrawnProcess drawn, Root root) {
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
        countWeeks(definitions);
        elements(document, ZEEBE, "calledElement").forEach(this::calledElement);
        elements(document, ZEEBE, "calledDecision").forEach(this::calledDecision);
        elements(document, BPMN, "subProcess").forEach(this::stretch);
        elements(document, BPMN, "callActivity").forEach(this::stretch);
        elements(document, BPMN, "subProcess").forEach(RouteCompiler::group);
        elements(document, BPMN, "callActivity").forEach(RouteCompiler::group);
        elements(document, BPMN, "boundaryEvent").forEach(RouteCompiler::boundary);
        elements(document, BPMN, "intermediateThrowEvent").forEach(RouteCompiler::telling);
        Element process = elements(document, BPMN, "process").getFirst();
        stamp(process);
        if (root != Root.NONE) {
            listener(begin(process), "end", root.started);
            for (Element end : elements(document, BPMN, "endEvent")) {
                if (property(end, Extensions.OUTCOME) != null) {
                    listener(end, "start", root.ended);
                }
            }
        }
        if (root != Root.GROUP) {
            moments(document, drawn, process, root);
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

    /** Every formula that counts weeks gets what it needs for it, wherever it stands. */
    private static void countWeeks(Element element) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            attribute.setNodeValue(WeekCount.compiled(attribute.getNodeValue()));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child) {
                case Element inner -> countWeeks(inner);
                case Text text -> text.setNodeValue(WeekCount.compiled(text.getNodeValue()));
                default -> {
                    // no formula stands there
                }
            }
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

    private void calledDecision(Element called) {
        called.setAttribute("decisionId", prefix + called.getAttribute("decisionId"));
        called.setAttribute("bindingType", "deployment");
    }

    /** A place comes first and is given back last: whoever waits for it is not in the phase yet. */
    private void stretch(Element element) {
        boolean place = property(element, Extensions.PLACE) != null;
        if (place) {
            listener(element, "start", EngineVocabulary.PLACE_WANTED);
        }
        if (property(element, Extensions.PHASE) != null) {
            listener(element, "start", EngineVocabulary.PHASE_ENTERED);
            listener(element, "end", EngineVocabulary.PHASE_LEFT);
        }
        if (place) {
            listener(element, "end", EngineVocabulary.PLACE_LEFT);
        }
    }

    private static void group(Element element) {
        if (property(element, Extensions.GROUP) != null) {
            listener(element, "start", EngineVocabulary.UP_FOR_GROUP);
            listener(element, "end", EngineVocabulary.NOT_UP_FOR_GROUP);
        }
    }

    /** A message that is thrown is a job: the platform knows who the members are. */
    private static void telling(Element event) {
        if (!children(event, BPMN, "messageEventDefinition").isEmpty()) {
            extension(event, "taskDefinition").setAttribute("type", EngineVocabulary.TELL_MEMBERS);
        }
    }

    private static void boundary(Element event) {
        if (!event.getAttribute("cancelActivity").equals("false")) {
            listener(event, "end", EngineVocabulary.STEPS_TAKEN);
        }
    }

    /** Whatever hangs on an anchor can be set anew while it is waited for, and the platform is told where that is. */
    private void moments(Document document, DrawnProcess drawn, Element process, Root root) {
        var moments = Moments.of(drawn);
        moments.stream()
                .filter(moment -> moment.hostId().equals(Moments.waitingFor(moment.elementId())))
                .forEach(moment -> waitingStep(document, process, moment.elementId()));
        var hosts = moments.stream().map(Moment::hostId).collect(Collectors.toCollection(TreeSet::new));
        if (hosts.remove(drawn.id())
                || root == Root.NONE) { // what is called is an instance of its own, that nothing else need tell of
            listener(begin(process), "end", EngineVocabulary.MOMENT);
        }
        elements(document.getDocumentElement(), BPMN, "*").stream()
                .filter(element -> hosts.contains(element.getAttribute("id")))
                .forEach(element -> listener(element, "start", EngineVocabulary.MOMENT));
    }

    /** Where a process begins. Not the process itself: one that has had a listener of its own can never be migrated (Zeebe 8.6). */
    private static Element begin(Element process) {
        return children(process, BPMN, "startEvent").getFirst();
    }

    /** The engine sets anew what stands on the edge of a step: so a timer comes to stand on the edge of one that nobody does. */
    private void waitingStep(Document document, Element process, String timerId) {
        var timer = elements(process, BPMN, "intermediateCatchEvent").stream()
                .filter(event -> event.getAttribute("id").equals(timerId))
                .findFirst()
                .orElseThrow();
        var step = document.createElementNS(BPMN, name(timer, "receiveTask"));
        step.setAttribute("id", Moments.waitingFor(timerId));
        step.setAttribute("messageRef", neverTold(document, process));
        children(timer, BPMN, "incoming").forEach(step::appendChild);
        timer.getParentNode().insertBefore(step, timer);
        elements(process, BPMN, "sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("targetRef").equals(timerId))
                .forEach(flow -> flow.setAttribute("targetRef", step.getAttribute("id")));
        var edge = (Element) document.renameNode(timer, BPMN, name(timer, "boundaryEvent"));
        edge.setAttribute("attachedToRef", step.getAttribute("id"));
    }

    private String neverTold(Document document, Element process) {
        if (elements(document, BPMN, "message").stream()
                .noneMatch(message -> message.getAttribute("id").equals(NEVER_TOLD))) {
            var message = document.createElementNS(BPMN, name(process, "message"));
            message.setAttribute("id", NEVER_TOLD);
            message.setAttribute("name", prefix + NEVER_TOLD);
            var subscription = document.createElementNS(ZEEBE, "zeebe:subscription");
            subscription.setAttribute("correlationKey", "=" + EngineVocabulary.TRANSFER);
            extensions(message).appendChild(subscription);
            process.getParentNode().insertBefore(message, process);
        }
        return NEVER_TOLD;
    }

    /** Everything in a compiled drawing that can be active. */
    static Set<String> elementIds(String compiled) {
        try {
            return elements(Xml.parse(compiled).getDocumentElement(), BPMN, "*").stream()
                    .filter(element -> FLOW_NODE.matcher(element.getLocalName()).matches())
                    .map(element -> element.getAttribute("id"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SAXException e) {
            throw new IllegalStateException("A drawing that was compiled cannot be read", e);
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

    /** Compiles all processes of a route, the root first. */
    List<DeployableProcess> compile(
            Collection<DrawnProcess> processes, String rootProcessId, Collection<GroupProcess> groups) {
        List<DeployableProcess> compiled = new ArrayList<>();
        for (DrawnProcess drawn : processes) {
            var root = Root.of(drawn.id(), rootProcessId, groups);
            compiled.add(root == Root.TRANSFER ? 0 : compiled.size(), compile(drawn, root));
        }
        return compiled;
    }
}
