package nl.landingsbaan.ui.dossier;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.landingsbaan.platform.route.Drawing;

/**
 * What a screen needs to know of a drawing besides showing it.
 *
 * @param stopping ids of the events that break off what is going on when they are reported
 */
record DrawnProcess(String processId, String name, Set<String> stopping) {

    static DrawnProcess of(Drawing drawing) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return read(drawing.processId(), factory.createXMLStreamReader(new StringReader(drawing.xml())));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A drawing that was checked cannot be read: " + drawing.processId(), e);
        }
    }

    private static DrawnProcess read(String processId, XMLStreamReader xml) throws XMLStreamException {
        var name = processId;
        var stopping = new HashSet<String>();
        var inEventSubProcess = false;
        String start = null;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "process" -> {
                    if (processId.equals(xml.getAttributeValue(null, "id"))
                            && xml.getAttributeValue(null, "name") != null) {
                        name = xml.getAttributeValue(null, "name");
                    }
                }
                case "subProcess" -> inEventSubProcess = "true".equals(xml.getAttributeValue(null, "triggeredByEvent"));
                case "startEvent" ->
                    start = inEventSubProcess && !"false".equals(xml.getAttributeValue(null, "isInterrupting"))
                            ? xml.getAttributeValue(null, "id")
                            : null;
                case "messageEventDefinition" -> {
                    if (start != null) {
                        stopping.add(start);
                        start = null;
                    }
                }
                case "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent" -> start = null;
                default -> {}
            }
        }
        return new DrawnProcess(processId, name, stopping);
    }
}
