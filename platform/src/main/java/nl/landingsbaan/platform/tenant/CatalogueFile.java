package nl.landingsbaan.platform.tenant;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.form.CatalogueField;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.FieldType;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.form.Sensitivity;
import nl.landingsbaan.platform.region.OrganisationKind;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A {@code velden.yaml}: the catalogue that all regions share, or what a region adds to it. A region may add fields; of a
 * shared field it may change label and explanation, add choices, and be stricter, never looser.
 */
public final class CatalogueFile {

    static final String NAME = "velden.yaml";

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern CHOICE = Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*");
    private static final Pattern SOURCE =
            Pattern.compile("(medewerkers|organisaties)\\.[a-z0-9_-]+|leden(\\.[A-Za-z0-9_]+)?");
    private static final String ORGANISATIONS = "organisaties.";
    private static final int LABEL = 200;
    private static final int EXPLANATION = 400;

    private static final Map<String, FieldType> TYPES = types();

    private final Catalogue base;
    private final Problems problems;
    private final Map<String, CatalogueField> fields;

    private CatalogueFile(Path file, Catalogue base) {
        this.base = base;
        this.problems = new Problems(file);
        this.fields = new LinkedHashMap<>(base.fields());
    }

    /**
     * The shared catalogue with what a region adds.
     *
     * @param own the region's file, which need not be there
     * @throws TenantRefused with everything that is wrong in the first file that has mistakes
     */
    public static Catalogue read(Path shared, Path own) throws IOException {
        var base = read(shared, new Catalogue(Map.of()));
        return Files.exists(own) ? read(own, base) : base;
    }

    /** A catalogue that stands alone, from its text. */
    public static Catalogue parse(String yaml) {
        return new CatalogueFile(Path.of(NAME), new Catalogue(Map.of())).merge(yaml);
    }

    private static Catalogue read(Path file, Catalogue base) throws IOException {
        var reader = new CatalogueFile(file, base);
        if (!Files.exists(file)) {
            reader.problems.at(0, "De veldenlijst ontbreekt.", "Zet het bestand terug.");
            throw new TenantRefused(reader.problems.inOrder());
        }
        try {
            return reader.merge(Files.readString(file));
        } catch (MalformedInputException e) {
            reader.problems.at(0, "Het bestand is geen leesbare tekst.", "Sla het op als UTF-8.");
            throw new TenantRefused(reader.problems.inOrder());
        }
    }

    private Catalogue merge(String yaml) {
        var root = compose(yaml);
        if (root != null) {
            var all = new Section(problems, root, "de veldenlijst");
            all.keys().forEach(key -> field(all, key));
        }
        if (!problems.inOrder().isEmpty()) {
            throw new TenantRefused(problems.inOrder());
        }
        return new Catalogue(fields);
    }

