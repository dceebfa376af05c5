package nl.landingsbaan.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder {@code .landingsbaan} of this checkout: unpacked programs and local data. */
final class LocalFolder {

    static final String NAME = ".landingsbaan";

    private LocalFolder() {}

    /** The nearest one: in the given folder or in one above it. */
    static Optional<Path> nearest(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(NAME);
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    static Path workingDirectory() {
        return Path.of("").toAbsolutePath();
    }
}
