package nl.landingsbaan.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMariaDbTest {

    @TempDir
    Path directory;

    @Test
    void dataSurvivesStoppingAndPowerCuts() throws SQLException {
        try (var mariaDb = LocalMariaDb.start(directory, LocalMariaDb.Options.MODEST)) {
            execute(mariaDb, "CREATE TABLE word (text VARCHAR(20))");
            execute(mariaDb, "INSERT INTO word VALUES ('één')");

            mariaDb.restart();
            execute(mariaDb, "INSERT INTO word VALUES ('twee')");

            mariaDb.kill();
            assertThat(mariaDb.isRunning()).isFalse();
            mariaDb.restart();

            assertThat(query(mariaDb, "SELECT GROUP_CONCAT(text ORDER BY text DESC) FROM word"))
                    .isEqualTo("twee,één");
        }
        try (var again = LocalMariaDb.start(directory, LocalMariaDb.Options.MODEST)) {
            assertThat(query(again, "SELECT COUNT(*) FROM word")).isEqualTo("2");
        }
    }

    @Test
    void speaksUtf8InUtcAndWritesEveryCommitToDisk() throws SQLException {
        try (var mariaDb = LocalMariaDb.start(directory, LocalMariaDb.Options.MODEST)) {
            assertThat(query(mariaDb, "SELECT @@character_set_database")).isEqualTo("utf8mb4");
            assertThat(query(mariaDb, "SELECT @@collation_database")).isEqualTo("utf8mb4_uca1400_ai_ci");
            assertThat(query(mariaDb, "SELECT @@global.time_zone")).isEqualTo("+00:00");
            assertThat(query(mariaDb, "SELECT @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
        }
    }

    @Test
    void onlyItsOwnAccountSignsInAndOnlyFromThisMachine() throws Exception {
        try (var mariaDb = LocalMariaDb.start(directory, LocalMariaDb.Options.MODEST)) {
            assertThatThrownBy(() -> DriverManager.getConnection(mariaDb.jdbcUrl(), "root", ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(mariaDb.jdbcUrl(), mariaDb.username(), ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(mariaDb.jdbcUrl(), "", ""))
                    .isInstanceOf(SQLException.class);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
                    .isEqualTo("rw-------");
            int port = URI.create(mariaDb.jdbcUrl().substring("jdbc:".length())).getPort();
            for (InetAddress address : otherAddressesOfThisMachine()) {
                assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(java.io.IOException.class);
            }
        }
    }

    @Test
    void makesFurtherEmptyDatabases() throws SQLException {
        try (var mariaDb = LocalMariaDb.start(directory, LocalMariaDb.Options.MODEST)) {
            String url = mariaDb.createDatabase("landingsbaan_2");

            try (var connection = DriverManager.getConnection(url, mariaDb.username(), mariaDb.password());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE word (text VARCHAR(20))");
                assertThat(connection.getCatalog()).isEqualTo("landingsbaan_2");
            }
        }
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefusedWithAReason() {
        try (var first = LocalMariaDb.start(directory, LocalMariaDb.Options.MODEST)) {
            assertThatThrownBy(() -> LocalMariaDb.start(directory, LocalMariaDb.Options.MODEST))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("Another Landingsbaan already runs mariadb");
            assertThat(first.isRunning()).isTrue();
        }
    }

    @Test
    void aServerThatCannotStartSaysWhy() {
        var impossible = new LocalMariaDb.Options("128M", java.util.List.of("--no-such-setting"));

        assertThatThrownBy(() -> LocalMariaDb.start(directory, impossible))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("no-such-setting");
    }

    private static java.util.List<InetAddress> otherAddressesOfThisMachine() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    private static void execute(LocalMariaDb mariaDb, String sql) throws SQLException {
        try (Connection connection = connect(mariaDb);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(LocalMariaDb mariaDb, String sql) throws SQLException {
        try (Connection connection = connect(mariaDb);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(LocalMariaDb mariaDb) throws SQLException {
        return DriverManager.getConnection(mariaDb.jdbcUrl(), mariaDb.username(), mariaDb.password());
    }
}
