package nl.landingsbaan.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;
import nl.landingsbaan.platform.route.EngineVocabulary;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.task.OpenStep;
import nl.landingsbaan.platform.task.OpenedStep;
import nl.landingsbaan.platform.task.TaskProjection;
import nl.landingsbaan.platform.time.PlatformClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** A job of a user task becomes a task, once, however often the job is given out. */
@Component
class TaskJobs {

    private static final Logger log = LoggerFactory.getLogger(TaskJobs.class);

    private final Routes routes;
    private final EngineSubjects subjects;
    private final TaskProjection tasks;
    private final StepProbe probe;
    private final GroupJobs groups;
    private final PlaceJobs places;

    TaskJobs(
            Routes routes,
            EngineSubjects subjects,
            TaskProjection tasks,
            StepProbe probe,
            GroupJobs groups,
            PlaceJobs places) {
        this.routes = routes;
        this.subjects = subjects;
        this.tasks = tasks;
        this.probe = probe;
        this.groups = groups;
        this.places = places;
    }

    void receive(CamundaClient client, ActivatedJob job) {
        var step = routes.step(job.getProcessDefinitionKey(), job.getElementId());
        if (step.isEmpty()) {
            // Deployed a moment ago and not yet written down here, or of another installation on the same cluster.
            Engine.giveBack(client, job.getKey());
            return;
        }
        var transferId = EngineSubjects.of(job);
        var regionId = subjects.regionOf(transferId);
        if (regionId.isEmpty()) {
            log.warn("Job {} speaks of subject {}, which is not here", job.getKey(), transferId);
        } else {
            openOrAdopt(client, job, step.get(), regionId.get(), transferId);
            groups.sweep(client, regionId.get(), transferId);
            places.sweep(client, regionId.get(), transferId);
        }
        probe.hold(client, job.getKey());
    }

    /**
     * Something of this transfer has moved: whatever else of it is held to be open is looked after. An open task of the same step
     * whose job is gone is this step, back under another key.
     */
    private void openOrAdopt(CamundaClient client, ActivatedJob job, Step step, long regionId, long transferId) {
        var opened =
                new OpenedStep(regionId, transferId, step.id(), job.getElementInstanceKey(), job.getKey(), due(job));
        var others = once(job, () -> tasks.openAlone(opened));
        if (others.isEmpty()) {
            return;
        }
        var adopted = false;
        for (var open : others) {
            if (probe.hold(client, open.jobKey())) {
                continue;
            }
            if (!adopted && open.stepId() == step.id()) {
                tasks.adopt(open.taskId(), job.getKey(), job.getElementInstanceKey());
                adopted = true;
            } else {
                tasks.gone(open.jobKey());
            }
        }
        if (!adopted) {
            once(job, () -> {
                tasks.open(opened);
                return List.of();
            });
        }
    }

    /** When the job was given out twice, the other one of the two may have been first. */
    private List<OpenStep> once(ActivatedJob job, Supplier<List<OpenStep>> opening) {
        try {
            return opening.get();
        } catch (DataIntegrityViolationException e) {
            if (!tasks.knows(job.getKey())) {
                throw e;
            }
            return List.of();
        }
    }

    /** A date means: before that day is over. */
    private static Instant due(ActivatedJob job) {
        var text = job.getVariablesAsMap().get(EngineVocabulary.DUE);
        if (text == null) {
            return null;
        }
        try {
            return text.toString().contains("T")
                    ? ZonedDateTime.parse(text.toString()).toInstant()
                    : PlatformClock.endOf(LocalDate.parse(text.toString()));
        } catch (DateTimeParseException e) {
            log.warn("Job {} at {} has no readable due date", job.getKey(), job.getElementId());
            return null;
        }
    }
}
