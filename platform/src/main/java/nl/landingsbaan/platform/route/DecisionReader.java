package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.DrawnDecisions.DMN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.landingsbaan.platform.route.DrawnDecisions.Decision;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads the decisions of a bundle; what cannot be read, and what the engine could not evaluate, becomes a problem. */
final class DecisionReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Set<String> LOGIC = Set.of("decisionTable", "literalExpression");
    private static final Set<String> OTHER_LOGIC =
            Set.of("context", "invocation", "relation", "list", "functionDefinition");

    private final Problems problems;
    private final Map<String, String> fileOfGraph = new HashMap<>();
    private final Map<String, String> fileOfDecision = new HashMap<>();

    DecisionReader(Problems problems) {
        this.problems = problems;
    }

    /** The readable files, in the order of their names. */
    List<DrawnDecisions> read(RouteBundle bundle) {
        var found = new ArrayList<DrawnDecisions>();
        new TreeMap<>(bundle.decisions()).forEach((file, xml) -> {
            var drawn = file(file, xml);
            if (drawn != null) {
                found.add(drawn);
            }
        });
        return found;
    }

    private DrawnDecisions file(String file, String xml) {
        Element root;
        try {
            root = Xml.parse(xml).getDocumentElement();
        } catch (SAXException e) {
            problems.add(
                    file,
                    "Dit is geen geldige XML" + RouteReader.where(e) + ".",
                    "Open de beslistabel in Camunda Modeler en bewaar haar opnieuw.");
            return null;
        }
        if (!DMN.equals(root.getNamespaceURI()) || !"definitions".equals(root.getLocalName())) {
            problems.add(
                    file,
                    "Dit is geen beslistabel in DMN 1.3: het bestand begint met <" + root.getNodeName() + ">.",
                    "Bewaar de tabel in Camunda Modeler als DMN-diagram voor Camunda 8.");
            return null;
        }
        id(file, root.getAttribute("id"), null, "Dit bestand", fileOfGraph);
        if (!Xml.elements(root, DMN, "import").isEmpty()
                || !Xml.elements(root, DMN, "businessKnowledgeModel").isEmpty()) {
            problems.add(
                    file,
                    "Dit bestand haalt kennis van elders (import of business knowledge model). Dat kan het platform niet.",
                    "Schrijf het uit in de tabel zelf.");
        }
        var decisions = new ArrayList<Decision>();
        for (var element : Xml.children(root, DMN, "decision")) {
            decisions.add(decision(file, element));
        }
        if (decisions.isEmpty()) {
            problems.add(
                    file, "In dit bestand staat geen beslissing.", "Teken een beslistabel, of haal het bestand weg.");
        }
        return new DrawnDecisions(file, xml, root.getOwnerDocument(), root.getAttribute("id"), List.copyOf(decisions));
    }

    private Decision decision(String file, Element element) {
        var id = element.getAttribute("id");
        var name = element.hasAttribute("name") ? element.getAttribute("name") : null;
        id(file, id, name, "Deze beslissing", fileOfDecision);
        var logic = LOGIC.stream()
                .flatMap(kind -> Xml.children(element, DMN, kind).stream())
                .toList();
        var other = OTHER_LOGIC.stream()
                .anyMatch(kind -> !Xml.children(element, DMN, kind).isEmpty());
        if (logic.size() != 1 || other) {
            problems.add(
                    file,
                    id,
                    name,
                    "Hier staat niet hoe besloten wordt.",
                    "Kies in de Modeler een beslistabel (decision table) of een formule (literal expression).");
        }
        language(file, element, id, name);
        var resultName = Xml.children(element, DMN, "variable").stream()
                .map(variable -> variable.getAttribute("name"))
                .findFirst()
                .orElse(id);
        return new Decision(id, name, resultName, element);
    }

    private void id(String file, String id, String name, String what, Map<String, String> fileOf) {
        if (!ID.matcher(id).matches()) {
            problems.add(
                    file,
                    id.isEmpty() ? null : id,
                    name,
                    what + (id.isEmpty() ? " heeft geen id." : " heeft een id dat niet kan: '" + id + "'."),
                    "Gebruik letters, cijfers, - en _, en begin met een letter.");
            return;
        }
        var other = fileOf.putIfAbsent(id, file);
        if (other != null) {
            problems.add(
                    file,
                    id,
                    name,
                    what + " heeft het id '" + id + "', en dat staat ook in " + other + ".",
                    "Geef elke beslissing en elk bestand een eigen id.");
        }
    }

    private void language(String file, Element decision, String id, String name) {
        var languages = new ArrayList<String>();
        for (var kind : List.of("inputExpression", "inputEntry", "outputEntry", "literalExpression")) {
            Xml.elements(decision, DMN, kind).forEach(each -> languages.add(each.getAttribute("expressionLanguage")));
        }
        languages.stream()
                .filter(language ->
                        !language.isBlank() && !language.toLowerCase().contains("feel"))
                .findFirst()
                .ifPresent(language -> problems.add(
                        file,
                        id,
                        name,
                        "Deze beslissing is geschreven in '" + language + "'. Het platform leest alleen FEEL.",
                        "Kies in de Modeler als taal FEEL."));
    }
}
