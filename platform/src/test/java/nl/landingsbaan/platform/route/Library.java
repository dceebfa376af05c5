package nl.landingsbaan.platform.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Routes of the library as it stands in the repository. */
final class Library {

    static final Set<String> ARNHEM_ROLES =
            Set.of("mentor", "zorgcoordinator", "coach", "coordinator", "mbo-mentor", "programmaleider");

    private Library() {}

    static RouteBundle startEnGo() {
        return read("start-en-go");
    }

    private static RouteBundle read(String route) {
        Path folder = Path.of("..", "processes", route);
        Map<String, String> drawings = new TreeMap<>();
        Map<String, String> forms = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".bpmn")) {
                    drawings.put(name, Files.readString(file));
                } else if (name.endsWith(".form")) {
                    forms.put(name.substring(0, name.length() - ".form".length()), Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The route library was not found at " + folder.toAbsolutePath(), e);
        }
        return new RouteBundle(route, drawings, forms);
    }
}
