package nl.landingsbaan.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledParentTest {

    @TempDir
    Path directory;

    @Test
    void theServersEndWhenTheirParentIsKilledAndTheirDataCanBeUsedAgain() throws Exception {
        Process parent = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Long> servers;
        try (var output = new BufferedReader(new InputStreamReader(parent.getInputStream()))) {
            servers = output.lines()
                    .filter(line -> line.startsWith(Parent.STARTED))
                    .findFirst()
                    .map(line -> Stream.of(
                                    line.substring(Parent.STARTED.length()).split(" "))
                            .map(Long::valueOf)
                            .toList())
                    .orElseThrow();
            assertThat(servers).hasSize(2).allMatch(pid -> ProcessHandle.of(pid).isPresent());
        } finally {
            parent.destroyForcibly().waitFor();
        }

        try (var mariaDb = LocalMariaDb.start(directory.resolve("mariadb"), LocalMariaDb.Options.MODEST);
                var zeebe = LocalZeebe.start(directory.resolve("zeebe"), LocalZeebe.Options.MODEST)) {
            assertThat(servers).doesNotContain(mariaDb.pid(), zeebe.pid());
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        servers.stream().noneMatch(pid -> ProcessHandle.of(pid).isPresent()));
    }

    /** The program that is killed. */
    static class Parent {

        static final String STARTED = "started ";

        public static void main(String[] arguments) throws InterruptedException {
            Path directory = Path.of(arguments[0]);
            var mariaDb = LocalMariaDb.start(directory.resolve("mariadb"), LocalMariaDb.Options.MODEST);
            var zeebe = LocalZeebe.start(directory.resolve("zeebe"), LocalZeebe.Options.MODEST);
            System.out.println(STARTED + mariaDb.pid() + " " + zeebe.pid());
            Thread.sleep(Duration.ofMinutes(5));
        }
    }
}
