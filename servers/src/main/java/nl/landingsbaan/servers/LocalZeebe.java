package nl.landingsbaan.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** A real Zeebe broker of one node and one partition, as a child process that only this machine can reach. */
public final class LocalZeebe implements AutoCloseable {

    /**
     * How the broker is to run.
     *
     * @param controlledClock its clock can be moved; it then starts with its processing paused, and whoever started it
     *     sets the clock and resumes (management {@code /actuator/clock}, {@code /actuator/partitions/resumeProcessing})
     * @param heap Java heap, as in {@code -Xmx}: {@code 512m}
     * @param stateMemory memory for RocksDB, as Zeebe writes it: {@code 64MB}
     * @param quickStart starts in half the processor time, and is slower under load ever after
     * @param settings more settings of the broker, by their environment variable
     */
    public record Options(
            boolean controlledClock,
            String heap,
            String stateMemory,
            boolean quickStart,
            Map<String, String> settings) {

        /** Enough for a demo and for tests. */
        public static final Options MODEST = new Options(false, "512m", "64MB", true, Map.of());

        /** With full speed under load. */
        public Options(boolean controlledClock, String heap, String stateMemory) {
            this(controlledClock, heap, stateMemory, false, Map.of());
        }

        /** The same broker with a clock that can be moved. */
        public Options withControlledClock(boolean controlled) {
            return new Options(controlled, heap, stateMemory, quickStart, settings);
        }

        /**
         * The same broker, that hands every record to an exporter.
         *
         * @param arguments what the exporter is told
         */
        public Options withExporter(Path jar, String className, Map<String, String> arguments) {
            var more = new HashMap<>(settings);
            more.put(EXPORTER + "JARPATH", jar.toAbsolutePath().toString());
            more.put(EXPORTER + "CLASSNAME", className);
            arguments.forEach((name, value) -> more.put(EXPORTER + "ARGS_" + name.toUpperCase(Locale.ROOT), value));
            return new Options(controlledClock, heap, stateMemory, quickStart, Map.copyOf(more));
        }
    }

    private static final String EXPORTER = "ZEEBE_BROKER_EXPORTERS_LANDINGSBAAN_";

