package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.DrawnDecisions.DMN;

import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.route.DrawnDecisions.Decision;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Turns drawn decisions into what the engine gets: the ids of the decisions and of the whole get the region's prefix, so that
 * those of two regions never collide. The names by which formulas read a result stay.
 */
final class DecisionCompiler {

    /** What may stand before the variable in a decision. */
    private static final Set<String> BEFORE_VARIABLE =
            Set.of("description", "extensionElements", "question", "allowedAnswers");

    private final String prefix;
    private final int number;

    /** @param number of the version; it is written into each file, so that no two versions share a decision */
    DecisionCompiler(String regionCode, int number) {
        this.prefix = RouteCompiler.prefix(regionCode);
        this.number = number;
    }

    DeployableResource compile(DrawnDecisions drawn) {
        Document document;
        try {
            document = Xml.parse(drawn.xml());
        } catch (SAXException e) {
            throw new IllegalStateException("Decisions that were checked cannot be read", e);
        }
        var ids = drawn.decisions().stream().map(Decision::id).collect(Collectors.toSet());
        var definitions = document.getDocumentElement();
        for (var decision : Xml.children(definitions, DMN, "decision")) {
            nameResult(decision);
            decision.setAttribute("id", prefix + decision.getAttribute("id"));
        }
        refer(definitions, ids);
        definitions.setAttribute("id", prefix + drawn.id());
        definitions.insertBefore(document.createComment(" routeversie " + number + " "), definitions.getFirstChild());
        return new DeployableResource(prefix + drawn.id() + ".dmn", Xml.write(document));
    }

    /** Without a name of its own a result is read by the decision's id, which is about to change. */
    private static void nameResult(Element decision) {
        if (!Xml.children(decision, DMN, "variable").isEmpty()) {
            return;
        }
        var prefixOfDmn = decision.getPrefix();
        var variable = decision.getOwnerDocument()
                .createElementNS(DMN, prefixOfDmn == null ? "variable" : prefixOfDmn + ":variable");
        variable.setAttribute("name", decision.getAttribute("id"));
        var before = decision.getFirstChild();
        for (Node each = before; each != null; each = each.getNextSibling()) {
            if (each instanceof Element e && BEFORE_VARIABLE.contains(e.getLocalName())) {
                before = e.getNextSibling();
            }
        }
        decision.insertBefore(variable, before);
    }

    private void refer(Element element, Set<String> ids) {
        var href = element.getAttribute("href");
        if (href.startsWith("#") && ids.contains(href.substring(1))) {
            element.setAttribute("href", "#" + prefix + href.substring(1));
        }
        var shown = element.getAttribute("dmnElementRef");
        if (ids.contains(shown)) {
            element.setAttribute("dmnElementRef", prefix + shown);
        }
        for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element inner) {
                refer(inner, ids);
            }
        }
    }
}
