package nl.landingsbaan.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.MigrationPlan;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.calendar.AnchorsShifted;
import nl.landingsbaan.platform.calendar.OpenMoments;
import nl.landingsbaan.platform.calendar.Shift;
import nl.landingsbaan.platform.calendar.ShiftedMoment;
import nl.landingsbaan.platform.calendar.Shifts;
import nl.landingsbaan.platform.route.EngineVocabulary;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.TimedProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * How the engine comes to wait for another day. A timer that is set does not follow a
 * variable that changes. But an instance that is migrated, to the process that it runs on already, gets anew what stands on the edge of its
 * steps, unless that is mapped: so all is mapped but the timers that move. Tasks keep their jobs.
 */
@Component
class MomentCommands {

    private static final Logger log = LoggerFactory.getLogger(MomentCommands.class);

    /** An instance that is in the middle of something that the engine does not migrate. */
    private static final Set<Status.Code> NOT_NOW =
            Set.of(Status.Code.FAILED_PRECONDITION, Status.Code.INVALID_ARGUMENT, Status.Code.UNIMPLEMENTED);

    private final EngineConnection connection;
    private final Routes routes;
    private final OpenMoments moments;
    private final Shifts shifts;

    MomentCommands(EngineConnection connection, Routes routes, OpenMoments moments, Shifts shifts) {
        this.connection = connection;
        this.routes = routes;
        this.moments = moments;
        this.shifts = shifts;
    }

    /** Doing it twice is harmless: what is set anew is set to the same day again. */
    @Async
    @TransactionalEventListener
    void shift(AnchorsShifted shifted) {
        var shift = shifts.of(shifted);
        if (shift.isEmpty()) {
            shifts.done(shifted, null, List.of());
            return;
        }
        var client = connection.client();
        try {
            shifts.done(shifted, shift.get(), shift(client, shifted, shift.get()));
        } catch (ClientStatusException e) {
            if (!NOT_NOW.contains(e.getStatusCode())) {
                throw e;
            }
            log.warn("The timers of transfer {} cannot be moved now: {}", shifted.transferId(), e.getStatusCode());
            shifts.later(shifted);
        }
    }

    private List<ShiftedMoment> shift(CamundaClient client, AnchorsShifted shifted, Shift shift) {
        shift.instances()
                .forEach(instance -> Engine.say(
                        client,
                        c -> c.newSetVariablesCommand(instance)
                                .variables(Map.of(EngineVocabulary.ANCHORS, shift.anchors()))));
        var waiting = shift.moments().stream()
                .filter(moment -> isThere(client, shifted, moment))
                .toList();
        waiting.stream()
                .filter(ShiftedMoment::isTimer)
                .collect(Collectors.groupingBy(ShiftedMoment::processInstanceKey))
                .forEach((instance, moving) -> setAnew(client, instance, moving));
        return waiting;
    }

    private boolean isThere(CamundaClient client, AnchorsShifted shifted, ShiftedMoment moment) {
        if (MomentJobs.isActive(client, moment.elementInstanceKey())) {
            return true;
        }
        moments.gone(shifted.regionId(), shifted.transferId(), moment.elementInstanceKey());
        return false;
    }

    private void setAnew(CamundaClient client, long processInstanceKey, List<ShiftedMoment> moving) {
        var definition = moving.getFirst().processDefinitionKey();
        var timers = moving.stream().map(each -> each.moment().elementId()).collect(Collectors.toSet());
        var process = routes.timed(definition).orElseThrow();
        try {
            Engine.say(
                    client,
                    c -> c.newMigrateProcessInstanceCommand(processInstanceKey)
                            .migrationPlan(allBut(timers, process, definition)));
        } catch (ClientStatusException e) {
            if (!NOT_NOW.contains(e.getStatusCode())
                    || !moving.stream().allMatch(each -> each.moment().isWaitedForAlone())) {
                throw e;
            }
            moving.forEach(each -> beginAgain(client, processInstanceKey, each));
        }
    }

    /** Zeebe 8.6 migrates no instance that has come to a gateway that joins. Who only waits begins waiting again. */
    private static void beginAgain(CamundaClient client, long processInstanceKey, ShiftedMoment moving) {
        Engine.say(
                client,
                c -> c.newModifyProcessInstanceCommand(processInstanceKey)
                        .activateElement(moving.moment().hostId())
                        .and()
                        .terminateElement(moving.elementInstanceKey()));
    }

    private static MigrationPlan allBut(Set<String> timers, TimedProcess process, long definition) {
        var kept = process.elementIds().stream()
                .filter(element -> !timers.contains(element))
                .sorted()
                .toList();
        var plan = MigrationPlan.newBuilder()
                .withTargetProcessDefinitionKey(definition)
                .addMappingInstruction(kept.getFirst(), kept.getFirst());
        for (var element : kept.subList(1, kept.size())) {
            plan = plan.addMappingInstruction(element, element);
        }
        return plan.build();
    }
}
