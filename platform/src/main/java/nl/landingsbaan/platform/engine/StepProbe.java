package nl.landingsbaan.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.grpc.Status;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.landingsbaan.platform.task.StepInEngine;
import nl.landingsbaan.platform.task.TaskProjection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Holding on to a job tells whether it is still there: the engine answers "not found" to the lease of a step it has dropped. */
@Component
class StepProbe implements StepInEngine {

    private final ObjectProvider<EngineConnection> connection;
    private final EngineProperties properties;

    StepProbe(ObjectProvider<EngineConnection> connection, EngineProperties properties) {
        this.connection = connection;
        this.properties = properties;
    }

    @Override
    public boolean isGone(long jobKey) {
        try {
            return !hold(
                    jobKey, command -> Engine.sayOnce(connection.getObject().client(), command));
        } catch (EngineUnavailable e) {
            return false;
        }
    }

    /** Lengthens the lease of a job; false when the engine has dropped it. A lease that has just run out means: it is there. */
    boolean hold(CamundaClient client, long jobKey) {
        return hold(jobKey, command -> Engine.say(client, command));
    }

    private boolean hold(long jobKey, Predicate<Function<CamundaClient, FinalCommandStep<?>>> saying) {
        try {
            return saying.test(
                    c -> c.newUpdateTimeoutCommand(jobKey).timeout(Engine.withJitter(properties.heldLease())));
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Status.Code.FAILED_PRECONDITION) {
                return true;
            }
            throw e;
        }
    }

    /** Closes the tasks of a transfer whose step the engine has dropped, but for one job. */
    void sweep(CamundaClient client, TaskProjection tasks, long regionId, long transferId) {
        tasks.openSteps(regionId, transferId).stream()
                .filter(open -> !hold(client, open.jobKey()))
                .forEach(open -> tasks.gone(open.jobKey()));
    }
}