    private Node compose(String yaml) {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            problems.at(
                    e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1,
                    "Vanaf hier is het bestand geen leesbare YAML.",
                    "Kijk naar inspringing, dubbele punten en aanhalingstekens op of net boven deze regel.");
        } catch (YAMLException e) {
            problems.at(0, "Het bestand is geen leesbare tekst.", "Sla het op als UTF-8.");
        }
        return null;
    }

    private void field(Section all, String key) {
        if (!KEY.matcher(key).matches() || key.length() > 80) {
            all.problemAtKey(
                    key,
                    "'" + key + "' is geen goede sleutel voor een veld.",
                    "Gebruik kleine letters en cijfers, met _ ertussen, zoals 'gesprek_op'. Hoogstens 80 tekens.");
            return;
        }
        var section = all.section(key);
        var shared = base.field(key).orElse(null);
        var field = shared == null ? added(key, section) : adapted(shared, section);
        section.nothingElse();
        if (field != null) {
            fields.put(key, field);
        }
    }

    private CatalogueField added(String key, Section section) {
        var label = section.text("label", LABEL);
        var explanation = optional(section, "uitleg", EXPLANATION);
        var type = word(section, "soort", TYPES);
        var category = word(section, "categorie", categories());
        var sensitivity = section.has("gevoeligheid")
                ? word(section, "gevoeligheid", sensitivities())
                : absent(section, "gevoeligheid", category);
        var processVariable = yes(section, "procesvariabele");
        var choices = choices(section, List.of());
        var source = source(section);
        if (label == null || type == null || category == null || sensitivity == null) {
            return null;
        }
        if (category.special() && sensitivity != Sensitivity.BIJZONDER) {
            section.problem(
                    "gevoeligheid",
                    "De categorie '" + category.code() + "' is altijd een bijzonder persoonsgegeven.",
                    "Schrijf 'gevoeligheid: bijzonder', of laat de regel weg.");
        }
        if (type.chooses() && choices.isEmpty() == (source == null)) {
            section.problemHere(
                    "Het veld '" + key + "' is een keuze, en heeft "
                            + (source == null ? "geen keuzes." : "keuzes en ook een bron."),
                    "Geef 'keuzes', of een 'bron': medewerkers.<rol> of organisaties.<soort>.");
        }
        if (!type.chooses() && (!choices.isEmpty() || source != null)) {
            section.problemHere(
                    "Het veld '" + key + "' heeft keuzes, maar is geen keuze.",
                    "Schrijf 'soort: keuze' of 'soort: meerkeuze', of haal de keuzes weg.");
        }
        if (source != null
                && source.startsWith(FormField.MEMBERS)
                && (type != FieldType.MULTIPLE_CHOICE || processVariable)) {
            section.problem(
                    "bron",
                    "De leden van een groep kiest men met een meerkeuze, en de procesmotor krijgt alleen hoeveel het er zijn.",
                    "Schrijf 'soort: meerkeuze' en laat 'procesvariabele' weg; de tekening leest " + key + "_aantal.");
        }
        if (processVariable) {
            mayBeProcessVariable(section, type, sensitivity);
        }
        return new CatalogueField(
                key, label, explanation, type, category, sensitivity, processVariable, choices, source);
    }

    private void mayBeProcessVariable(Section section, FieldType type, Sensitivity sensitivity) {
        if (type.freeText()) {
            section.problem(
                    "procesvariabele",
                    "Vrije tekst mag geen procesvariabele zijn: daar kan iets persoonlijks in staan.",
                    "Haal de regel weg, of maak er een keuze, datum, getal of vinkje van.");
        } else if (sensitivity == Sensitivity.BIJZONDER) {
            section.problem(
                    "procesvariabele",
                    "Een bijzonder persoonsgegeven mag geen procesvariabele zijn.",
                    "Haal de regel weg. Laat de route naar iets anders kijken.");
        }
    }

    private CatalogueField adapted(CatalogueField shared, Section section) {
        var label = section.has("label") ? section.text("label", LABEL) : keep(section, "label", shared.label());
        var explanation = section.has("uitleg")
                ? section.text("uitleg", EXPLANATION)
                : keep(section, "uitleg", shared.explanation());
        var choices = choices(section, shared.choices());
        if (section.has("keuzes") && shared.choices().isEmpty()) {
            section.problem("keuzes", "Dit gedeelde veld heeft geen vaste keuzes.", "Haal de regel weg.");
        }
        var sensitivity = section.has("gevoeligheid")
                ? word(section, "gevoeligheid", sensitivities())
                : keep(section, "gevoeligheid", shared.sensitivity());
        if (sensitivity != null && sensitivity.compareTo(shared.sensitivity()) < 0) {
            section.problem(
                    "gevoeligheid",
                    "Dit gedeelde veld is " + shared.sensitivity().code() + ". Een regio kan het niet minder gevoelig"
                            + " maken.",
                    "Haal de regel weg.");
        }
        for (var fixed : List.of("categorie", "soort", "bron", "procesvariabele")) {
            if (section.has(fixed)) {
                section.problem(
                        fixed,
                        "'" + fixed + "' van het gedeelde veld '" + shared.key() + "' staat vast.",
                        "Haal de regel weg, of maak een eigen veld met een andere sleutel.");
            }
            section.absent(fixed);
        }
        if (shared.processVariable() && sensitivity == Sensitivity.BIJZONDER) {
            section.problem(
                    "gevoeligheid",
                    "De route leest dit gedeelde veld, en een bijzonder persoonsgegeven mag niet naar de procesmotor.",
                    "Haal de regel weg, of maak een eigen veld met een andere sleutel.");
        }
        return label == null || sensitivity == null
                ? null
                : new CatalogueField(
                        shared.key(),
                        label,
                        explanation,
                        shared.type(),
                        shared.category(),
                        sensitivity,
                        shared.processVariable(),
                        choices,
                        shared.choiceSource());
    }

    /** The choices that were there, some perhaps under another name, and the new ones. */
    private static List<Choice> choices(Section section, List<Choice> known) {
        var labels = new LinkedHashMap<String, String>();
        known.forEach(choice -> labels.put(choice.value(), choice.label()));
        var written = section.section("keuzes");
        for (var value : written.keys()) {
            if (!CHOICE.matcher(value).matches()) {
                written.problemAtKey(
                        value,
                        "'" + value + "' is geen goede code voor een keuze.",
                        "Gebruik kleine letters en cijfers, met _ of - ertussen, en zet achter de dubbele punt wat"
                                + " mensen lezen.");
            }
            labels.put(value, Objects.requireNonNullElse(written.text(value, LABEL), value));
        }
        var choices = new ArrayList<Choice>();
        labels.forEach((value, label) -> choices.add(new Choice(value, label)));
        return choices;
    }

    private static String source(Section section) {
        if (!section.has("bron")) {
            return section.absent("bron");
        }
        var source = section.text("bron", 80);
        if (source == null) {
            return null;
        }
        var fits = SOURCE.matcher(source).matches()
                && (!source.startsWith(ORGANISATIONS)
                        || OrganisationKind.of(source.substring(ORGANISATIONS.length()))
                                .isPresent());
        if (!fits) {
            section.problem(
                    "bron",
                    "Uit '" + source + "' kan het platform geen keuzes halen.",
                    "Schrijf medewerkers.<rol>, organisaties.<soort>, leden of leden.<veld>, zoals medewerkers.coach of"
                            + " organisaties.mbo.");
        }
        return source;
    }

    private static boolean yes(Section section, String key) {
        if (!section.has(key)) {
            section.absent(key);
            return false;
        }
        return Boolean.TRUE.equals(word(section, key, Map.of("ja", true, "nee", false)));
    }

    private static <T> T word(Section section, String key, Map<String, T> words) {
        var text = section.text(key, 60);
        var meant = text == null ? null : words.get(text);
        if (text != null && meant == null) {
            section.problem(
                    key,
                    "'" + text + "' kan hier niet staan.",
                    "Kies een van: " + String.join(", ", words.keySet()) + ".");
        }
        return meant;
    }

    private static String optional(Section section, String key, int longest) {
        return section.has(key) ? section.text(key, longest) : section.absent(key);
    }

    private static <T> T keep(Section section, String key, T shared) {
        section.absent(key);
        return shared;
    }

    /** What is not said is ordinary, unless its category is special. */
    private static Sensitivity absent(Section section, String key, Category category) {
        section.absent(key);
        return category != null && category.special() ? Sensitivity.BIJZONDER : Sensitivity.GEWOON;
    }

    private static Map<String, FieldType> types() {
        var types = new LinkedHashMap<String, FieldType>();
        types.put("tekst", FieldType.TEXT);
        types.put("lange-tekst", FieldType.LONG_TEXT);
        types.put("getal", FieldType.NUMBER);
        types.put("datum", FieldType.DATE);
        types.put("keuze", FieldType.CHOICE);
        types.put("meerkeuze", FieldType.MULTIPLE_CHOICE);
        types.put("vinkje", FieldType.YES_NO);
        return types;
    }

    private static Map<String, Category> categories() {
        return Arrays.stream(Category.values())
                .collect(Collectors.toMap(Category::code, each -> each, (a, b) -> a, LinkedHashMap::new));
    }

    private static Map<String, Sensitivity> sensitivities() {
        return Arrays.stream(Sensitivity.values())
                .collect(Collectors.toMap(Sensitivity::code, each -> each, (a, b) -> a, LinkedHashMap::new));
    }
}
