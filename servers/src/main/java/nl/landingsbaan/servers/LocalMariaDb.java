package nl.landingsbaan.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * A real MariaDB server as a child process that only this machine can reach, with one database and one account.
 *
 * <p>Its administrator has no password and cannot sign in: the server listens on TCP only. The account may do everything
 * in databases whose name starts with {@code landingsbaan}.
 */
public final class LocalMariaDb implements AutoCloseable {

    /** The database that is always there. */
    public static final String DATABASE = "landingsbaan";

    /**
     * How the server is to run.
     *
     * @param bufferPool memory for data pages, as MariaDB writes it: {@code 128M}
     * @param settings further settings of the server, as on its command line: {@code --max-connections=500}
     */
    public record Options(String bufferPool, List<String> settings) {

        /** Enough for a demo and for tests. */
        public static final Options MODEST = new Options("128M", List.of());
    }

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration PORT_FREE_WITHIN = Duration.ofSeconds(15);
    private static final String COLLATION = "utf8mb4_uca1400_ai_ci";

    private final MariaDbBinaries binaries;
    private final Path directory;
    private final Options options;
    private final int port;
    private final String password;
    private ChildServer server;

    private LocalMariaDb(MariaDbBinaries binaries, Path directory, Options options, int port, String password) {
        this.binaries = binaries;
        this.directory = directory;
        this.options = options;
        this.port = port;
        this.password = password;
    }

    /** Starts the server and waits until it is ready. Its data, its password and its log are kept in the folder. */
    public static LocalMariaDb start(Path directory, Options options) {
        LocalMariaDb mariaDb = launch(directory, options);
        try {
            mariaDb.awaitReady();
        } catch (RuntimeException e) {
            mariaDb.close();
            throw e;
        }
        return mariaDb;
    }

    /** Starts the server and returns at once: its address is known before it is ready. */
    static LocalMariaDb launch(Path directory, Options options) {
        Path absolute = directory.toAbsolutePath();
        int port = FreePorts.choose(1).getFirst();
        try {
            Files.createDirectories(absolute);
            var mariaDb =
                    new LocalMariaDb(MariaDbBinaries.unpackedOnce(), absolute, options, port, passwordIn(absolute));
            mariaDb.startServer();
            return mariaDb;
        } catch (IOException e) {
            throw new ServerStartException("MariaDB's folder " + absolute + " could not be prepared", e);
        }
    }

    /** Waits until the account can sign in. */
    public void awaitReady() {
        server.await(READY_WITHIN, this::canSignIn);
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public String username() {
        return DATABASE;
    }

    public String password() {
        return password;
    }

    /** Makes a further, empty database. Its name must start with {@value #DATABASE}. Returns its JDBC address. */
    public String createDatabase(String name) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE `" + name.replace("`", "") + "`");
        } catch (SQLException e) {
            throw new ServerStartException("The database " + name + " could not be made", e);
        }
        return jdbcUrl(name);
    }

    /** The server's process. */
    public long pid() {
        return server.pid();
    }

    public boolean isRunning() {
        return server.isRunning();
    }

    /** Ends the server as a power cut would, without giving it the chance to tidy up. */
    public void kill() {
        server.kill();
    }

    /** Starts the server again on the same port with the same data, stopping it first if it still runs. */
    public void restart() {
        server.close();
        startServer();
        awaitReady();
    }

    @Override
    public void close() {
        server.close();
    }

    private String jdbcUrl(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    private Connection connect() throws SQLException {
        var account = new Properties();
        account.setProperty("user", username());
        account.setProperty("password", password);
        account.setProperty("connectTimeout", "2000");
        return DriverManager.getConnection(jdbcUrl(), account);
    }

    private boolean canSignIn() {
        try (var connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private void startServer() {
        Path data = directory.resolve("data");
        Path temporary = directory.resolve("tmp");
        Path account = directory.resolve("account.sql");
        var command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.home(),
                "--datadir=" + data,
                "--tmpdir=" + temporary,
                "--pid-file=" + temporary.resolve("mariadb.pid"),
                "--init-file=" + account,
                "--socket=",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                // it would make a key of its own at every start, which takes seconds; nothing leaves this machine
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=" + COLLATION,
                "--default-time-zone=+00:00",
                "--innodb-buffer-pool-size=" + options.bufferPool()));
        command.addAll(MariaDbBinaries.runningAsRoot());
        command.addAll(options.settings());
        server = ChildServer.start(
                "mariadb", directory, () -> prepare(data, temporary, account), command, binaries.environment());
    }

    private void prepare(Path data, Path temporary, Path account) throws IOException {
        Files.createDirectories(temporary);
        if (!Files.isDirectory(data)) {
            install(data, temporary);
        }
        writePrivately(account, accountStatements());
        FreePorts.awaitFree(List.of(port), PORT_FREE_WITHIN);
    }

    // Made aside and renamed, so that a folder with the name of the data always holds a whole database.
    private void install(Path data, Path temporary) throws IOException {
        Path making = Files.createTempDirectory(directory, "installing-");
        binaries.install(making, temporary, directory.resolve("mariadb.log"));
        Files.move(making, data);
    }

    /** The server runs these at every start, before anyone can sign in. */
    private String accountStatements() {
        return """
                CREATE DATABASE IF NOT EXISTS `%1$s` CHARACTER SET utf8mb4 COLLATE %2$s;
                CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                GRANT ALL ON `%1$s%%`.* TO '%1$s'@'127.0.0.1';
                """.formatted(DATABASE, COLLATION, password);
    }

    private static String passwordIn(Path directory) throws IOException {
        Path file = directory.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            writePrivately(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    private static void writePrivately(Path file, String content) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, content);
    }
}
