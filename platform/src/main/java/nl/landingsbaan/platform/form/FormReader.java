package nl.landingsbaan.platform.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Camunda Forms JSON, as far as the platform shows it. What a field is called, explains and offers comes from the catalogue;
 * what the Modeler writes about that in the form is not read.
 */
final class FormReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> DECORATION = Set.of("separator", "spacer", "button");
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Catalogue catalogue;
    private final List<FormField> fields = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final List<FormDisagrees.Disagreement> disagreements = new ArrayList<>();

    private FormReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Form read(String json, Catalogue catalogue) throws FormUnreadable {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new FormUnreadable("Dit is geen geldige JSON"
                    + (at == null ? "." : " (regel " + at.getLineNr() + ", teken " + at.getColumnNr() + ")."));
        }
        String id = text(root, "id");
        if (id == null) {
            throw new FormUnreadable("Het formulier heeft geen id.");
        }
        var reader = new FormReader(catalogue);
        reader.components(root);
        if (!reader.disagreements.isEmpty()) {
            throw new FormDisagrees(reader.disagreements);
        }
        return new Form(id, reader.fields);
    }

    private void components(JsonNode parent) throws FormUnreadable {
        if (!parent.path("components").isArray()) {
            throw new FormUnreadable("Het formulier heeft geen lijst met onderdelen (components).");
        }
        for (JsonNode component : parent.path("components")) {
            component(component);
        }
    }

    private void component(JsonNode component) throws FormUnreadable {
        String kind = text(component, "type");
        if (kind == null) {
            throw new FormUnreadable("Een onderdeel van het formulier heeft geen soort (type).");
        }
        if (DECORATION.contains(kind)) {
            return;
        }
        if (kind.equals("group")) {
            String label = text(component, "label");
            if (label != null) {
                fields.add(heading("groep_" + fields.size(), "### " + label, condition(component)));
            }
            components(component);
            return;
        }
        if (kind.equals("text")) {
            String id = text(component, "id");
            fields.add(heading(
                    id == null ? "tekst_" + fields.size() : id,
                    component.path("text").asString(""),
                    condition(component)));
            return;
        }
        question(component, kind);
    }

    private void question(JsonNode component, String kind) throws FormUnreadable {
        String key = text(component, "key");
        if (key == null || !KEY.matcher(key).matches()) {
            String name = key == null ? text(component, "label") : key;
            throw new FormUnreadable("Het veld '" + (name == null ? kind : name)
                    + "' heeft geen goede sleutel (key): letters, cijfers en _, zonder spaties.");
        }
        if (!keys.add(key)) {
            throw new FormUnreadable("De sleutel '" + key + "' komt twee keer voor. Geef elk veld een eigen sleutel.");
        }
        FieldType type = switch (kind) {
            case "textfield" -> FieldType.TEXT;
            case "textarea" -> FieldType.LONG_TEXT;
            case "number" -> FieldType.NUMBER;
            case "select" -> FieldType.CHOICE;
            case "radio" -> FieldType.RADIO;
            case "checklist", "taglist" -> FieldType.MULTIPLE_CHOICE;
            case "checkbox" -> FieldType.YES_NO;
            case "datetime" -> {
                if (!"date".equals(component.path("subtype").asString("date"))) {
                    throw new FormUnreadable("Het veld '" + key + "' vraagt een tijd. Kies als soort: datum.");
                }
                yield FieldType.DATE;
            }
            default ->
                throw new FormUnreadable("Het veld '" + key + "' is van een soort die het platform niet kent (" + kind
                        + "). Kies een andere soort veld.");
        };
        JsonNode validate = component.path("validate");
        JsonNode properties = component.path("properties");
        CatalogueField known = catalogue.field(key).orElse(null);
        if (known == null) {
            disagreements.add(new FormDisagrees.Disagreement(
                    key,
                    "Dit veld staat niet in de veldenlijst.",
                    "Voeg '" + key + "' toe aan velden.yaml van de regio, of kies een veld dat er al is."));
            return;
        }
        if (!known.canBeAskedAs(type)) {
            disagreements.add(new FormDisagrees.Disagreement(
                    key,
                    "In de veldenlijst is dit " + known.type().inDutch() + ", hier staat " + type.inDutch() + ".",
                    "Kies in de Modeler een veld dat daarbij past, of geef wat u vraagt een eigen sleutel."));
            return;
        }
        String pattern = text(validate, "pattern");
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw new FormUnreadable("Het patroon van het veld '" + key + "' is niet te lezen: " + pattern);
            }
        }
        fields.add(new FormField(
                key,
                type,
                known.label(),
                known.explanation(),
                validate.path("required").asBoolean(false),
                integer(validate, "minLength"),
                integer(validate, "maxLength"),
                decimal(validate, "min"),
                decimal(validate, "max"),
                pattern,
                known.choices(),
                known.choiceSource(),
                condition(component),
                known.processVariable(),
                text(properties, "deelnemer"),
                codes(text(properties, "zichtbaar")),
                known.category(),
                known.sensitivity(),
                null,
                text(properties, "minstens"),
                text(properties, "hoogstens")));
    }

    private static FormField heading(String key, String text, String condition) {
        return new FormField(
                key,
                FieldType.HEADING,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                condition,
                false,
                null,
                Set.of(),
                null,
                null,
                text,
                null,
                null);
    }

    private static String condition(JsonNode component) throws FormUnreadable {
        String hide = text(component.path("conditional"), "hide");
        if (hide == null) {
            return null;
        }
        String feel = hide.startsWith("=") ? hide.substring(1).strip() : hide;
        String fault = Feel.fault(feel);
        if (fault != null) {
            String name = text(component, "key");
            throw new FormUnreadable("De voorwaarde '" + hide + "'"
                    + (name == null ? "" : " van het veld '" + name + "'") + " is niet te lezen: " + fault);
        }
        return feel;
    }

    static Set<String> codes(String list) {
        var codes = new LinkedHashSet<String>();
        if (list != null) {
            Arrays.stream(list.split(","))
                    .map(String::strip)
                    .filter(c -> !c.isEmpty())
                    .forEach(codes::add);
        }
        return codes;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.asString("").strip();
        return text.isEmpty() ? null : text;
    }

    private static BigDecimal decimal(JsonNode node, String name) throws FormUnreadable {
        String text = text(node, name);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new FormUnreadable("'" + name + "' moet een getal zijn, maar er staat '" + text + "'.");
        }
    }

    private static Integer integer(JsonNode node, String name) throws FormUnreadable {
        BigDecimal number = decimal(node, name);
        return number == null ? null : number.intValue();
    }
}
