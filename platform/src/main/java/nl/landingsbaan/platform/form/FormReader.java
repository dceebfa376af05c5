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

/** Camunda Forms JSON, as far as the platform shows it. */
final class FormReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> DECORATION = Set.of("separator", "spacer", "button");
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SOURCE = Pattern.compile("(medewerkers|organisaties)\\.[A-Za-z0-9_-]+");

    private final List<FormField> fields = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    static Form read(String json) throws FormUnreadable {
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
        var reader = new FormReader();
        reader.components(root);
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
        String label = text(component, "label");
        String key = text(component, "key");
        String name = label == null ? key : label;
        if (key == null || !KEY.matcher(key).matches()) {
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
                    throw new FormUnreadable("Het veld '" + name + "' vraagt een tijd. Kies als soort: datum.");
                }
                yield FieldType.DATE;
            }
            default ->
                throw new FormUnreadable("Het veld '" + name + "' is van een soort die het platform niet kent (" + kind
                        + "). Kies een andere soort veld.");
        };
        JsonNode validate = component.path("validate");
        JsonNode properties = component.path("properties");
        List<Choice> choices = new ArrayList<>();
        for (JsonNode value : component.path("values")) {
            choices.add(new Choice(
                    value.path("value").asString(""), value.path("label").asString("")));
        }
        String source = text(component, "valuesKey");
        if (type.chooses()
                && choices.isEmpty()
                && (source == null || !SOURCE.matcher(source).matches())) {
            throw new FormUnreadable("Het veld '" + name + "' heeft geen keuzes. Geef ze een voor een op, of neem"
                    + " ze over met valuesKey medewerkers.<rol> of organisaties.<soort>.");
        }
        String pattern = text(validate, "pattern");
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw new FormUnreadable("Het patroon van het veld '" + name + "' is niet te lezen: " + pattern);
            }
        }
        fields.add(new FormField(
                key,
                type,
                label == null ? key : label,
                text(component, "description"),
                validate.path("required").asBoolean(false),
                integer(validate, "minLength"),
                integer(validate, "maxLength"),
                decimal(validate, "min"),
                decimal(validate, "max"),
                pattern,
                choices,
                choices.isEmpty() ? source : null,
                condition(component),
                "ja".equals(text(properties, "procesvariabele")),
                text(properties, "deelnemer"),
                codes(text(properties, "zichtbaar")),
                null));
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
                text);
    }

    private static String condition(JsonNode component) throws FormUnreadable {
        String hide = text(component.path("conditional"), "hide");
        if (hide == null) {
            return null;
        }
        String feel = hide.startsWith("=") ? hide.substring(1).strip() : hide;
        String fault = Feel.fault(feel);
        if (fault != null) {
            String name = text(component, "label");
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
