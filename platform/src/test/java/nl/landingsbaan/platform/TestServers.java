package nl.landingsbaan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.servers.LocalMariaDb;
import nl.landingsbaan.servers.LocalZeebe;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.mariadb.MariaDBContainer;

/**
 * The real servers that tests run against: containers where a Docker engine answers, child processes elsewhere. One
 * MariaDB per JVM, with a database of its own for whoever asks, and one Zeebe per JVM and kind of clock.
 *
 * <p>Tests with a Spring context use {@link WithServers} instead.
 */
public final class TestServers {

    /** A fresh, empty database. */
    public record Database(String url, String username, String password) {}

    /**
     * A running engine.
     *
     * @param data the folder with its data; null in a container
     */
    public record Engine(URI grpcAddress, URI managementAddress, Path data, AutoCloseable end)
            implements AutoCloseable {

        @Override
        public void close() throws Exception {
            end.close();
        }
    }

    /** Whether an engine's clock can be moved; if so it starts paused, as {@link LocalZeebe.Options} tells. */
    public enum EngineClock {
        REAL,
        CONTROLLED
    }

    /** The vault's master key of everything that runs on these servers. */
    public static final String MASTER_KEY = randomKey();

    private static final String MARIADB_IMAGE = "mariadb:11.4";
    private static final String ZEEBE_IMAGE = "camunda/zeebe:8.6.0";
    private static final String ADMINISTRATOR = "root";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Map<EngineClock, Engine> SHARED_ENGINES = new EnumMap<>(EngineClock.class);

    private static boolean dockerWasAsked;
    private static boolean dockerAnswers;
    private static MariaDBContainer mariaDbContainer;
    private static LocalMariaDb localMariaDb;

    private TestServers() {}

    private static String randomKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Makes an empty database that nobody else uses. */
    public static synchronized Database freshDatabase() {
        String name = LocalMariaDb.DATABASE + "_test_" + DATABASES.incrementAndGet();
        return docker() ? inContainer(name) : local(name);
    }

    /** The engine that all tests of this JVM share. */
    public static synchronized Engine sharedEngine(EngineClock clock) {
        return SHARED_ENGINES.computeIfAbsent(clock, TestServers::ownEngine);
    }

    /** Starts an engine for the caller alone; it ends when the caller closes it, at the latest with the JVM. */
    public static synchronized Engine ownEngine(EngineClock clock) {
        return docker() ? zeebeContainer(clock) : localZeebe(clock);
    }

    private static Database local(String name) {
        if (localMariaDb == null) {
            Path directory = temporaryDirectory("mariadb");
            localMariaDb = LocalMariaDb.start(directory, LocalMariaDb.Options.MODEST);
            atEndOfJvm(() -> {
                localMariaDb.kill();
                FileSystemUtils.deleteRecursively(directory);
            });
        }
        return new Database(localMariaDb.createDatabase(name), localMariaDb.username(), localMariaDb.password());
    }

    private static Engine localZeebe(EngineClock clock) {
        Path directory = temporaryDirectory("zeebe");
        var options = LocalZeebe.Options.MODEST.withControlledClock(clock == EngineClock.CONTROLLED);
        LocalZeebe zeebe = LocalZeebe.start(directory, options);
        AutoCloseable end = () -> {
            zeebe.kill();
            FileSystemUtils.deleteRecursively(directory);
        };
        atEndOfJvm(end);
        return new Engine(zeebe.grpcAddress(), zeebe.managementAddress(), directory.resolve("data"), end);
    }

    private static Database inContainer(String name) {
        if (mariaDbContainer == null) {
            mariaDbContainer = new MariaDBContainer(MARIADB_IMAGE).withUsername(ADMINISTRATOR);
            mariaDbContainer.withCommand(
                    "--character-set-server=utf8mb4",
                    "--collation-server=utf8mb4_uca1400_ai_ci",
                    "--default-time-zone=+00:00");
            mariaDbContainer.start();
        }
        String password = mariaDbContainer.getPassword();
        try (var connection = DriverManager.getConnection(mariaDbContainer.getJdbcUrl(), ADMINISTRATOR, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("No database could be made in the container", e);
        }
        String url = "jdbc:mariadb://%s:%d/%s"
                .formatted(mariaDbContainer.getHost(), mariaDbContainer.getMappedPort(3306), name);
        return new Database(url, ADMINISTRATOR, password);
    }

    private static Engine zeebeContainer(EngineClock clock) {
        var zeebe = new GenericContainer<>(ZEEBE_IMAGE)
                .withExposedPorts(26500, 9600)
                .withEnv("TZ", PlatformClock.ZONE.getId())
                .waitingFor(Wait.forHttp("/actuator/health/readiness").forPort(9600))
                .withStartupTimeout(Duration.ofMinutes(3));
        if (clock == EngineClock.CONTROLLED) {
            zeebe.withEnv("ZEEBE_CLOCK_CONTROLLED", "true")
                    .withCopyToContainer(
                            Transferable.of(new byte[0], 0666),
                            "/usr/local/zeebe/data/raft-partition/partitions/1/.processorPaused");
        }
        zeebe.start();
        return new Engine(
                URI.create("http://" + zeebe.getHost() + ":" + zeebe.getMappedPort(26500)),
                URI.create("http://" + zeebe.getHost() + ":" + zeebe.getMappedPort(9600)),
                null,
                zeebe::stop);
    }

    private static boolean docker() {
        if (!dockerWasAsked) {
            dockerAnswers = DockerClientFactory.instance().isDockerAvailable();
            dockerWasAsked = true;
        }
        return dockerAnswers;
    }

    private static Path temporaryDirectory(String server) {
        try {
            return Files.createTempDirectory("landingsbaan-" + server + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the Spring contexts have closed, because they are the servers' clients. */
    private static void atEndOfJvm(AutoCloseable end) {
        SpringApplication.getShutdownHandlers().add(() -> {
            try {
                end.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
