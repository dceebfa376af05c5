package nl.landingsbaan.proof;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a scenario's file, that knows on which line each word stands. All values are texts, lists and maps of these. */
final class Words {

    private final Path file;
    private final int line;
    private final List<Mistake> mistakes;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private Words(Path file, List<Mistake> mistakes) {
        this.file = file;
        this.line = 0;
        this.mistakes = mistakes;
    }

    private Words(Path file, Node node, List<Mistake> mistakes) {
        this.file = file;
        this.line = line(node);
        this.mistakes = mistakes;
        if (!(node instanceof MappingNode mapping)) {
            refuse(line, "Hier horen woorden met een waarde.", "Schrijf 'woord: waarde' op eigen regels.");
            return;
        }
        mapping.getValue().forEach(tuple -> {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                refuse(
                        line(tuple.getKeyNode()),
                        "'" + key + "' staat hier twee keer.",
                        "Haal een van de twee weg; de eerste staat op regel " + lines.get(key) + ".");
            } else {
                lines.put(key, line(tuple.getKeyNode()));
            }
        });
    }

    /** The words of a file. Mistakes are added to the list; a file that cannot be read has no words. */
    static Words of(Path file, List<Mistake> mistakes) throws IOException {
        Node root = null;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
            if (root == null) {
                mistakes.add(new Mistake(file, 0, "Het bestand is leeg.", "Vul het, of haal het weg."));
            }
        } catch (CharacterCodingException e) {
            mistakes.add(new Mistake(file, 0, "Het bestand is geen leesbare tekst.", "Sla het op als UTF-8."));
        } catch (MarkedYAMLException e) {
            mistakes.add(new Mistake(
                    file,
                    e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1,
                    "Vanaf hier is het bestand geen leesbare YAML.",
                    "Kijk naar inspringing, dubbele punten en aanhalingstekens op of net boven deze regel."));
        } catch (YAMLException e) {
            mistakes.add(new Mistake(file, 0, "Het bestand is geen leesbare tekst.", "Sla het op als UTF-8."));
        }
        return root == null ? new Words(file, mistakes) : new Words(file, root, mistakes);
    }

    Path file() {
        return file;
    }

    int line() {
        return line;
    }

    int line(String word) {
        return lines.getOrDefault(word, line);
    }

    boolean has(String word) {
        return values.containsKey(word);
    }

    Set<String> all() {
        return values.keySet();
    }

    /** Puts every word on the list that is none of these. */
    void only(Set<String> known) {
        values.keySet().stream()
                .filter(word -> !known.contains(word))
                .forEach(word -> refuse(
                        line(word),
                        "'" + word + "' is hier onbekend.",
                        "Gebruik een van: " + known.stream().sorted().collect(Collectors.joining(", ")) + "."));
    }

    /** A text; null when it is not there. */
    String text(String word) {
        return switch (values.get(word)) {
            case null -> null;
            case ScalarNode scalar -> scalar.getValue();
            case Node other -> {
                refuse(line(other), "'" + word + "' is een enkele waarde.", "Schrijf '" + word + ": waarde'.");
                yield null;
            }
        };
    }

    /** A text that must be there; an empty text when it is not. */
    String required(String word) {
        var text = text(word);
        if (!has(word) || text != null && text.isBlank()) {
            refuse(line, "'" + word + "' ontbreekt.", "Voeg een regel '" + word + ": ...' toe.");
        }
        return text == null ? "" : text;
    }

    /** One text, or a list of them. */
    List<String> list(String word) {
        return switch (values.get(word)) {
            case null -> List.of();
            case SequenceNode list ->
                list.getValue().stream().map(each -> value(each).toString()).toList();
            case Node single -> List.of(value(single).toString());
        };
    }

    /** A mapping of anything. */
    Words words(String word) {
        var node = values.get(word);
        return node == null
                        || node instanceof ScalarNode scalar
                                && scalar.getValue().isBlank()
                ? new Words(file, mistakes)
                : new Words(file, node, mistakes);
    }

    /** A mapping as texts and lists of texts. */
    Map<String, Object> map(String word) {
        return words(word).asMap();
    }

    Map<String, Object> asMap() {
        var map = new LinkedHashMap<String, Object>();
        values.forEach((key, node) -> map.put(key, value(node)));
        return map;
    }

    List<Words> listOfWords(String word) {
        return switch (values.get(word)) {
            case null -> List.of();
            case SequenceNode list ->
                list.getValue().stream()
                        .map(each -> new Words(file, each, mistakes))
                        .toList();
            case Node other -> {
                refuse(
                        line(other),
                        "'" + word + "' is een lijst.",
                        "Zet elk onderdeel op een eigen regel die met '- ' begint.");
                yield List.of();
            }
        };
    }

    void refuse(int onLine, String problem, String remedy) {
        mistakes.add(new Mistake(file, onLine, problem, remedy));
    }

    private static Object value(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode list -> {
                var values = new ArrayList<Object>();
                list.getValue().forEach(each -> values.add(value(each)));
                yield values;
            }
            case MappingNode mapping -> {
                var values = new LinkedHashMap<String, Object>();
                mapping.getValue()
                        .forEach(
                                tuple -> values.put(value(tuple.getKeyNode()).toString(), value(tuple.getValueNode())));
                yield values;
            }
            default -> "";
        };
    }

    private static int line(Node node) {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }
}
