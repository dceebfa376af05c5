package nl.landingsbaan.platform.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.form.CatalogueField;
import nl.landingsbaan.platform.form.Choice;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a region calls the roles and the things of the library. A route that was drawn for all regions becomes the region's own
 * by it, once, when it is published: roles such as {@code begeleider} become roles of the region, and {@code {jongere}} in a
 * text becomes the region's word.
 *
 * @param roles the codes of the region's own roles; such a role is never replaced
 * @param roleOf role of the library to role of the region
 * @param words word of the library to what the region says, in small letters; {@code {Jongere}} gives it a capital
 * @param in id of a drawn process to what is called otherwise in it, in the forms that only it uses, and in the fields that
 *     only those forms ask: a leerling who becomes a student, for instance (seed 002, line 973)
 */
public record Dialect(
        Set<String> roles, Map<String, String> roleOf, Map<String, String> words, Map<String, Otherwise> in) {

    /** What one process calls otherwise than the rest of the route; what it does not name is called as everywhere. */
    public record Otherwise(Map<String, String> roleOf, Map<String, String> words) {

        public Otherwise {
            roleOf = Map.copyOf(roleOf);
            words = Map.copyOf(words);
        }
    }

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    private static final String EMPLOYEES = "medewerkers.";
    private static final String CATALOGUE = "velden.yaml";
    private static final Pattern WORD = Pattern.compile("\\{([A-Za-z][a-z0-9]*(?:[_-][a-z0-9]+)*)}");

    /** Elements whose name is a code, not a text. */
    private static final Set<String> CODED = Set.of("message", "signal", "error", "escalation");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Dialect {
        roles = Set.copyOf(roles);
        roleOf = Map.copyOf(roleOf);
        words = Map.copyOf(words);
        in = Map.copyOf(in);
    }

    /** A dialect that is the same in every process. */
    public Dialect(Set<String> roles, Map<String, String> roleOf, Map<String, String> words) {
        this(roles, roleOf, words, Map.of());
    }

    /**
     * The bundle in the words and roles of the region; a file in which nothing changes stays as it was, to the letter. What
     * cannot be read stays too: the check of the route says what is wrong with it.
     *
     * @throws RouteRejected when a text has a word that the library does not know
     */
    public RouteBundle translate(RouteBundle bundle) throws RouteRejected {
        var problems = new ArrayList<RouteProblem>();
        var speakers = new Speakers(bundle);
        var drawings = new TreeMap<String, String>();
        new TreeMap<>(bundle.drawings())
                .forEach((file, xml) -> drawings.put(
                        file, new Drawn(speechOf(speakers.ofDrawing(file)), file, problems).translate(xml)));
        var forms = new TreeMap<String, String>();
        new TreeMap<>(bundle.forms())
                .forEach((id, json) ->
                        forms.put(id, speechOf(speakers.ofForm(id)).form(id, json, problems)));
        var decisions = new TreeMap<String, String>();
        new TreeMap<>(bundle.decisions())
                .forEach((file, xml) -> decisions.put(file, new Drawn(speechOf(null), file, problems).translate(xml)));
        var catalogue = Catalogue.of(bundle.catalogue().fields().values().stream()
                .map(field -> speechOf(speakers.ofField(field.key())).field(field, problems))
                .toList());
        if (!problems.isEmpty()) {
            throw new RouteRejected(problems.stream().distinct().toList());
        }
        return new RouteBundle(bundle.rootProcessId(), drawings, forms, decisions, catalogue, bundle.groups());
    }

    /** @param process null: what is said in several places */
    private Speech speechOf(String process) {
        var otherwise = process == null ? null : in.get(process);
        return otherwise == null
                ? new Speech(roles, roleOf, words)
                : new Speech(roles, over(roleOf, otherwise.roleOf()), over(words, otherwise.words()));
    }

    private static Map<String, String> over(Map<String, String> everywhere, Map<String, String> here) {
        var both = new HashMap<>(everywhere);
        both.putAll(here);
        return both;
    }

    /** How roles and things are called in one place. */
    private record Speech(Set<String> roles, Map<String, String> roleOf, Map<String, String> words) {

        /** What a role of a drawing or form is called here; unknown roles stay, for the check of the route to name. */
        String role(String role) {
            return roles.contains(role) ? role : roleOf.getOrDefault(role, role);
        }

        String roles(String list) {
            var codes = Extensions.codes(list);
            return Extensions.isFeel(list)
                            || codes.stream().allMatch(code -> role(code).equals(code))
                    ? list
                    : codes.stream().map(this::role).distinct().collect(Collectors.joining(","));
        }

        String text(String text, String file, String elementId, String elementName, List<RouteProblem> problems) {
            return WORD.matcher(text).replaceAll(found -> {
                var written = found.group(1);
                var small = Character.toLowerCase(written.charAt(0)) + written.substring(1);
                var word = words.get(small);
                if (word == null) {
                    problems.add(new RouteProblem(
                            file,
                            elementId,
                            elementName,
                            "Het woord '{" + written + "}' staat niet in de woordenlijst.",
                            "Gebruik een van: " + String.join(", ", new TreeSet<>(words.keySet())) + "."));
                    return Matcher.quoteReplacement(found.group());
                }
                return Matcher.quoteReplacement(
                        written.equals(small) ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            });
        }

        // Forms

        String form(String id, String json, List<RouteProblem> problems) {
            JsonNode root;
            try {
                root = JSON.readTree(json);
            } catch (JacksonException e) {
                return json;
            }
            var before = root.toString();
            components(RouteReader.file(id), root, problems);
            var after = root.toString();
            return after.equals(before) ? json : after;
        }

        private void components(String file, JsonNode parent, List<RouteProblem> problems) {
            for (JsonNode component : parent.path("components")) {
                if (component instanceof ObjectNode part) {
                    change(part, "text", text -> text(text, file, null, null, problems));
                    change(part, "label", text -> text(text, file, null, null, problems));
                    if (part.path("properties") instanceof ObjectNode properties) {
                        change(properties, "deelnemer", this::role);
                        change(properties, "zichtbaar", this::roles);
                    }
                    components(file, part, problems);
                }
            }
        }

        private static void change(ObjectNode node, String key, UnaryOperator<String> change) {
            if (node.path(key).isString()) {
                var text = node.path(key).asString();
                var changed = change.apply(text);
                if (!changed.equals(text)) {
                    node.put(key, changed);
                }
            }
        }

        // Fields

        CatalogueField field(CatalogueField field, List<RouteProblem> problems) {
            UnaryOperator<String> text =
                    each -> each == null ? null : text(each, CATALOGUE, field.key(), field.label(), problems);
            var source = field.choiceSource();
            return new CatalogueField(
                    field.key(),
                    text.apply(field.label()),
                    text.apply(field.explanation()),
                    field.type(),
                    field.category(),
                    field.sensitivity(),
                    field.processVariable(),
                    field.choices().stream()
                            .map(choice -> new Choice(choice.value(), text.apply(choice.label())))
                            .toList(),
                    source != null && source.startsWith(EMPLOYEES)
                            ? EMPLOYEES + role(source.substring(EMPLOYEES.length()))
                            : source);
        }
    }

    // Drawings

    private static final class Drawn {

        private final Speech speech;
        private final String file;
        private final List<RouteProblem> problems;
        private boolean changed;

        Drawn(Speech speech, String file, List<RouteProblem> problems) {
            this.speech = speech;
            this.file = file;
            this.problems = problems;
        }

        String translate(String xml) {
            Document document;
            try {
                document = Xml.parse(xml);
            } catch (SAXException e) {
                return xml;
            }
            element(document.getDocumentElement(), null);
            return changed ? Xml.write(document) : xml;
        }

        private void element(Element element, Element owner) {
            var named = element.hasAttribute("id") ? element : owner;
            var kind = element.getLocalName();
            if (BPMN.equals(element.getNamespaceURI())) {
                if (!CODED.contains(kind)) {
                    attribute(element, "name", text -> word(text, named));
                }
                if (kind.equals("documentation") || kind.equals("text")) {
                    content(element, kind.equals("documentation") ? owner : named);
                }
            } else if (ZEEBE.equals(element.getNamespaceURI())) {
                if (kind.equals("assignmentDefinition")) {
                    attribute(element, "candidateGroups", speech::roles);
                } else if (kind.equals("property")
                        && element.getAttribute("name").equals(Extensions.ROLES)) {
                    attribute(element, "value", speech::roles);
                }
            } else if (DrawnDecisions.DMN.equals(element.getNamespaceURI())) {
                if (kind.equals("decision")) {
                    attribute(element, "name", text -> word(text, named));
                }
                attribute(element, "label", text -> word(text, named));
                if (kind.equals("description")) {
                    content(element, owner);
                }
            }
            for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element inner) {
                    element(inner, named);
                }
            }
        }

        private void content(Element element, Element at) {
            var text = element.getTextContent();
            var said = word(text, at);
            if (!said.equals(text)) {
                element.setTextContent(said);
                changed = true;
            }
        }

        private String word(String text, Element at) {
            return speech.text(
                    text,
                    file,
                    at == null ? null : at.getAttribute("id"),
                    at == null || at.getAttribute("name").isBlank() ? null : at.getAttribute("name"),
                    problems);
        }

        private void attribute(Element element, String name, UnaryOperator<String> change) {
            if (element.hasAttribute(name)) {
                var text = element.getAttribute(name);
                var said = change.apply(text);
                if (!said.equals(text)) {
                    element.setAttribute(name, said);
                    changed = true;
                }
            }
        }
    }
}
