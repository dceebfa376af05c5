package nl.landingsbaan.platform.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a region's route must do for one young person, in the region's words: a file of {@code tenants/<region>/scenarios}.
 *
 * @param name what is shown, {@code naam}
 * @param youngPerson first name, {@code jongere}
 * @param referral {@code aanmelding}: {@code dag}, {@code door}, {@code antwoorden} where other than usual
 * @param course {@code verloop}
 */
record Scenario(String region, String name, String youngPerson, Map<String, Object> referral, List<Line> course) {

    static final Path TENANTS = Path.of("..", "tenants");

    private static final String BEFOREHAND = "vooraf.yaml";

    /**
     * A line of the course: on a day ({@code dag}; absent: the same day as the line before) something is so, and then something
     * is done.
     *
     * @param words {@code taken}: exactly these tasks are open, each with the role it lies with; {@code uiterlijk}: task to last
     *     day; {@code fase}; {@code uitkomst}; {@code doet}: a task that is completed, {@code meldt}: an event that is reported,
     *     both {@code door} somebody, with {@code antwoorden} where other than usual and {@code zonder} some; {@code geweigerd}: the
     *     fields that are refused, or {@code niet gevonden}
     */
    record Line(Map<String, Object> words) {

        private static final Set<String> KNOWN = Set.of(
                "dag",
                "taken",
                "uiterlijk",
                "fase",
                "uitkomst",
                "doet",
                "meldt",
                "door",
                "antwoorden",
                "zonder",
                "geweigerd");

        Line {
            words.keySet().stream()
                    .filter(word -> !KNOWN.contains(word))
                    .findFirst()
                    .ifPresent(word -> {
                        throw new IllegalArgumentException("Een regel van het verloop kent geen '" + word + "'");
                    });
        }

        boolean has(String word) {
            return words.containsKey(word);
        }

        String text(String word) {
            return has(word) ? words.get(word).toString() : null;
        }

        List<String> list(String word) {
            return switch (words.get(word)) {
                case null -> List.of();
                case List<?> list -> list.stream().map(Object::toString).toList();
                case Object single -> List.of(single.toString());
            };
        }

        Map<String, Object> map(String word) {
            return Scenario.map(words.get(word));
        }
    }

    /** The people of a region and what is usually answered, so that a scenario names only what is different. */
    record Beforehand(List<Map<String, Object>> people, Map<String, Object> answers) {

        Map<String, Object> answersTo(String step) {
            return map(answers.get(step));
        }
    }

    /** The regions that have scenarios. */
    static List<String> regions() {
        try (var folders = Files.list(TENANTS)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("scenarios")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Scenario> of(String region) {
        try (var files = Files.list(TENANTS.resolve(region).resolve("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith(BEFOREHAND))
                    .sorted()
                    .map(file -> read(region, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Beforehand beforehand(String region) {
        var content = load(TENANTS.resolve(region).resolve("scenarios").resolve(BEFOREHAND));
        var people = new ArrayList<Map<String, Object>>();
        ((List<?>) content.get("mensen")).forEach(each -> people.add(map(each)));
        return new Beforehand(people, map(content.get("antwoorden")));
    }

    private static Scenario read(String region, Path file) {
        var content = load(file);
        try {
            var course = ((List<?>) content.get("verloop"))
                    .stream().map(line -> new Line(map(line))).toList();
            return new Scenario(
                    region,
                    content.get("naam").toString(),
                    content.get("jongere").toString(),
                    map(content.get("aanmelding")),
                    course);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + " is geen scenario: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> load(Path file) {
        try {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> map(Object value) {
        var map = new HashMap<String, Object>();
        if (value != null) {
            ((Map<?, ?>) value).forEach((key, each) -> map.put(key.toString(), each));
        }
        return map;
    }
}
