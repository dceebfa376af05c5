package nl.landingsbaan.platform.tenant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping in a region's file, read key by key. What is missing or of the wrong type is put on the list and answered with
 * null (or an empty collection), so that reading goes on; keys that nobody asked for are unknown.
 */
final class Section {

    /** How codes are written: they end up in the engine, so they can hold no name or sentence. */
    static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*([_-][a-z0-9]+)*");

    private final Problems problems;
    private final Node node;
    private final String called;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    Section(Problems problems, Node node, String called) {
        this.problems = problems;
        this.node = node;
        this.called = called;
        if (!(node instanceof MappingNode mapping)) {
            problems.at(
                    node,
                    called + " moet uit sleutels met waarden bestaan.",
                    "Schrijf 'sleutel: waarde' op eigen regels.");
            return;
        }
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.at(tuple.getKeyNode(), "Een sleutel moet een woord zijn.", "Schrijf 'sleutel: waarde'.");
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                problems.at(
                        key,
                        "'" + key.getValue() + "' staat twee keer in " + called + ".",
                        "Haal een van de twee weg; de eerste staat op regel " + line(keys.get(key.getValue())) + ".");
            } else {
                keys.put(key.getValue(), key);
            }
        }
    }

    /** A text on one line. */
    String text(String key, int longest) {
        var scalar = scalar(key);
        if (scalar == null) {
            return null;
        }
        var text = scalar.getValue().strip();
        if (text.isEmpty()) {
            problems.at(scalar, "'" + key + "' is leeg.", "Vul '" + key + "' in.");
            return null;
        }
        if (text.length() > longest || text.lines().count() > 1) {
            problems.at(
                    scalar, "'" + key + "' is te lang.", "Gebruik een regel van ten hoogste " + longest + " tekens.");
            return null;
        }
        return text;
    }

    /** A code: small letters, digits, and {@code _} or {@code -} between them. */
    String code(String key, int longest) {
        var text = text(key, longest);
        return text == null || isCode(values.get(key), text) ? text : null;
    }

    Integer number(String key, int least, int most) {
        var scalar = scalar(key);
        if (scalar == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(scalar.getValue().strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        problems.at(
                scalar,
                "'" + key + "' is geen geheel getal van " + least + " tot en met " + most + ": " + scalar.getValue()
                        + ".",
                "Schrijf bijvoorbeeld '" + key + ": " + Math.max(least, 5) + "'.");
        return null;
    }

    LocalDate date(String key) {
        var scalar = scalar(key);
        return scalar == null ? null : date(key, scalar);
    }

    private LocalDate date(String key, ScalarNode scalar) {
        try {
            return LocalDate.parse(scalar.getValue().strip());
        } catch (DateTimeParseException e) {
            problems.at(
                    scalar,
                    "'" + key + "' is geen datum: " + scalar.getValue() + ".",
                    "Schrijf jaar, maand en dag: '" + key + ": 2026-09-01'.");
            return null;
        }
    }

    /** The mappings of a list. */
    List<Section> sections(String key, String calledEach) {
        return items(key).stream()
                .map(item -> new Section(problems, item, calledEach))
                .filter(section -> section.node instanceof MappingNode)
                .toList();
    }

    /** The words of a list, with where they stand. */
    Map<String, Node> words(String key) {
        var words = new LinkedHashMap<String, Node>();
        for (var item : items(key)) {
            if (!(item instanceof ScalarNode word)) {
                problems.at(item, "In '" + key + "' horen woorden.", "Schrijf '" + key + ": [woord, woord]'.");
            } else if (words.putIfAbsent(word.getValue(), word) != null) {
                problems.at(
                        item,
                        "'" + word.getValue() + "' staat twee keer in '" + key + "'.",
                        "Haal een van de twee weg.");
            }
        }
        return words;
    }

    /** Whether there is a single value, not a list or a mapping. */
    boolean isSingle(String key) {
        return values.get(key) instanceof ScalarNode;
    }

    /** One text, or a list of texts. */
    List<String> oneOrMore(String key) {
        asked.add(key);
        if (values.get(key) instanceof ScalarNode single) {
            return List.of(single.getValue().strip());
        }
        return words(key).keySet().stream().map(String::strip).toList();
    }

    /** A mapping of codes to anything; empty when it is not there. */
    Section section(String key) {
        asked.add(key);
        var value = values.get(key);
        return value == null ? empty(key) : new Section(problems, value, "'" + key + "'");
    }

    private Section empty(String key) {
        var nothing = new MappingNode(
                Tag.MAP, true, List.of(), node.getStartMark(), node.getEndMark(), DumperOptions.FlowStyle.BLOCK);
        return new Section(problems, nothing, "'" + key + "'");
    }

    /** The keys of this mapping that are codes; others are put on the list. */
    List<String> codes() {
        return keys.entrySet().stream()
                .filter(entry -> isCode(entry.getValue(), entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The keys of this mapping, whatever they look like. */
    List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    /** Puts something on the list at a key itself. */
    void problemAtKey(String key, String problem, String remedy) {
        problems.at(keys.getOrDefault(key, node), problem, remedy);
    }

    /** A number, a boolean or a code: what the engine may know. */
    Object engineValue(String key) {
        var scalar = scalar(key);
        if (scalar == null) {
            return null;
        }
        var text = scalar.getValue().strip();
        if (scalar.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        try {
            if (scalar.getTag().equals(Tag.INT)) {
                return Integer.valueOf(text);
            }
            if (scalar.getTag().equals(Tag.FLOAT)) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            problems.at(
                    scalar,
                    "'" + key + "' is geen gewoon getal: " + text + ".",
                    "Schrijf bijvoorbeeld '" + key + ": 10'.");
            return null;
        }
        if (!CODE.matcher(text).matches()) {
            problems.at(
                    scalar,
                    "'" + key
                            + "' is vrije tekst: een parameter gaat naar de procesmotor, en die mag geen tekst krijgen.",
                    "Gebruik een getal, true of false, of een code in kleine letters zoals 'dinsdag'.");
            return null;
        }
        return text;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A key that may be left out, and is. */
    String absent(String key) {
        asked.add(key);
        return null;
    }

    /** Puts every key on the list that was never asked for. */
    void nothingElse() {
        keys.forEach((key, at) -> {
            if (!asked.contains(key)) {
                problems.at(
                        at,
                        "De sleutel '" + key + "' is onbekend in " + called + ".",
                        "Gebruik een van: " + String.join(", ", asked) + ".");
            }
        });
    }

    /** Puts something on the list at the value of a key, or at this mapping when the key is not there. */
    void problem(String key, String problem, String remedy) {
        problems.at(values.getOrDefault(key, node), problem, remedy);
    }

    /** Puts something on the list at this mapping as a whole. */
    void problemHere(String problem, String remedy) {
        problems.at(node, problem, remedy);
    }

    int line() {
        return line(node);
    }

    int line(String key) {
        return line(keys.getOrDefault(key, node));
    }

    private List<Node> items(String key) {
        asked.add(key);
        var value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            problems.at(
                    value,
                    "'" + key + "' moet een lijst zijn.",
                    "Zet elk onderdeel op een eigen regel die met '- ' begint.");
            return List.of();
        }
        return sequence.getValue();
    }

    private ScalarNode scalar(String key) {
        asked.add(key);
        var value = values.get(key);
        if (value == null) {
            problems.at(node, "'" + key + "' ontbreekt in " + called + ".", "Voeg een regel '" + key + ": ...' toe.");
            return null;
        }
        if (!(value instanceof ScalarNode scalar)) {
            problems.at(
                    value, "'" + key + "' moet een enkele waarde zijn.", "Schrijf '" + key + ": waarde' op een regel.");
            return null;
        }
        return scalar;
    }

    private boolean isCode(Node at, String text) {
        if (CODE.matcher(text).matches()) {
            return true;
        }
        problems.at(
                at,
                "'" + text + "' is geen code.",
                "Gebruik kleine letters en cijfers, met _ of - ertussen, zoals 'mbo-mentor'.");
        return false;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
