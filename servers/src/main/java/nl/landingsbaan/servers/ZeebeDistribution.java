package nl.landingsbaan.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** The unpacked Camunda Zeebe distribution. The Maven build unpacks it into the folder {@code .landingsbaan}. */
record ZeebeDistribution(Path home) {

    /** Says where the distribution is, as a system property or (in capitals, with underscores) a variable. */
    static final String HOME_PROPERTY = "landingsbaan.zeebe.home";

    private static final String PREFIX = "camunda-zeebe-";

    /** Where the property says, or else in {@code .landingsbaan} of the working directory or a folder above it. */
    static ZeebeDistribution find() {
        return configured().orElseGet(() -> searchUpwards(LocalFolder.workingDirectory()));
    }

    private static Optional<ZeebeDistribution> configured() {
        return Optional.ofNullable(System.getProperty(HOME_PROPERTY, System.getenv("LANDINGSBAAN_ZEEBE_HOME")))
                .map(home -> {
                    var distribution = new ZeebeDistribution(Path.of(home).toAbsolutePath());
                    if (!Files.isRegularFile(distribution.broker())) {
                        throw new ServerStartException(
                                HOME_PROPERTY + " names " + home
                                        + ", but there is no bin/broker in it. Point it at an unpacked Camunda Zeebe distribution.");
                    }
                    return distribution;
                });
    }

    static ZeebeDistribution searchUpwards(Path start) {
        return LocalFolder.nearest(start)
                .flatMap(ZeebeDistribution::newestIn)
                .orElseThrow(() -> new ServerStartException("The Camunda Zeebe distribution was not found in "
                        + LocalFolder.NAME + " of " + start
                        + " or a folder above it. Build once with ./landingsbaan (or"
                        + " mvn -pl servers generate-resources), which puts it there, or point " + HOME_PROPERTY
                        + " at an unpacked distribution."));
    }

    private static Optional<ZeebeDistribution> newestIn(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                    .map(ZeebeDistribution::new)
                    .filter(distribution -> Files.isRegularFile(distribution.broker()))
                    .max(Comparator.comparing(distribution -> distribution.home.getFileName()));
        } catch (IOException e) {
            throw new ServerStartException(folder + " could not be read", e);
        }
    }

    Path broker() {
        return home.resolve("bin").resolve("broker");
    }
}
