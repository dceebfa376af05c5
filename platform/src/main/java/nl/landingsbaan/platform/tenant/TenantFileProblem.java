package nl.landingsbaan.platform.tenant;

import java.nio.file.Path;

/**
 * A mistake in a region's files; the texts are Dutch.
 *
 * @param line counts from 1; 0 when it concerns the whole file
 */
public record TenantFileProblem(Path file, int line, String problem, String remedy) {

    /** Where, what and what to do, as one reads it in a terminal. */
    public String text() {
        var where = line == 0 ? file.toString() : file + ", regel " + line;
        return where + ": " + problem + "\n    -> " + remedy;
    }
}