    /** Routes say {@code today()}: that is a day in the Netherlands. */
    private static final String ZONE = "Europe/Amsterdam";

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration PORTS_FREE_WITHIN = Duration.ofSeconds(15);
    private static final Pattern PHASE = Pattern.compile("\"streamProcessorPhase\"\\s*:\\s*\"(\\w+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ZeebeDistribution distribution;
    private final Path directory;
    private final Options options;
    private final Ports ports;
    private ChildServer server;

    private LocalZeebe(ZeebeDistribution distribution, Path directory, Options options, Ports ports) {
        this.distribution = distribution;
        this.directory = directory;
        this.options = options;
        this.ports = ports;
    }

    /** Starts the broker and waits until it is ready. Its data and its log are kept in the folder. */
    public static LocalZeebe start(Path directory, Options options) {
        LocalZeebe zeebe = launch(directory, options);
        try {
            zeebe.awaitReady();
        } catch (RuntimeException e) {
            zeebe.close();
            throw e;
        }
        return zeebe;
    }

    /** Starts the broker and returns at once: its addresses are known before it is ready. */
    public static LocalZeebe launch(Path directory, Options options) {
        var zeebe = new LocalZeebe(
                ZeebeDistribution.find(), directory.toAbsolutePath(), options, Ports.of(FreePorts.choose(5)));
        zeebe.startServer();
        return zeebe;
    }

    /** Waits until every partition processes, or is paused and waits for its clock. */
    public void awaitReady() {
        server.await(READY_WITHIN, () -> answers("/actuator/health/readiness") && everyPartitionIsReady());
    }

    /** Where clients connect. */
    public URI grpcAddress() {
        return URI.create("http://127.0.0.1:" + ports.gateway());
    }

    /** Where the clock and the partitions are managed. */
    public URI managementAddress() {
        return URI.create("http://127.0.0.1:" + ports.management());
    }

    /** The broker's process. */
    public long pid() {
        return server.pid();
    }

    public boolean isRunning() {
        return server.isRunning();
    }

    /** Ends the broker as a power cut would, without giving it the chance to tidy up. */
    public void kill() {
        server.kill();
    }

    /** Starts the broker again on the same ports with the same data, stopping it first if it still runs. */
    public void restart() {
        server.close();
        startServer();
        awaitReady();
    }

    /** Stops the broker. Close its clients first: it waits half a minute for open streams. */
    @Override
    public void close() {
        server.close();
    }

    private void startServer() {
        Path data = directory.resolve("data");
        server = ChildServer.start(
                "zeebe",
                directory,
                () -> prepare(data),
                List.of("/bin/sh", distribution.broker().toString()),
                environment(data));
    }

    private void prepare(Path data) throws IOException {
        Files.createDirectories(data);
        // a broker that was killed leaves native libraries and web folders behind
        FileSystemUtils.deleteRecursively(temporary());
        Files.createDirectories(temporary());
        try (InputStream logging = LocalZeebe.class.getResourceAsStream("zeebe-log4j2.xml")) {
            Files.copy(logging, loggingFile(), StandardCopyOption.REPLACE_EXISTING);
        }
        if (options.controlledClock()) {
            pauseProcessing(data);
        }
        FreePorts.awaitFree(ports.all(), PORTS_FREE_WITHIN);
    }

    // A broker whose clock is moved back while it processes never fires its timers. Found paused, it waits for the
    // clock.
    private static void pauseProcessing(Path data) throws IOException {
        Path partition = data.resolve("raft-partition/partitions/1");
        Files.createDirectories(partition);
        try {
            Files.createFile(partition.resolve(".processorPaused"));
        } catch (FileAlreadyExistsException e) {
            // it was still paused when it stopped
        }
    }

    private Map<String, String> environment(Path data) {
        var variables = new HashMap<String, String>();
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("JDK_JAVA_OPTIONS", String.join(" ", jvmOptions()));
        variables.put("LOGGING_CONFIG", loggingFile().toUri().toString());
        variables.put("LOG4J_CONFIGURATION_FILE", loggingFile().toUri().toString());
        variables.put("ZEEBE_BROKER_GATEWAY_ENABLE", "true");
        variables.put("ZEEBE_BROKER_DATA_DIRECTORY", data.toString());
        variables.put("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1");
        variables.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1");
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        variables.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", String.valueOf(ports.gateway()));
        variables.put("SERVER_PORT", String.valueOf(ports.rest()));
        variables.put("MANAGEMENT_SERVER_PORT", String.valueOf(ports.management()));
        variables.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", String.valueOf(ports.command()));
        variables.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", String.valueOf(ports.internal()));
        variables.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "32MB");
        variables.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "512MB");
        variables.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "256MB");
        variables.put("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", options.stateMemory());
        if (options.controlledClock()) {
            variables.put("ZEEBE_CLOCK_CONTROLLED", "true");
        }
        variables.putAll(options.settings());
        return variables;
    }

    private List<String> jvmOptions() {
        var jvm = new ArrayList<>(List.of(
                "-Xmx" + options.heap(),
                "-XX:+UseSerialGC",
                "-XX:MaxDirectMemorySize=256m",
                "\"-Djava.io.tmpdir=" + temporary() + "\"",
                "-Duser.timezone=" + ZONE,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (options.quickStart()) {
            jvm.add("-XX:TieredStopAtLevel=1");
        }
        return jvm;
    }

    private Path loggingFile() {
        return directory.resolve("log4j2.xml");
    }

    private Path temporary() {
        return directory.resolve("tmp");
    }

    private boolean answers(String path) {
        return get(path).map(answer -> answer.statusCode() == 200).orElse(false);
    }

    private boolean everyPartitionIsReady() {
        return get("/actuator/partitions")
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> PHASE.matcher(answer.body())
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .filter(phases -> !phases.isEmpty() && phases.stream().allMatch(this::isReady))
                .isPresent();
    }

    private boolean isReady(String phase) {
        return phase.equals("PROCESSING") || options.controlledClock() && phase.equals("PAUSED");
    }

    private Optional<HttpResponse<String>> get(String path) {
        var request = HttpRequest.newBuilder(managementAddress().resolve(path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while asking Zeebe whether it is ready", e));
        }
    }

    private record Ports(int gateway, int rest, int management, int command, int internal) {

        static Ports of(List<Integer> free) {
            return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
        }

        List<Integer> all() {
            return List.of(gateway, rest, management, command, internal);
        }
    }
}
