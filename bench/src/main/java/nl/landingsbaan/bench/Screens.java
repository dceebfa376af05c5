package nl.landingsbaan.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application in a process of its own, and browsers with the list of tasks open. */
final class Screens {

    private static final int AT_FIRST = 5;
    private static final int SCREENS = 25;
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Servers servers;
    private final World world;
    private final Path application;
    private final Path log;

    Screens(Servers servers, World world, Path application, Path log) {
        this.servers = servers;
        this.world = world;
        this.application = application;
        this.log = log;
    }

    void measure(Report report) throws IOException, InterruptedException {
        if (!Files.exists(application)) {
            report.missed("heap per open screen; idle; start", application + " has not been built");
            return;
        }
        start().destroy(report, false);
        var running = start();
        try {
            report.below("start: process to first healthy answer", "2.5 s", 15, "s", running.seconds(), "");
            Workload.pause(Duration.ofSeconds(10));
            report.below(
                    "platform idle, resident memory",
                    "231 MB",
                    500,
                    "MB",
                    running.residentMegabytes(),
                    String.format(Locale.ROOT, "live heap %.0f MB", running.liveHeap() / 1e6));
            screens(running, report);
        } finally {
            running.destroy(report, true);
        }
    }

    private void screens(Running running, Report report) {
        var chromium = chromium();
        if (chromium == null) {
            report.missed("heap per open screen", "no Chromium; point LANDINGSBAAN_CHROMIUM at it");
            return;
        }
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var launch = new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(List.of("--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"));
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                var browser = playwright.chromium().launch(launch)) {
            open(browser, running, 0, AT_FIRST);
            var before = running.liveHeap();
            open(browser, running, AT_FIRST, SCREENS);
            var after = running.liveHeap();
            report.below(
                    "heap per open screen (list of tasks)",
                    "250 to 290 KB",
                    400,
                    "KB",
                    (after - before) / 1e3 / SCREENS,
                    String.format(
                            Locale.ROOT,
                            "live heap %.1f MB with %d, %.1f MB with %d",
                            before / 1e6,
                            AT_FIRST,
                            after / 1e6,
                            AT_FIRST + SCREENS));
        }
    }

    private void open(Browser browser, Running running, int from, int number) {
        for (int i = from; i < from + number; i++) {
            var place = world.places().get(i % world.places().size());
            var account =
                    place.seats().get(i % place.seats().size()).accountIds().getFirst();
            var page = browser.newContext().newPage();
            page.setDefaultTimeout(120_000);
            page.navigate(running.address() + "/inloggen");
            page.locator("input[name=username]").fill(World.email(account));
            page.locator("input[name=password]").fill(World.PASSWORD);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Inloggen"))
                    .click();
            page.locator(".lb-tasks h1").waitFor();
        }
    }

    private Running start() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xms128m",
                "-jar",
                application.toString(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--landingsbaan.servers=none",
                "--landingsbaan.engine.grpc-address=" + servers.engine().grpcAddress());
        command.environment().put("SPRING_DATASOURCE_URL", servers.database().jdbcUrl());
        command.environment()
                .put("SPRING_DATASOURCE_USERNAME", servers.database().username());
        command.environment()
                .put("SPRING_DATASOURCE_PASSWORD", servers.database().password());
        command.redirectErrorStream(true).redirectOutput(log.toFile());
        var begin = System.nanoTime();
        var process = command.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var address = URI.create("http://127.0.0.1:" + port);
        Workload.await("the application, see " + log, () -> isHealthy(process, address));
        return new Running(process, address, (System.nanoTime() - begin) / 1e9);
    }

    private boolean isHealthy(Process process, URI address) {
        if (!process.isAlive()) {
            throw new IllegalStateException("The application did not start; its log is " + log);
        }
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address.resolve("/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path chromium() {
        var path = System.getenv().getOrDefault("PATH", "");
        var onPath = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(":")).map(folder -> Path.of(folder, name)));
        return Stream.concat(
                        Stream.ofNullable(System.getenv("LANDINGSBAAN_CHROMIUM"))
                                .map(Path::of),
                        onPath)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private record Running(Process process, URI address, double seconds) {

        /** Bytes that are alive after a garbage collection. */
        long liveHeap() {
            tool("GC.run");
            Workload.pause(Duration.ofSeconds(2));
            var total = TOTAL.matcher(tool("GC.class_histogram"));
            if (!total.find()) {
                throw new IllegalStateException("No histogram of the heap");
            }
            return Long.parseLong(total.group(1));
        }

        double residentMegabytes() throws IOException {
            var resident = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
            return resident.find() ? Long.parseLong(resident.group(1)) * 1024 / 1e6 : Double.NaN;
        }

        void destroy(Report report, boolean last) throws InterruptedException {
            process.destroy();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                report.note("the application did not stop within a minute");
            }
            if (!last) {
                report.note(String.format(Locale.ROOT, "first start, with what it sets up: %.1f s", seconds));
            }
        }

        private String tool(String command) {
            try {
                var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
                var jcmd = new ProcessBuilder(tool.toString(), Long.toString(process.pid()), command)
                        .redirectErrorStream(true)
                        .start();
                return new String(jcmd.getInputStream().readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
