package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormDisagrees;
import nl.landingsbaan.platform.form.FormUnreadable;
import org.camunda.bpm.model.xml.ModelParseException;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads the files of a bundle; what cannot be read becomes a problem. */
final class RouteReader {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static final Pattern LINE = Pattern.compile("Line=(\\d+)");
    private static final Pattern ELEMENT = Pattern.compile("starting with element '(?:\\{[^}]*:)?(\\w+)");

    private final Problems problems;

    RouteReader(Problems problems) {
        this.problems = problems;
    }

    /** The readable processes by id, in the order of their file names. */
    Map<String, DrawnProcess> processes(RouteBundle bundle) {
        Map<String, DrawnProcess> processes = new LinkedHashMap<>();
        new TreeMap<>(bundle.drawings()).forEach((file, xml) -> {
            DrawnProcess drawn = drawing(file, xml);
            if (drawn == null) {
                return;
            }
            DrawnProcess other = processes.putIfAbsent(drawn.id(), drawn);
            if (other != null) {
                problems.add(
                        drawn,
                        drawn.process(),
                        "Het proces-id '" + drawn.id() + "' staat ook in " + other.file() + ".",
                        "Geef elk proces een eigen id.");
            }
        });
        return processes;
    }

    /** The readable forms by id. */
    Map<String, Form> forms(RouteBundle bundle) {
        Map<String, Form> forms = new TreeMap<>();
        new TreeMap<>(bundle.forms()).forEach((id, json) -> {
            try {
                Form form = Form.parse(json, bundle.catalogue());
                if (!form.id().equals(id)) {
                    problems.add(
                            file(id),
                            "Het formulier heeft als id '" + form.id() + "', maar heet hier '" + id + "'.",
                            "Geef het bestand en het formulier dezelfde naam.");
                }
                forms.put(id, form);
            } catch (FormDisagrees e) {
                e.disagreements().forEach(each -> problems.add(file(id), each));
            } catch (FormUnreadable e) {
                problems.add(
                        file(id),
                        "Het formulier is niet te lezen. " + e.getMessage(),
                        "Open het formulier in de Modeler, verbeter het en bewaar het opnieuw.");
            }
        });
        return forms;
    }

    static String file(String formId) {
        return formId + ".form";
    }

    /** A drawing that was checked before. */
    static DrawnProcess known(String xml) {
        return new RouteReader(new Problems()).drawing(null, xml);
    }

    private DrawnProcess drawing(String file, String xml) {
        try {
            var root = Xml.parse(xml).getDocumentElement();
            if (!BPMN.equals(root.getNamespaceURI()) || !"definitions".equals(root.getLocalName())) {
                problems.add(
                        file,
                        "Dit is geen BPMN-tekening: het bestand begint met <" + root.getNodeName() + ">.",
                        "Bewaar de tekening in Camunda Modeler als BPMN-diagram voor Camunda 8.");
                return null;
            }
        } catch (SAXException e) {
            problems.add(
                    file,
                    "Dit is geen geldige XML" + where(e) + ".",
                    "Open de tekening in Camunda Modeler en bewaar haar opnieuw.");
            return null;
        }
        BpmnModelInstance model;
        try {
            model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ModelParseException e) {
            problems.add(
                    file,
                    "De tekening volgt de regels van BPMN niet" + whereInSchema(e),
                    "Open de tekening in Camunda Modeler, verbeter het onderdeel en bewaar opnieuw.");
            return null;
        }
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            List<String> ids = new ArrayList<>();
            processes.forEach(p -> ids.add(p.getId()));
            problems.add(
                    file,
                    processes.isEmpty()
                            ? "In de tekening staat geen proces."
                            : "In de tekening staat meer dan één proces: " + String.join(", ", ids) + ".",
                    "Zet elk proces in een eigen tekening.");
            return null;
        }
        Process process = processes.iterator().next();
        if (!process.isExecutable()) {
            problems.add(
                    file,
                    "Het proces '" + process.getId() + "' is niet uitvoerbaar.",
                    "Zet in de Modeler bij het proces 'Executable' aan.");
            return null;
        }
        return new DrawnProcess(file, xml, model, process);
    }

    static String where(SAXException fault) {
        return fault instanceof SAXParseException at && at.getLineNumber() > 0
                ? " (regel " + at.getLineNumber() + ")"
                : "";
    }

    /** The schema's own message is long and English; the line and the element are what helps. */
    private static String whereInSchema(Throwable fault) {
        var message = new StringBuilder();
        for (Throwable e = fault; e != null; e = e.getCause()) {
            message.append(e.getMessage()).append(' ');
        }
        var line = LINE.matcher(message);
        var element = ELEMENT.matcher(message);
        return (line.find() ? " (regel " + line.group(1) + ")" : "")
                + (element.find() ? ": <" + element.group(1) + "> hoort daar niet." : ".");
    }
}
