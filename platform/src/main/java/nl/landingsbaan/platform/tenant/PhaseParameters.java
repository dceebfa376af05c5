package nl.landingsbaan.platform.tenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a region can set of the shared phases that its route reaches: each phase's {@code parameters.yaml} gives name,
 * explanation, type and what holds when the region says nothing.
 */
final class PhaseParameters {

    static final String NAME = "parameters.yaml";

    private enum Type {
        NUMBER("getal", "een getal"),
        YES_NO("ja-nee", "true of false"),
        CODE("code", "een code in kleine letters");

        private final String word;
        private final String inDutch;

        Type(String word, String inDutch) {
            this.word = word;
            this.inDutch = inDutch;
        }

        boolean fits(Object value) {
            return switch (this) {
                case NUMBER -> value instanceof Number;
                case YES_NO -> value instanceof Boolean;
                case CODE -> value instanceof String;
            };
        }
    }

    /** @param standard null: every region must choose for itself */
    private record Parameter(Path file, String explanation, Type type, Object standard) {}

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    private PhaseParameters() {}

    /**
     * The parameters that the engine gets: the phases' own values, and over them those of the region.
     *
     * @param phases the folders of the phases that the route reaches
     * @param own the region's parameters as they stand in its file
     * @throws TenantRefused when a phase's file has mistakes, or the region leaves out a value or gives one of another type
     */
    static Map<String, Object> merged(List<Path> phases, Path regionFile, Map<String, Object> own) throws IOException {
        var known = new PhaseParameters();
        for (var phase : phases) {
            known.read(phase.resolve(NAME));
        }
        var problems = new Problems(regionFile);
        var merged = new LinkedHashMap<String, Object>();
        known.parameters.forEach((name, parameter) -> {
            var value = own.getOrDefault(name, parameter.standard());
            if (value == null) {
                problems.at(
                        RouteFolder.lineOf(regionFile, "parameters:"),
                        "De parameter '" + name + "' heeft geen waarde: " + parameter.explanation(),
                        "Schrijf onder 'parameters' een regel '" + name + ": ...' met " + parameter.type().inDutch
                                + ".");
            } else if (!parameter.type().fits(value)) {
                problems.at(
                        RouteFolder.lineOf(regionFile, "  " + name + ":"),
                        "De parameter '" + name + "' moet " + parameter.type().inDutch + " zijn: "
                                + parameter.explanation(),
                        "Verbeter de waarde onder 'parameters'.");
            }
            merged.put(name, value);
        });
        refuse(problems);
        merged.putAll(own);
        return merged;
    }

    private void read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var problems = new Problems(file);
        var root = YamlFile.compose(file, problems, null);
        if (root != null) {
            var all = new Section(problems, root, "de parameters van de fase");
            all.codes().forEach(name -> read(file, all, name));
        }
        refuse(problems);
    }

    private void read(Path file, Section all, String name) {
        var section = all.section(name);
        var explanation = section.text("uitleg", 300);
        var word = section.text("soort", 20);
        var type = word == null ? null : type(word);
        var standard = section.has("standaard") ? section.engineValue("standaard") : section.absent("standaard");
        section.nothingElse();
        if (word != null && type == null) {
            section.problem("soort", "De soort '" + word + "' bestaat niet.", "Kies een van: getal, ja-nee, code.");
        } else if (type != null && standard != null && !type.fits(standard)) {
            section.problem("standaard", "De standaard is niet " + type.inDutch + ".", "Verbeter de waarde.");
        }
        var parameter = new Parameter(file, explanation, type, standard);
        var other = parameters.putIfAbsent(name, parameter);
        if (other != null && (other.type() != type || !same(other.standard(), standard))) {
            all.problemAtKey(
                    name,
                    "De parameter '" + name + "' betekent in " + other.file() + " iets anders.",
                    "Geef de parameter van een van de twee fasen een andere naam.");
        }
    }

    private static boolean same(Object one, Object other) {
        return one == null ? other == null : one.equals(other);
    }

    private static Type type(String word) {
        for (var type : Type.values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        return null;
    }

    private static void refuse(Problems problems) {
        if (!problems.inOrder().isEmpty()) {
            throw new TenantRefused(problems.inOrder());
        }
    }
}
