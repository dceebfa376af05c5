package nl.landingsbaan.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.tenant.TenantFileProblem;
import nl.landingsbaan.platform.tenant.TenantRefused;

/** Plays the scenarios of all regions, or of those that are named, and ends with 0 when all of it is good. */
public final class Proof {

    private static final Path LIBRARY = Path.of("processes");
    private static final Path TENANTS = Path.of(System.getenv().getOrDefault("LANDINGSBAAN_TENANTS", "tenants"));
    private static final Path WORK = Path.of(".landingsbaan");
    private static final Path LOG = WORK.resolve("proef.log");

    private Proof() {}

    /** @param arguments the codes of regions; none means all */
    public static void main(String[] arguments) {
        var good = false;
        try {
            good = play(arguments.length == 0 ? RegionScenarios.regions(TENANTS) : List.of(arguments));
        } catch (RuntimeException e) {
            say(why(e));
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean play(List<String> regions) {
        var started = System.nanoTime();
        say("Beproeft " + String.join(", ", regions) + " (log: " + LOG + ")", "");
        Map<String, Object> quietly = Map.of("logging.threshold.console", "OFF", "logging.file.name", LOG);
        try (var session = ProofSession.start(LIBRARY, TENANTS, WORK, regions, quietly)) {
            var result = session.play();
            Report.lines(result, Duration.ofNanos(System.nanoTime() - started)).forEach(Proof::say);
            return result.isGood();
        }
    }

    private static String why(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ScenariosRefused refused) {
                return "De scenario's kunnen niet worden gespeeld:\n" + refused.getMessage();
            }
            if (cause instanceof TenantRefused refused) {
                return refused.problems().stream()
                        .map(TenantFileProblem::text)
                        .collect(Collectors.joining("\n", "Een regio kan niet worden ingelezen:\n", ""));
            }
        }
        return "De proef is afgebroken: " + thrown + "\nMeer staat in " + LOG + ".";
    }

    private static void say(String... lines) {
        for (var line : lines) {
            System.out.println(line);
        }
    }
}
