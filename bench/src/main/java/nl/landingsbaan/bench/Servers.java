package nl.landingsbaan.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nl.landingsbaan.servers.LocalMariaDb;
import nl.landingsbaan.servers.LocalZeebe;
import org.springframework.util.FileSystemUtils;

/** A real MariaDB and a real Zeebe with empty data, as processes of their own. */
final class Servers implements AutoCloseable {

    private static final LocalMariaDb.Options DATABASE =
            new LocalMariaDb.Options("2G", List.of("--innodb-log-file-size=1G", "--max-connections=200"));
    private static final LocalZeebe.Options ENGINE = new LocalZeebe.Options(false, "1g", "256MB");

    private final LocalMariaDb database;
    private final LocalZeebe engine;

    private Servers(LocalMariaDb database, LocalZeebe engine) {
        this.database = database;
        this.engine = engine;
    }

    static Servers start(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        var engine = LocalZeebe.launch(folder.resolve("zeebe"), ENGINE);
        LocalMariaDb database = null;
        try {
            database = LocalMariaDb.start(folder.resolve("mariadb"), DATABASE);
            engine.awaitReady();
            return new Servers(database, engine);
        } catch (RuntimeException e) {
            engine.close();
            if (database != null) {
                database.close();
            }
            throw e;
        }
    }

    LocalMariaDb database() {
        return database;
    }

    LocalZeebe engine() {
        return engine;
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
