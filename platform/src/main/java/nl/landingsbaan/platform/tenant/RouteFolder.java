package nl.landingsbaan.platform.tenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The drawings and forms of a region's route: the library's, with the region's own files in place of those of the same name.
 *
 * @param files file name to where it lies
 */
record RouteFolder(Path library, Map<String, Path> files) {

    private static final String DRAWING = ".bpmn";
    private static final String FORM = ".form";

    /** Looks into the library's folder of the route and into the region's own folder, which may be absent. */
    static RouteFolder of(Path library, Path own) throws IOException {
        var files = new TreeMap<String, Path>();
        for (var folder : List.of(library, own)) {
            if (Files.isDirectory(folder)) {
                try (var entries = Files.list(folder)) {
                    entries.filter(file -> isPartOfRoute(file.getFileName().toString()))
                            .forEach(file -> files.put(file.getFileName().toString(), file));
                }
            }
        }
        return new RouteFolder(library, files);
    }

    /**
     * Reads the files.
     *
     * @throws TenantRefused when there are none or a form cannot be read
     */
    RouteBundle read(String rootProcessId, JsonMapper json) throws IOException {
        var drawings = new LinkedHashMap<String, String>();
        var forms = new LinkedHashMap<String, String>();
        var problems = new ArrayList<TenantFileProblem>();
        for (var entry : files.entrySet()) {
            var content = Files.readString(entry.getValue());
            if (entry.getKey().endsWith(DRAWING)) {
                drawings.put(entry.getKey(), content);
            } else {
                form(entry.getValue(), content, json, forms, problems);
            }
        }
        if (drawings.isEmpty()) {
            problems.add(new TenantFileProblem(
                    library,
                    0,
                    "In deze map ligt geen tekening van een route.",
                    "Controleer 'route' in " + RegionFile.NAME + "."));
        }
        if (!problems.isEmpty()) {
            throw new TenantRefused(problems);
        }
        return new RouteBundle(rootProcessId, drawings, forms);
    }

    private static void form(
            Path file, String content, JsonMapper json, Map<String, String> forms, List<TenantFileProblem> problems) {
        try {
            var id = json.readTree(content).path("id").asString("");
            if (id.isBlank()) {
                problems.add(new TenantFileProblem(
                        file, 1, "Het formulier heeft geen 'id'.", "Geef het formulier een 'id'."));
            } else if (forms.putIfAbsent(id, content) != null) {
                problems.add(new TenantFileProblem(
                        file,
                        lineOf(content, "\"" + id + "\""),
                        "Er is al een formulier met id '" + id + "'.",
                        "Geef elk formulier een eigen 'id'."));
            }
        } catch (JacksonException e) {
            problems.add(new TenantFileProblem(
                    file,
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    "Dit is geen leesbaar formulier.",
                    "Open en bewaar het in Camunda Modeler, of herstel de JSON op deze regel."));
        }
    }

    /** What the check of the route found, with the file and the line of the element. */
    List<TenantFileProblem> located(List<RouteProblem> found) {
        return found.stream().map(this::located).toList();
    }

    private TenantFileProblem located(RouteProblem found) {
        var file = found.file() == null ? library : fileOf(found.file());
        var element = found.elementName() == null
                ? found.elementId()
                : found.elementName().replaceAll("\\s+", " ");
        return new TenantFileProblem(
                file,
                found.elementId() == null ? 0 : lineOf(file, "id=\"" + found.elementId() + "\""),
                element == null ? found.problem() : "'" + element + "': " + found.problem(),
                found.remedy());
    }

    private Path fileOf(String name) {
        var file = files.getOrDefault(name, files.get(name + FORM));
        return file == null ? library.resolve(name) : file;
    }

    /** The first line with this text; 0 when there is none. */
    static int lineOf(Path file, String text) {
        try {
            return Files.isRegularFile(file) ? lineOf(Files.readString(file), text) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static int lineOf(String content, String text) {
        var at = content.indexOf(text);
        return at < 0 ? 0 : (int) content.substring(0, at).lines().count();
    }

    private static boolean isPartOfRoute(String name) {
        return name.endsWith(DRAWING) || name.endsWith(FORM);
    }
}
