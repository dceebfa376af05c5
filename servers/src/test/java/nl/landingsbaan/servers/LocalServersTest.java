package nl.landingsbaan.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

class LocalServersTest {

    @TempDir
    Path directory;

    @Test
    void anApplicationFindsTheirAddressesAndTheyStopAfterItsContextHasClosed() throws Exception {
        Process application = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        "--landingsbaan.servers=local",
                        "--landingsbaan.data=" + directory)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new ArrayList<>();
        try (var output = new BufferedReader(new InputStreamReader(application.getInputStream()))) {
            String line;
            while ((line = output.readLine()) != null) {
                lines.add(line);
                if (line.startsWith("application is up")) {
                    application.toHandle().destroy();
                }
            }
        } finally {
            application.destroyForcibly();
        }

        assertThat(lines)
                .containsSubsequence(
                        "landingsbaan: MariaDB is ready",
                        "application is up",
                        "context closes, database answers: true",
                        "landingsbaan: Stopping Zeebe",
                        "landingsbaan: Stopping MariaDB");
        for (String server : List.of("mariadb", "zeebe")) {
            long pid = Long.parseLong(
                    Files.readAllLines(directory.resolve(server + "/pid")).getFirst());
            assertThat(ProcessHandle.of(pid)).isEmpty();
        }
    }

    @Test
    void nothingIsStartedWhenBothAddressesAreConfigured() {
        try (var context = run(
                "--landingsbaan.servers=local",
                "--landingsbaan.data=" + directory,
                "--spring.datasource.url=jdbc:mariadb://db.example/landingsbaan",
                "--landingsbaan.engine.grpc-address=http://zeebe.example:26500")) {
            assertThat(context.getEnvironment().containsProperty("spring.datasource.password"))
                    .isFalse();
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void nothingIsStartedUnlessAsked() {
        try (var context = run("--landingsbaan.data=" + directory)) {
            assertThat(context.getEnvironment().containsProperty("spring.datasource.url"))
                    .isFalse();
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void anUnknownChoiceIsRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> run("--landingsbaan.servers=lokaal"))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("'local'")
                .hasMessageContaining("'none'");
    }

    private static ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    /** An application that says when it is up, and when it goes whether the database is still there. */
    @Configuration(proxyBeanMethods = false)
    static class Application {

        public static void main(String[] arguments) throws InterruptedException {
            var environment =
                    SpringApplication.run(Application.class, arguments).getEnvironment();
            if (URI.create(environment.getRequiredProperty("landingsbaan.engine.grpc-address"))
                    .getHost()
                    .equals("127.0.0.1")) {
                System.out.println("application is up");
            }
            Thread.sleep(60_000);
        }

        @Bean
        AutoCloseable client(Environment environment) {
            return () -> System.out.println("context closes, database answers: " + databaseAnswers(environment));
        }

        private static boolean databaseAnswers(Environment environment) throws SQLException {
            try (var connection = DriverManager.getConnection(
                    environment.getRequiredProperty("spring.datasource.url"),
                    environment.getRequiredProperty("spring.datasource.username"),
                    environment.getRequiredProperty("spring.datasource.password"))) {
                return connection.isValid(1);
            }
        }
    }
}
