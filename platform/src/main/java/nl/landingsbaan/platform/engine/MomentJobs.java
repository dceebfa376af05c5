package nl.landingsbaan.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import nl.landingsbaan.platform.calendar.OpenMoments;
import nl.landingsbaan.platform.route.Routes;
import org.springframework.stereotype.Component;

/** Where the engine waits for what hangs on an anchor. */
@Component
class MomentJobs {

    private final Routes routes;
    private final EngineSubjects subjects;
    private final OpenMoments moments;

    MomentJobs(Routes routes, EngineSubjects subjects, OpenMoments moments) {
        this.routes = routes;
        this.subjects = subjects;
        this.moments = moments;
    }

    /** The route came to where something is waited for that hangs on an anchor, or into a process of its own. */
    void reached(CamundaClient client, ActivatedJob job) {
        var transferId = EngineSubjects.of(job);
        if (subjects.isGroup(transferId)) {
            Engine.say(client, c -> c.newCompleteCommand(job.getKey())); // a group's own moments do not move
            return;
        }
        var region = subjects.regionOf(transferId);
        var process = routes.timed(job.getProcessDefinitionKey());
        if (region.isEmpty() || process.isEmpty()) {
            Engine.giveBack(client, job.getKey());
            return;
        }
        var isHost = !process.get().at(job.getElementId()).isEmpty();
        moments.reached(
                region.get(),
                transferId,
                process.get(),
                isHost ? job.getElementId() : process.get().processId(),
                isHost ? job.getElementInstanceKey() : job.getProcessInstanceKey(),
                job.getProcessInstanceKey(),
                job.getProcessDefinitionKey(),
                job.getVariablesAsMap());
        Engine.say(client, c -> c.newCompleteCommand(job.getKey()));
    }

    /** Forgets what is waited for no longer. */
    void sweep(CamundaClient client, long regionId, long transferId) {
        moments.elements(regionId, transferId).stream()
                .filter(element -> !isActive(client, element))
                .forEach(element -> moments.gone(regionId, transferId, element));
    }

    /** Whether an element is active still; nothing changes by the question. */
    static boolean isActive(CamundaClient client, long elementInstanceKey) {
        return Engine.say(
                client,
                c -> c.newSetVariablesCommand(elementInstanceKey)
                        .variables(Map.of())
                        .local(true));
    }
}
