package nl.landingsbaan.platform.tenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.route.GroupProcess;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The drawings, forms and decisions of a region's route as their authors wrote them: the library's folder of the route with the region's
 * own files in place of those of the same name, and every shared phase that a call activity reaches.
 *
 * @param library the library's folder of the route
 * @param drawings name to BPMN
 * @param forms form id to Camunda Forms JSON
 * @param decisions name to DMN
 * @param phases the folders of the shared phases, in the order in which they are reached
 * @param files where each drawing, form and file of decisions lies, by the name by which the check of the route knows it
 */
record RouteFolder(
        Path library,
        Map<String, String> drawings,
        Map<String, String> forms,
        Map<String, String> decisions,
        List<Path> phases,
        Map<String, Path> files) {

    /** Folder in the library with one folder per shared phase. */
    static final String PHASES = "fasen";

    private static final String OWN_ROUTE = "route";
    private static final String OWN_FORMS = "formulieren";
    private static final String OWN_CATALOGUE = "own " + CatalogueFile.NAME;
    private static final String DRAWING = ".bpmn";
    private static final String FORM = ".form";
    private static final String DECISIONS = ".dmn";
    private static final Pattern PROCESS = Pattern.compile("<(?:\\w+:)?process\\b[^>]*?\\bid=\"([^\"]+)\"");
    private static final Pattern CALLED =
            Pattern.compile("<(?:\\w+:)?calledElement\\b[^>]*?\\bprocessId=\"([A-Za-z][A-Za-z0-9_-]*)\"");

    /**
     * Reads the route and what it reaches.
     *
     * @param library the library's folder
     * @param route the route's folder in it
     * @param tenant the region's folder
     * @param processes those that nothing need call: the groups'
     * @throws TenantRefused when there is no drawing or a form cannot be read
     */
    static RouteFolder read(Path library, String route, Path tenant, Collection<String> processes, JsonMapper json)
            throws IOException {
        var reader = new Reader(library, json);
        reader.route(library.resolve(route), tenant.resolve(OWN_ROUTE));
        reader.phases(processes);
        reader.ownForms(tenant.resolve(OWN_FORMS));
        reader.files.put(CatalogueFile.NAME, library.resolve(CatalogueFile.NAME));
        reader.files.put(OWN_CATALOGUE, tenant.resolve(CatalogueFile.NAME));
        if (!reader.problems.isEmpty()) {
            throw new TenantRefused(reader.problems);
        }
        return new RouteFolder(
                library.resolve(route),
                Collections.unmodifiableMap(reader.drawings),
                Collections.unmodifiableMap(reader.forms),
                Collections.unmodifiableMap(reader.decisions),
                List.copyOf(reader.phases),
                Map.copyOf(reader.files));
    }

    /** The ids of the processes that are drawn. */
    Set<String> processes() {
        return drawings.values().stream()
                .flatMap(drawing -> PROCESS.matcher(drawing).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is published, still in the words and roles of the library. */
    RouteBundle bundle(String rootProcessId, Catalogue catalogue, List<GroupProcess> groups) {
        return new RouteBundle(rootProcessId, drawings, forms, decisions, catalogue, groups);
    }

    private static final class Reader {

        private final Path library;
        private final JsonMapper json;
        private final Map<String, String> drawings = new LinkedHashMap<>();
        private final Map<String, String> forms = new LinkedHashMap<>();
        private final Map<String, String> decisions = new LinkedHashMap<>();
        private final List<Path> phases = new ArrayList<>();
        private final Map<String, Path> files = new TreeMap<>();
        private final List<TenantFileProblem> problems = new ArrayList<>();

        Reader(Path library, JsonMapper json) {
            this.library = library;
            this.json = json;
        }

        void route(Path folder, Path own) throws IOException {
            var byName = new TreeMap<>(in(folder));
            byName.putAll(in(own));
            for (var entry : byName.entrySet()) {
                take(entry.getKey(), entry.getValue());
            }
            if (drawings.isEmpty()) {
                problems.add(new TenantFileProblem(
                        folder,
                        0,
                        "In deze map ligt geen tekening van een route.",
                        "Controleer 'route' in " + RegionFile.NAME + "."));
            }
        }

        /** Goes on until nothing is called that is not there; what the library has not either is for the check to name. */
        void phases(Collection<String> processes) throws IOException {
            var drawn = new HashSet<String>();
            Deque<String> open = new ArrayDeque<>(processes);
            drawings.values().forEach(drawing -> look(drawing, drawn, open));
            while (!open.isEmpty()) {
                var called = open.poll();
                var folder = library.resolve(PHASES).resolve(called);
                if (drawn.contains(called) || phases.contains(folder) || !Files.isDirectory(folder)) {
                    continue;
                }
                phases.add(folder);
                for (var entry : in(folder).entrySet()) {
                    take(PHASES + "/" + called + "/" + entry.getKey(), entry.getValue());
                }
                drawings.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(PHASES + "/" + called + "/"))
                        .forEach(entry -> look(entry.getValue(), drawn, open));
                if (!drawn.contains(called)) {
                    problems.add(new TenantFileProblem(
                            folder,
                            0,
                            "In deze map ligt geen tekening met het proces '" + called + "'.",
                            "Geef het proces in de tekening de naam van de map."));
                }
            }
        }

        private static void look(String drawing, Set<String> drawn, Deque<String> open) {
            PROCESS.matcher(drawing).results().forEach(found -> drawn.add(found.group(1)));
            CALLED.matcher(drawing).results().forEach(found -> open.add(found.group(1)));
        }

        private void take(String name, Path file) throws IOException {
            var content = Files.readString(file);
            if (name.endsWith(DRAWING) || name.endsWith(DECISIONS)) {
                (name.endsWith(DRAWING) ? drawings : decisions).put(name, content);
                files.put(name, file);
                return;
            }
            var id = idOf(file, content);
            if (id == null) {
                return;
            }
            if (forms.putIfAbsent(id, content) != null) {
                problems.add(new TenantFileProblem(
                        file,
                        lineOf(content, "\"" + id + "\""),
                        "Er is al een formulier met id '" + id + "'.",
                        "Geef elk formulier een eigen 'id'."));
            } else {
                files.put(id + FORM, file);
            }
        }

        /** The region's own versions of forms that the route has. */
        void ownForms(Path folder) throws IOException {
            for (var file : in(folder).values()) {
                var content = Files.readString(file);
                if (!file.toString().endsWith(FORM)) {
                    problems.add(new TenantFileProblem(
                            file,
                            0,
                            "In '" + OWN_FORMS + "' horen alleen formulieren.",
                            "Zet een eigen tekening of beslistabel in de map '" + OWN_ROUTE + "'."));
                    continue;
                }
                var id = idOf(file, content);
                if (id != null && forms.replace(id, content) == null) {
                    problems.add(new TenantFileProblem(
                            file,
                            lineOf(content, "\"" + id + "\""),
                            "De route heeft geen formulier '" + id + "' dat dit kan vervangen.",
                            "Geef het formulier de 'id' van een formulier van de route: "
                                    + forms.keySet().stream().sorted().collect(Collectors.joining(", ")) + "."));
                } else if (id != null) {
                    files.put(id + FORM, file);
                }
            }
        }

        private String idOf(Path file, String content) {
            try {
                var id = json.readTree(content).path("id").asString("");
                if (!id.isBlank()) {
                    return id;
                }
                problems.add(new TenantFileProblem(
                        file, 1, "Het formulier heeft geen 'id'.", "Geef het formulier een 'id'."));
            } catch (JacksonException e) {
                problems.add(new TenantFileProblem(
                        file,
                        e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                        "Dit is geen leesbaar formulier.",
                        "Open en bewaar het in Camunda Modeler, of herstel de JSON op deze regel."));
            }
            return null;
        }

        private static Map<String, Path> in(Path folder) throws IOException {
            var files = new TreeMap<String, Path>();
            if (Files.isDirectory(folder)) {
                try (var entries = Files.list(folder)) {
                    entries.filter(file -> isPartOfRoute(file.getFileName().toString()))
                            .forEach(file -> files.put(file.getFileName().toString(), file));
                }
            }
            return files;
        }

        private static boolean isPartOfRoute(String name) {
            return name.endsWith(DRAWING) || name.endsWith(FORM) || name.endsWith(DECISIONS);
        }
    }

    /** What the check of the route found, with the file and the line of the element. */
    List<TenantFileProblem> located(List<RouteProblem> found) {
        return found.stream().map(this::located).toList();
    }

    private TenantFileProblem located(RouteProblem found) {
        var file = found.file() == null ? library : files.getOrDefault(found.file(), library.resolve(found.file()));
        if (CatalogueFile.NAME.equals(found.file())
                && lineOf(files.get(OWN_CATALOGUE), mark(file, found.elementId())) > 0) {
            file = files.get(OWN_CATALOGUE);
        }
        var element = found.elementName() == null
                ? found.elementId()
                : found.elementName().replaceAll("\\s+", " ");
        return new TenantFileProblem(
                file,
                found.elementId() == null ? 0 : lineOf(file, mark(file, found.elementId())),
                element == null ? found.problem() : "'" + element + "': " + found.problem(),
                found.remedy());
    }

    private static Pattern mark(Path file, String element) {
        var name = file.toString();
        return Pattern.compile(
                name.endsWith(FORM)
                        ? "\"key\"\\s*:\\s*\"" + Pattern.quote(element) + "\""
                        : name.endsWith(DRAWING) || name.endsWith(DECISIONS)
                                ? "id=\"" + Pattern.quote(element) + "\""
                                : "(?m)^" + Pattern.quote(element) + ":");
    }

    /** The first line with this text; 0 when there is none. */
    static int lineOf(Path file, String text) {
        try {
            return Files.isRegularFile(file) ? lineOf(Files.readString(file), text) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static int lineOf(Path file, Pattern mark) {
        try {
            var content = Files.isRegularFile(file) ? Files.readString(file) : "";
            var found = mark.matcher(content);
            return found.find() ? lineOf(content, found.group()) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static int lineOf(String content, String text) {
        var at = content.indexOf(text);
        return at < 0 ? 0 : (int) content.substring(0, at + 1).lines().count();
    }
}
