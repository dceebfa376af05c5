package nl.landingsbaan.bench;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is measured, and on how much.
 *
 * @param only names of the measurements; empty: all
 * @param tasks how many tasks there are
 * @param open how many of them are open
 * @param share how much of the full number of samples is taken
 * @param application the application's jar
 */
record Options(Set<String> only, int tasks, int open, double share, Path application) {

    static final String USAGE = """
            Arguments: [--quick] [--only NAME]... [--app JAR]
              --quick   a twentieth of the data and of the samples: for a look, not for figures
              --only    one of: %s; may be repeated
              --app     the application's jar, by default the one that was built
            """;

    static Options of(String[] arguments) {
        var only = new LinkedHashSet<String>();
        var quick = false;
        var application = Path.of("ui/target/landingsbaan-ui-0.1.0-SNAPSHOT-app.jar");
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> quick = true;
                case "--only" -> only.add(value(arguments, ++i));
                case "--app" -> application = Path.of(value(arguments, ++i));
                default -> throw new IllegalArgumentException("Unknown argument: " + arguments[i]);
            }
        }
        return quick
                ? new Options(only, 50_000, 5_000, 0.05, application)
                : new Options(only, 1_000_000, 100_000, 1, application);
    }

    boolean wants(String name) {
        return only.isEmpty() || only.contains(name);
    }

    /** A number of samples, at least 20. */
    int samples(int full) {
        return Math.max(20, (int) (full * share));
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " wants a value");
        }
        return arguments[index];
    }
}
