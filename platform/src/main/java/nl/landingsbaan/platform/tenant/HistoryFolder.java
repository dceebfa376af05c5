package nl.landingsbaan.platform.tenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.history.HistoryFile;
import nl.landingsbaan.platform.region.Measure;

/** A region's folder {@code historie}: what was before the platform, as CSV. A region may do without. */
final class HistoryFolder {

    private static final String NAME = "historie";

    private HistoryFolder() {}

    /**
     * Reads every file in it, by name.
     *
     * @throws TenantRefused with everything that is wrong in them
     */
    static Map<String, HistoryFile> read(Path region, List<Measure> measures) throws IOException {
        var folder = region.resolve(NAME);
        var read = new LinkedHashMap<String, HistoryFile>();
        if (!Files.isDirectory(folder)) {
            return read;
        }
        var problems = new ArrayList<TenantFileProblem>();
        for (var path : files(folder)) {
            var name = path.getFileName().toString();
            if (!name.endsWith(".csv")) {
                problems.add(new TenantFileProblem(
                        path, 0, "Dit is geen CSV-bestand.", "Sla het op als CSV, of haal het weg."));
                continue;
            }
            var file = HistoryFile.read(Files.readAllBytes(path), measures);
            for (var earlier : read.entrySet()) {
                file = file.after(earlier.getKey(), earlier.getValue());
            }
            read.put(name, file);
            file.problems()
                    .forEach(problem -> problems.add(
                            new TenantFileProblem(path, problem.line(), problem.problem(), problem.remedy())));
        }
        if (!problems.isEmpty()) {
            throw new TenantRefused(problems);
        }
        return read;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
