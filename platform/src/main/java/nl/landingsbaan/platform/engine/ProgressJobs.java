package nl.landingsbaan.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.util.function.Consumer;
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
    private final EngineSubjects subjects;
    private final TaskProjection tasks;
    private final StepProbe probe;
    private final GroupJobs groups;
    private final PlaceJobs places;
    private final MomentJobs moments;
    private final Instances instances;

    ProgressJobs(
            Routes routes,
            TransferProgress transfers,
            EngineSubjects subjects,
            TaskProjection tasks,
            StepProbe probe,
            GroupJobs groups,
            PlaceJobs places,
            MomentJobs moments) {
        this.routes = routes;
        this.transfers = transfers;
        this.tasks = tasks;
        this.probe = probe;
        this.subjects = subjects;
        this.groups = groups;
        this.places = places;
        this.instances = new Instances(transfers::startedAs, transfers::hasEnded, transfers::runsAs);
        this.moments = moments;
    }

    /** The route runs; unless it runs already. */
    void transferStarted(CamundaClient client, ActivatedJob job) {
        var transferId = EngineSubjects.of(job);
        if (transfers.regionOf(transferId).isEmpty()) {
            log.warn("Job {} speaks of transfer {}, which is not here", job.getKey(), transferId);
            return;
        }
        if (instances.isTheOne(client, job, transferId)) {
            complete(client, job);
        }
    }

    void phaseEntered(CamundaClient client, ActivatedJob job) {
        withStep(
                client,
                job,
                step -> transfers.entered(EngineSubjects.of(job), step.phase(), job.getElementInstanceKey()));
    }

    void phaseLeft(CamundaClient client, ActivatedJob job) {
        var transferId = EngineSubjects.of(job);
        withStep(client, job, step -> transfers.left(transferId, job.getElementInstanceKey()));
        sweep(client, transferId);
    }

    /** A boundary event took steps away; nothing else need tell of it soon. */
    void stepsTaken(CamundaClient client, ActivatedJob job) {
        sweep(client, EngineSubjects.of(job));
        complete(client, job);
    }

    void transferEnded(CamundaClient client, ActivatedJob job) {
        withStep(client, job, step -> transfers.ended(EngineSubjects.of(job), step.outcome()));
    }

    private void sweep(CamundaClient client, long subjectId) {
        subjects.regionOf(subjectId).ifPresent(regionId -> {
            probe.sweep(client, tasks, regionId, subjectId);
            groups.sweep(client, regionId, subjectId);
            places.sweep(client, regionId, subjectId);
            moments.sweep(client, regionId, subjectId);
        });
    }

    private void withStep(CamundaClient client, ActivatedJob job, Consumer<Step> then) {
        if (subjects.isGroup(EngineSubjects.of(job))) {
            complete(client, job); // a process that both call: a group is in no phase
            return;
        }
        var step = routes.step(job.getProcessDefinitionKey(), job.getElementId());
        if (step.isEmpty() || transfers.regionOf(EngineSubjects.of(job)).isEmpty()) {
            Engine.giveBack(client, job.getKey());
            return;
        }
        then.accept(step.get());
        complete(client, job);
    }

    private static void complete(CamundaClient client, ActivatedJob job) {
        Engine.say(client, c -> c.newCompleteCommand(job.getKey()));
    }
}
