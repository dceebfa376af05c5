package nl.landingsbaan.proof;

import java.nio.file.Path;

/**
 * A mistake in a file of scenarios, in Dutch.
 *
 * @param line counts from 1; 0 when it concerns the whole file
 */
record Mistake(Path file, int line, String problem, String remedy) {

    /** Where, what and what to do, as one reads it in a terminal. */
    String text() {
        return "%s%s: %s%n    -> %s".formatted(file.normalize(), line == 0 ? "" : ", regel " + line, problem, remedy);
    }
}
