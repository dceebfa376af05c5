package nl.landingsbaan.servers;

import java.nio.file.Path;
import java.util.Optional;

/** The servers that this application starts itself, because none were configured. */
final class LocalServers implements AutoCloseable {

    private final LocalMariaDb mariaDb;
    private final LocalZeebe zeebe;

    private LocalServers(LocalMariaDb mariaDb, LocalZeebe zeebe) {
        this.mariaDb = mariaDb;
        this.zeebe = zeebe;
    }

    /**
     * Starts what is asked for, side by side, and waits for MariaDB. Zeebe is not waited for: the platform does with it
     * what it does whenever Zeebe is down, namely try again.
     *
     * @param data one folder per server is made in it
     * @param zeebe empty when Zeebe runs elsewhere
     */
    static LocalServers start(Path data, boolean withMariaDb, Optional<LocalZeebe.Options> zeebe) {
        say("Data is kept in " + data.toAbsolutePath().normalize());
        LocalZeebe startedZeebe = null;
        LocalMariaDb startedMariaDb = null;
        try {
            if (zeebe.isPresent()) {
                say("Starting Zeebe (its log: " + data.resolve("zeebe/zeebe.log") + ")");
                startedZeebe = LocalZeebe.launch(data.resolve("zeebe"), zeebe.get());
            }
            if (withMariaDb) {
                say("Waiting for MariaDB (its log: " + data.resolve("mariadb/mariadb.log") + ")");
                startedMariaDb = LocalMariaDb.start(data.resolve("mariadb"), LocalMariaDb.Options.MODEST);
                say("MariaDB is ready");
            }
            return new LocalServers(startedMariaDb, startedZeebe);
        } catch (RuntimeException e) {
            new LocalServers(startedMariaDb, startedZeebe).close();
            throw e;
        }
    }

    Optional<LocalMariaDb> mariaDb() {
        return Optional.ofNullable(mariaDb);
    }

    Optional<LocalZeebe> zeebe() {
        return Optional.ofNullable(zeebe);
    }

    // The launcher shows these lines and no others.
    private static void say(String line) {
        System.out.println("landingsbaan: " + line);
    }

    @Override
    public void close() {
        zeebe().ifPresent(server -> {
            say("Stopping Zeebe");
            server.close();
        });
        mariaDb().ifPresent(server -> {
            say("Stopping MariaDB");
            server.close();
        });
    }
}
