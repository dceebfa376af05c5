package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.tenant.LibraryRoutes;

/**
 * One shared phase of the library on the real engine, called by a route that does nothing else. The phases of a JVM share an
 * engine of their own, whose clock only goes ahead.
 */
final class WalkedPhase {

    static final Map<String, Object> NOTHING = Map.of();

    private static final String DONE = "uitkomst klaar";

    private static WalkedRoute engine;

    private final Map<String, Object> parameters;
    private final String rootProcessId;

    /** @param called the phases that it calls itself */
    WalkedPhase(String phase, String... called) {
        parameters = new HashMap<>(LibraryRoutes.parametersOf(phase));
        for (var each : called) {
            parameters.putAll(LibraryRoutes.parametersOf(each));
        }
        var blueprint = Blueprint.of("proef-" + phase, LibraryRoutes.ROLES, LibraryRoutes.calling(phase));
        assertThat(blueprint.problems()).isEmpty();
        var processes = blueprint.compile(1);
        rootProcessId = processes.getFirst().processId();
        deploy(processes);
    }

    private static synchronized void deploy(List<DeployableProcess> processes) {
        if (engine == null) {
            engine = new WalkedRoute(processes);
        } else {
            engine.add(processes);
        }
    }

    LocalDate today() {
        return engine.today();
    }

    void moveTo(LocalDate day) {
        engine.moveTo(day);
    }

    /** A young person who enters the phase, with the days of its school year. */
    WalkedRoute.Transfer enter(Map<String, LocalDate> anchors) {
        var days = new HashMap<String, Object>();
        anchors.forEach((anchor, day) -> days.put(anchor, day.toString()));
        return engine.start(rootProcessId, Map.of("parameters", parameters, "ankers", days));
    }

    /** The phase is over, and with these values. */
    static void leaves(WalkedRoute.Transfer transfer, Map<String, Object> values) {
        transfer.reaches(DONE);
        assertThat(transfer.atTheEnd()).containsAllEntriesOf(values);
    }
}
