package nl.landingsbaan.proof;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.landingsbaan.platform.route.Drawing;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An element of a route's drawings that a scenario can come past: what is done, what can happen, each way out of a gateway, each
 * end.
 *
 * @param processId the drawn process, unprefixed
 * @param name as people know it; the element's id when it has no name
 */
record ModelElement(Kind kind, String processId, String elementId, String name) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    enum Kind {
        TASK("taken", "taak"),
        STEP("stappen", "stap"),
        EVENT("gebeurtenissen", "gebeurtenis"),
        FLOW("pijlen uit keuzes", "pijl"),
        END("eindes", "einde");

        final String many;
        final String one;

        Kind(String many, String one) {
            this.many = many;
            this.one = one;
        }
    }

    private static final Set<String> STEPS = Set.of(
            "callActivity",
            "serviceTask",
            "businessRuleTask",
            "scriptTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "task");
    private static final Set<String> EVENTS =
            Set.of("intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent");

    /**
     * Gateways at which it can go one way or another. A parallel gateway always goes every way, and after an event-based one it is
     * the event itself that happens.
     */
    private static final Set<String> CHOICES = Set.of("exclusiveGateway", "inclusiveGateway");

    /** As a scenario's file calls it. */
    String address() {
        return processId + "/" + elementId;
    }

    static List<ModelElement> of(List<Drawing> drawings) {
        return drawings.stream().flatMap(drawing -> of(drawing).stream()).toList();
    }

    private static List<ModelElement> of(Drawing drawing) {
        var found = new ArrayList<ModelElement>();
        var all = parse(drawing.xml()).getElementsByTagNameNS(BPMN, "*");
        var byId = new HashMap<String, Element>();
        for (var i = 0; i < all.getLength(); i++) {
            var element = (Element) all.item(i);
            byId.put(element.getAttribute("id"), element);
        }
        for (var i = 0; i < all.getLength(); i++) {
            var element = (Element) all.item(i);
            var kind = kind(element, byId);
            if (kind != null) {
                found.add(new ModelElement(
                        kind, drawing.processId(), element.getAttribute("id"), name(kind, element, byId)));
            }
        }
        return found;
    }

    private static Kind kind(Element element, Map<String, Element> byId) {
        var tag = element.getLocalName();
        if (tag.equals("userTask")) {
            return Kind.TASK;
        }
        if (STEPS.contains(tag)) {
            return Kind.STEP;
        }
        if (EVENTS.contains(tag)
                || tag.equals("startEvent")
                        && ((Element) element.getParentNode())
                                .getAttribute("triggeredByEvent")
                                .equals("true")) {
            return Kind.EVENT;
        }
        if (tag.equals("endEvent")) {
            return Kind.END;
        }
        if (tag.equals("sequenceFlow")) {
            var from = byId.get(element.getAttribute("sourceRef"));
            if (from != null && CHOICES.contains(from.getLocalName()) && waysOut(from) > 1) {
                return Kind.FLOW;
            }
        }
        return null;
    }

    private static int waysOut(Element gateway) {
        return gateway.getElementsByTagNameNS(BPMN, "outgoing").getLength();
    }

    private static String name(Kind kind, Element element, Map<String, Element> byId) {
        if (kind != Kind.FLOW) {
            return nameOrId(element);
        }
        var from = nameOrId(byId.get(element.getAttribute("sourceRef")));
        var to = element.getAttribute("name");
        return from + " -> " + (to.isBlank() ? nameOrId(byId.get(element.getAttribute("targetRef"))) : to);
    }

    private static String nameOrId(Element element) {
        var name = element.getAttribute("name").replaceAll("\\s+", " ").strip();
        return name.isEmpty() ? element.getAttribute("id") : name;
    }

    private static Element parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
