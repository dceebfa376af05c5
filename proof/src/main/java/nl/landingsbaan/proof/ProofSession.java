package nl.landingsbaan.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.engine.EngineClock;
import nl.landingsbaan.platform.gathering.GatheringCalendar;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.place.Places;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.servers.LocalMariaDb;
import nl.landingsbaan.servers.LocalZeebe;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Regions taken in by a platform of their own, on a real engine and a real database of their own, to play their scenarios. */
final class ProofSession implements AutoCloseable {

    private final Path folder;
    private final List<RegionScenarios> scenarios;
    private final Map<String, Duration> times = new LinkedHashMap<>();
    private LocalZeebe zeebe;
    private LocalMariaDb mariaDb;
    private EngineRecords records;
    private final RunningPlatform platform = new RunningPlatform();
    private Class<?>[] configurations;
    private Map<String, Object> properties;

    private ProofSession(Path folder, List<RegionScenarios> scenarios) {
        this.folder = folder;
        this.scenarios = scenarios;
    }

    /**
     * Takes in the regions.
     *
     * @param work where data is kept until the session is closed
     * @param regions some of the tenants' folder
     * @param settings more settings of the platform
     * @param additions beans beside the platform's
     * @throws ScenariosRefused when the files of the scenarios cannot be read; nothing was started then
     */
    static ProofSession start(
            Path library,
            Path tenants,
            Path work,
            List<String> regions,
            Map<String, Object> settings,
            Class<?>... additions) {
        var scenarios = RegionScenarios.read(tenants, regions);
        var session = new ProofSession(folder(work), scenarios);
        try {
            session.startServers();
            session.configure(library, tenants, settings, additions);
            var started = System.nanoTime();
            session.startPlatform(session.begin());
            session.passed("regio's inlezen en routes publiceren", started);
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static Path folder(Path work) {
        try {
            Files.createDirectories(work);
            return Files.createTempDirectory(work, "proef-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startServers() {
        var started = System.nanoTime();
        records = EngineRecords.in(folder);
        zeebe = LocalZeebe.launch(
                folder.resolve("zeebe"), records.told(LocalZeebe.Options.MODEST.withControlledClock(true)));
        mariaDb = LocalMariaDb.start(folder.resolve("mariadb"), LocalMariaDb.Options.MODEST);
        zeebe.awaitReady();
        passed("database en motor starten", started);
    }

    private void configure(Path library, Path tenants, Map<String, Object> settings, Class<?>... additions) {
        configurations = Stream.concat(Stream.of(ProofApplication.class), Arrays.stream(additions))
                .toArray(Class[]::new);
        properties = new HashMap<>(settings);
        properties.put("landingsbaan.servers", "none");
        properties.put("landingsbaan.library", library.toAbsolutePath().toString());
        properties.put("landingsbaan.tenants", tenants.toAbsolutePath().toString());
        properties.put(
                "landingsbaan.regions",
                scenarios.stream().map(RegionScenarios::region).collect(Collectors.joining(",")));
        properties.put("landingsbaan.engine.controlled-clock", true);
        // Years are played in minutes: with the usual day every open task would come round at every stop of the clock.
        properties.put("landingsbaan.engine.held-lease", "365d");
        properties.put("landingsbaan.engine.grpc-address", zeebe.grpcAddress().toString());
        properties.put(
                "landingsbaan.engine.management-address",
                zeebe.managementAddress().toString());
        properties.put("landingsbaan.vault.master-key", key());
        properties.put("spring.datasource.url", mariaDb.jdbcUrl());
        properties.put("spring.datasource.username", mariaDb.username());
        properties.put("spring.datasource.password", mariaDb.password());
        properties.put("spring.main.banner-mode", "off");
    }

    /** The day before the first scenario begins. */
    private Instant begin() {
        return scenarios.stream()
                .map(RegionScenarios::begin)
                .min(LocalDate::compareTo)
                .orElseThrow()
                .minusDays(1)
                .atTime(LocalTime.NOON)
                .atZone(PlatformClock.ZONE)
                .toInstant();
    }

    private void startPlatform(Instant at) {
        var arguments = Stream.concat(
                Stream.of("--" + ProofApplication.BEGIN + "=" + at),
                properties.entrySet().stream().map(property -> "--" + property.getKey() + "=" + property.getValue()));
        platform.runs(new SpringApplicationBuilder(configurations)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new)));
    }

    /** Stops the platform and the engine, and starts both again with what they have stored, at the time at which they stopped. */
    void restart() {
        var now = context().getBean(PlatformClock.class).instant();
        platform.stop();
        zeebe.restart();
        startPlatform(now);
    }

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Plays all scenarios.
     *
     * @throws ScenariosRefused when they speak of something that the region does not know; nothing was played then
     */
    ProofResult play() {
        return play(new TreeMap<>());
    }

    /**
     * Plays all scenarios, with something in between.
     *
     * @param interludes day to what is done on it when all its lines are done: {@link #restart}, for one
     * @throws ScenariosRefused as {@link #play()}
     */
    ProofResult play(SortedMap<LocalDate, Runnable> interludes) {
        var regions = platform.getBean(Regions.class);
        var routes = platform.getBean(Routes.class);
        var places = platform.getBean(Places.class);
        var clock = platform.getBean(PlatformClock.class);
        var casts = scenarios.stream()
                .map(each -> new Cast(
                        regions, routes, places, regions.byCode(each.region()).orElseThrow(), each))
                .toList();
        var mistakes = casts.stream().flatMap(cast -> cast.mistakes().stream()).toList();
        if (!mistakes.isEmpty()) {
            throw new ScenariosRefused(mistakes);
        }
        var started = System.nanoTime();
        casts.forEach(cast -> cast.hire(platform.getBean(People.class)));
        var journeys = new ArrayList<Journey>();
        for (var cast : casts) {
            for (var scenario : cast.scenarios().scenarios()) {
                for (var number = 1; number <= scenario.number(); number++) {
                    journeys.add(new Journey(platform, records, cast, scenario, number));
                }
            }
        }
        try (var quiet = new Quiet(zeebe.managementAddress(), platform.getBean(JdbcClient.class), records, clock)) {
            quiet.await();
            passed("mensen aannemen", started);
            started = System.nanoTime();
            var pass = new SchoolYearPass(
                    platform.getBean(EngineClock.class),
                    platform.getBean(GatheringCalendar.class),
                    clock,
                    quiet,
                    records);
            pass.play(journeys, interludes);
            passed("spelen", started);
            times.put("  waarvan: wachten tot alles stil is", pass.waiting());
            times.put("  waarvan: klok verzetten, " + pass.stops() + " keer", pass.moving());
            times.put(
                    "  waarvan: doen en nakijken",
                    Duration.ofNanos(journeys.stream().mapToLong(Journey::nanos).sum()));
        }
        var happenings = records.happenings();
        return new ProofResult(
                casts.stream()
                        .map(cast -> new ProofResult.OfRegion(
                                cast.region(),
                                journeys.stream()
                                        .filter(journey -> journey.region()
                                                .equals(cast.region().code()))
                                        .toList(),
                                Coverage.of(cast.scenarios(), cast.elements(), happenings),
                                records.incidents().stream()
                                        .filter(incident -> incident.processId()
                                                .startsWith(cast.region().code() + "."))
                                        .toList()))
                        .toList(),
                times);
    }

    private void passed(String what, long since) {
        times.put(what, Duration.ofNanos(System.nanoTime() - since));
    }

    /** The platform that plays. */
    ConfigurableApplicationContext context() {
        return platform.context();
    }

    /** What the engine says that it did. */
    EngineRecords records() {
        return records;
    }

    /** Where the engine keeps its data. */
    Path engineData() {
        return folder.resolve("zeebe").resolve("data");
    }

    @Override
    public void close() {
        platform.stop();
        if (records != null) {
            records.close();
        }
        if (zeebe != null) {
            zeebe.kill();
        }
        if (mariaDb != null) {
            mariaDb.kill();
        }
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
