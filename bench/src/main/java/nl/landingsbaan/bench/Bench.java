package nl.landingsbaan.bench;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.landingsbaan.platform.engine.EngineStatus;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Measures the budgets of the design on real servers, and prints each beside what was measured. */
public final class Bench {

    private static final List<String> MEASUREMENTS =
            List.of("completions", "step", "next", "pages", "overview", "path", "screens");
    private static final Path FOLDER = Path.of(".landingsbaan", "bench");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.of(arguments);
            if (!MEASUREMENTS.containsAll(options.only())) {
                throw new IllegalArgumentException("Unknown: " + options.only());
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.printf(Options.USAGE, String.join(", ", MEASUREMENTS));
            System.exit(2);
            return;
        }
        System.out.println("Starting MariaDB and Zeebe with empty data in " + FOLDER);
        var report = new Report();
        try (var servers = Servers.start(FOLDER)) {
            measure(options, servers, report);
        }
        describe(options);
        report.print();
        System.exit(0);
    }

    private static void measure(Options options, Servers servers, Report report) throws Exception {
        var world = withPlatform(options, servers, report);
        if (options.wants("screens")) {
            say("Screens of the application");
            new Screens(servers, world, options.application(), FOLDER.resolve("application.log")).measure(report);
        }
    }

    private static World withPlatform(Options options, Servers servers, Report report) throws Exception {
        try (var platform = platform(servers);
                var engine = CamundaClient.newClientBuilder()
                        .grpcAddress(servers.engine().grpcAddress())
                        .preferRestOverGrpc(false)
                        .numJobWorkerExecutionThreads(16)
                        .build()) {
            var jdbc = platform.getBean(JdbcTemplate.class);
            var status = platform.getBean(EngineStatus.class);
            Workload.await("the engine", status::isReachable);
            say("Making " + World.REGIONS + " regions and publishing their routes");
            var world = new World(platform);
            world.build();
            Outbox.awaitEmpty(jdbc);

            var completions = new Completions(platform, world, servers);
            Completions.Pace among1000 = null;
            if (options.wants("completions")) {
                say("Completions with 1,000 open");
                fill(servers, world, 8_000, 1_000, 0);
                completions.measure(options.samples(1000), new Report());
                completions.finish();
                among1000 = completions.measure(options.samples(3000), report);
                completions.finish();
            }
            if (options.wants("overview")) {
                if (!options.wants("completions")) {
                    fill(servers, world, 8_000, 1_000, 0);
                }
                var few = new SteeringOverview(platform, world).measure(options.samples(2000));
                report.seen("steering overview over a hundredth of the history", few.summary());
            }
            say(String.format(Locale.ROOT, "Filling: %,d tasks, %,d open", options.tasks(), options.open()));
            fill(servers, world, options.tasks(), options.open(), 1);
            if (options.wants("pages")) {
                say("Lists");
                new ListPages(platform, world).measure(options, report);
            }
            if (options.wants("overview")) {
                say("Steering overview");
                var overview = new SteeringOverview(platform, world);
                var samples = overview.measure(options.samples(2000));
                report.below(
                        "steering overview of one region over all history, p95",
                        "KADAI 72 ms, Operaton 137, Flowable 201",
                        20,
                        "ms",
                        samples.percentile(0.95),
                        samples.summary());
                overview.explain(report);
            }
            if (options.wants("step")) {
                say("Step to list");
                new StepToList(platform, world, engine).measure(options, report);
            }
            if (options.wants("next")) {
                say("Complete to next step");
                new CompleteToNext(platform, world).measure(options, report);
            }
            if (options.wants("completions")) {
                say("Completions");
                var among = completions.measure(options.samples(3000), report);
                completions.finish();
                report.above(
                        String.format(Locale.ROOT, "completions with %,d tasks open, 16 at once", options.open()),
                        "Operaton 17 to 21, Flowable 283 to 389",
                        389,
                        "per s",
                        among.engineTold(),
                        String.format(
                                Locale.ROOT,
                                "with the engine told; people's pace %.0f, each %s",
                                among.completed(),
                                among.latency()));
                report.seen(
                        "the same with 1,000 open",
                        String.format(
                                Locale.ROOT,
                                "%.0f per s with the engine told; people's pace %.0f",
                                among1000.engineTold(),
                                among1000.completed()));
            }
            if (options.wants("path")) {
                say("Whole path");
                new WholePath(platform, world, engine, servers).measure(options, report);
            }
            return world;
        }
    }

    private static void fill(Servers servers, World world, int tasks, int open, int number) throws Exception {
        var start = System.nanoTime();
        try (var fill = new Fill(servers.database(), number)) {
            fill.run(world.places(), tasks, open);
        }
        say(String.format(Locale.ROOT, "Filled in %.0f s", (System.nanoTime() - start) / 1e9));
    }

    /** What a benchmark stores is invented. */
    private static final String NO_SECRET = Base64.getEncoder().encodeToString(new byte[32]);

    private static ConfigurableApplicationContext platform(Servers servers) {
        return new SpringApplicationBuilder(BenchApplication.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "WARN",
                        "spring.datasource.url", servers.database().jdbcUrl(),
                        "spring.datasource.username", servers.database().username(),
                        "spring.datasource.password", servers.database().password(),
                        "landingsbaan.vault.master-key", NO_SECRET,
                        "landingsbaan.engine.grpc-address",
                                servers.engine().grpcAddress().toString()))
                .run();
    }

    private static void describe(Options options) throws IOException {
        var cpu = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        var memory = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
        System.out.println();
        System.out.printf(
                Locale.ROOT,
                "%s; %s, %d cores, %.0f GB; Java %s; %,d tasks, %,d open, %d regions, 12 roles%n",
                ZonedDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ROOT)),
                cpu,
                Runtime.getRuntime().availableProcessors(),
                memory / 1e9,
                Runtime.version(),
                options.tasks(),
                options.open(),
                World.REGIONS);
    }

    private static void say(String text) {
        System.out.printf("[%tT] %s%n", ZonedDateTime.now(), text);
    }
}
