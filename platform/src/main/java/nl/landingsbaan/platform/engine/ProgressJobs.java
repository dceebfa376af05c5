package nl.landingsbaan.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.function.Consumer;
import nl.landingsbaan.platform.route.EngineVocabulary;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.task.TaskProjection;
import nl.landingsbaan.platform.transfer.TransferProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The listeners that the compiled drawing carries: start and end of a transfer, and of each phase. */
@Component
class ProgressJobs {

    private static final Logger log = LoggerFactory.getLogger(ProgressJobs.class);

    private final Routes routes;
    private final TransferProgress transfers;
    private final TaskProjection tasks;
    private final StepProbe probe;

    ProgressJobs(Routes routes, TransferProgress transfers, TaskProjection tasks, StepProbe probe) {
        this.routes = routes;
        this.transfers = transfers;
        this.tasks = tasks;
        this.probe = probe;
    }

    /**
     * The route runs. When it runs already under another key, it was started twice or came back under another key: the engine
     * tells which, because only one of the two is there to be spoken to.
     */
    void transferStarted(CamundaClient client, ActivatedJob job) {
        var transferId = TaskJobs.transferOf(job);
        if (transfers.regionOf(transferId).isEmpty()) {
            log.warn("Job {} speaks of transfer {}, which is not here", job.getKey(), transferId);
            return;
        }
        var other = transfers.startedAs(transferId, job.getProcessInstanceKey());
        if (other.isPresent() && (transfers.hasEnded(transferId) || isThere(client, other.get(), transferId))) {
            log.info("Transfer {} was started twice; instance {} ends", transferId, job.getProcessInstanceKey());
            Engine.say(client, c -> c.newCancelInstanceCommand(job.getProcessInstanceKey()));
            return;
        }
        if (other.isPresent()) {
            transfers.runsAs(transferId, job.getProcessInstanceKey(), other.get());
        }
        complete(client, job);
    }

    void phaseEntered(CamundaClient client, ActivatedJob job) {
        withStep(
                client,
                job,
                step -> transfers.entered(TaskJobs.transferOf(job), step.phase(), job.getElementInstanceKey()));
    }

    void phaseLeft(CamundaClient client, ActivatedJob job) {
        var transferId = TaskJobs.transferOf(job);
        withStep(client, job, step -> transfers.left(transferId, job.getElementInstanceKey()));
        sweep(client, transferId);
    }

    /** A boundary event took steps away; nothing else need tell of it soon. */
    void stepsTaken(CamundaClient client, ActivatedJob job) {
        sweep(client, TaskJobs.transferOf(job));
        complete(client, job);
    }

    void transferEnded(CamundaClient client, ActivatedJob job) {
        withStep(client, job, step -> transfers.ended(TaskJobs.transferOf(job), step.outcome()));
    }

    private void sweep(CamundaClient client, long transferId) {
        transfers.regionOf(transferId).ifPresent(regionId -> probe.sweep(client, tasks, regionId, transferId));
    }

    private void withStep(CamundaClient client, ActivatedJob job, Consumer<Step> then) {
        var step = routes.step(job.getProcessDefinitionKey(), job.getElementId());
        if (step.isEmpty() || transfers.regionOf(TaskJobs.transferOf(job)).isEmpty()) {
            Engine.giveBack(client, job.getKey());
            return;
        }
        then.accept(step.get());
        complete(client, job);
    }

    private static void complete(CamundaClient client, ActivatedJob job) {
        Engine.say(client, c -> c.newCompleteCommand(job.getKey()));
    }

    private static boolean isThere(CamundaClient client, long processInstanceKey, long transferId) {
        return Engine.say(
                client,
                c -> c.newSetVariablesCommand(processInstanceKey)
                        .variables(Map.of(EngineVocabulary.TRANSFER, Long.toString(transferId))));
    }
}
