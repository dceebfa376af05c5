package nl.landingsbaan.platform.tenant;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** A file in YAML, read with the places of everything in it. */
final class YamlFile {

    private YamlFile() {}

    /**
     * What the file holds, or null when it holds nothing or cannot be read, which is then on the list.
     *
     * @param whenEmpty what to do about a file without content; null when that is fine
     */
    static Node compose(Path file, Problems problems, String whenEmpty) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            var root = new Yaml(new LoaderOptions()).compose(reader);
            if (root == null && whenEmpty != null) {
                problems.at(0, "Het bestand is leeg.", whenEmpty);
            }
            return root;
        } catch (MarkedYAMLException e) {
            problems.at(
                    e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1,
                    "Vanaf hier is het bestand geen leesbare YAML.",
                    "Kijk naar inspringing, dubbele punten en aanhalingstekens op of net boven deze regel.");
        } catch (YAMLException | MalformedInputException e) {
            problems.at(0, "Het bestand is geen leesbare tekst.", "Sla het op als UTF-8.");
        } catch (NoSuchFileException e) {
            problems.at(0, "Het bestand ontbreekt.", "Maak het, of haal de map van deze regio weg.");
        }
        return null;
    }
}
