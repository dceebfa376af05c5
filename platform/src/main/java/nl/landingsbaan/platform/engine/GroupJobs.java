package nl.landingsbaan.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.util.function.Consumer;
import nl.landingsbaan.platform.gathering.GatheringProgress;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.transfer.TransferProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Start and end of groups, what they tell their members, and who comes up for them. */
@Component
class GroupJobs {

    private static final Logger log = LoggerFactory.getLogger(GroupJobs.class);

    private final Routes routes;
    private final GatheringProgress gatherings;
    private final TransferProgress transfers;
    private final Instances instances;

    GroupJobs(Routes routes, GatheringProgress gatherings, TransferProgress transfers) {
        this.routes = routes;
        this.gatherings = gatherings;
        this.transfers = transfers;
        this.instances = new Instances(gatherings::startedAs, gatherings::hasEnded, gatherings::runsAs);
    }

    void started(CamundaClient client, ActivatedJob job) {
        var gatheringId = EngineSubjects.of(job);
        if (gatherings.regionOf(gatheringId).isEmpty()) {
            log.warn("Job {} speaks of group {}, which is not here", job.getKey(), gatheringId);
            return;
        }
        if (instances.isTheOne(client, job, gatheringId)) {
            complete(client, job);
        }
    }

    void ended(CamundaClient client, ActivatedJob job) {
        ofGroup(client, job, step -> gatherings.ended(EngineSubjects.of(job), step.outcome()));
    }

    void tell(CamundaClient client, ActivatedJob job) {
        ofGroup(client, job, step -> gatherings.tell(EngineSubjects.of(job), step, job.getElementInstanceKey()));
    }

    void up(CamundaClient client, ActivatedJob job) {
        ofTransfer(
                client,
                job,
                (regionId, step) -> gatherings.entered(
                        regionId,
                        EngineSubjects.of(job),
                        step.group(),
                        job.getVariablesAsMap(),
                        job.getElementInstanceKey()));
    }

    void noLongerUp(CamundaClient client, ActivatedJob job) {
        ofTransfer(
                client,
                job,
                (regionId, step) -> gatherings.left(regionId, EngineSubjects.of(job), job.getElementInstanceKey()));
    }

    /** Whoever is held to be up for a group by a step that an event took away is so no longer. */
    void sweep(CamundaClient client, long regionId, long transferId) {
        gatherings.steps(regionId, transferId).stream()
                .filter(step -> !Instances.isThere(client, step, transferId))
                .forEach(step -> gatherings.left(regionId, transferId, step));
    }

    private void ofGroup(CamundaClient client, ActivatedJob job, Consumer<Step> then) {
        var step = routes.step(job.getProcessDefinitionKey(), job.getElementId());
        if (step.isEmpty() || gatherings.regionOf(EngineSubjects.of(job)).isEmpty()) {
            Engine.giveBack(client, job.getKey());
            return;
        }
        then.accept(step.get());
        complete(client, job);
    }

    private void ofTransfer(CamundaClient client, ActivatedJob job, OfTransfer then) {
        var step = routes.step(job.getProcessDefinitionKey(), job.getElementId());
        var regionId = transfers.regionOf(EngineSubjects.of(job));
        if (step.isEmpty() || regionId.isEmpty()) {
            Engine.giveBack(client, job.getKey());
            return;
        }
        then.accept(regionId.get(), step.get());
        complete(client, job);
    }

    private static void complete(CamundaClient client, ActivatedJob job) {
        Engine.say(client, c -> c.newCompleteCommand(job.getKey()));
    }

    @FunctionalInterface
    private interface OfTransfer {
        void accept(long regionId, Step step);
    }
}
