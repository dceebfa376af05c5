package nl.landingsbaan.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.client.api.worker.JobWorkerBuilderStep1.JobWorkerBuilderStep3;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.landingsbaan.platform.route.EngineVocabulary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Receives jobs by long polling, never by streaming: after a crash of the broker, streamed instances were seen to come back
 * under another key.
 */
@Component
class JobWorkers {

    private static final Logger log = LoggerFactory.getLogger(JobWorkers.class);
    private static final int AT_ONCE = 128;
    private static final int ATTEMPTS = 5;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final EngineProperties properties;
    private final TaskJobs taskJobs;
    private final ProgressJobs progressJobs;
    private final GroupJobs groupJobs;
    private final PlaceJobs placeJobs;
    private final MomentJobs momentJobs;
    private final List<JobWorker> open = new ArrayList<>();

    JobWorkers(
            EngineProperties properties,
            TaskJobs taskJobs,
            ProgressJobs progressJobs,
            GroupJobs groupJobs,
            PlaceJobs placeJobs,
            MomentJobs momentJobs) {
        this.properties = properties;
        this.taskJobs = taskJobs;
        this.progressJobs = progressJobs;
        this.groupJobs = groupJobs;
        this.placeJobs = placeJobs;
        this.momentJobs = momentJobs;
    }

    void open(CamundaClient client) {
        open(client, EngineVocabulary.TASK, taskJobs::receive);
        open(client, EngineVocabulary.PHASE_ENTERED, progressJobs::phaseEntered);
        open(client, EngineVocabulary.PHASE_LEFT, progressJobs::phaseLeft);
        open(client, EngineVocabulary.STEPS_TAKEN, progressJobs::stepsTaken);
        open(client, EngineVocabulary.PLACE_WANTED, placeJobs::wanted);
        open(client, EngineVocabulary.PLACE_LEFT, placeJobs::left);
        open(client, EngineVocabulary.TRANSFER_STARTED, progressJobs::transferStarted);
        open(client, EngineVocabulary.TRANSFER_ENDED, progressJobs::transferEnded);
        open(client, EngineVocabulary.GROUP_STARTED, groupJobs::started);
        open(client, EngineVocabulary.GROUP_ENDED, groupJobs::ended);
        open(client, EngineVocabulary.TELL_MEMBERS, groupJobs::tell);
        open(client, EngineVocabulary.NOT_UP_FOR_GROUP, groupJobs::noLongerUp);
        openKnowingAll(client, EngineVocabulary.UP_FOR_GROUP, groupJobs::up);
        openKnowingAll(client, EngineVocabulary.MOMENT, momentJobs::reached);
    }

    void close() {
        open.forEach(JobWorker::close);
        open.clear();
    }

    private void open(CamundaClient client, String jobType, JobReceiver receiver) {
        open.add(worker(client, jobType, receiver)
                .fetchVariables(EngineVocabulary.TRANSFER, EngineVocabulary.DUE)
                .open());
    }

    /** With every variable of the route: which one says for which group somebody is up is the region's to choose. */
    private void openKnowingAll(CamundaClient client, String jobType, JobReceiver receiver) {
        open.add(worker(client, jobType, receiver).open());
    }

    private JobWorkerBuilderStep3 worker(CamundaClient client, String jobType, JobReceiver receiver) {
        return client.newWorker()
                .jobType(jobType)
                .handler((jobClient, job) -> handle(receiver, client, job))
                .name("landingsbaan")
                .timeout(properties.receiveLease())
                .maxJobsActive(AT_ONCE)
                .pollInterval(POLL_INTERVAL)
                .streamEnabled(false);
    }

    /**
     * Two jobs that got into each other's way are handled again at once. A job that could not be handled is not failed: it keeps
     * its retries and comes again after its lease.
     */
    private static void handle(JobReceiver receiver, CamundaClient client, ActivatedJob job) {
        handle(receiver, client, job, ATTEMPTS);
    }

    private static void handle(JobReceiver receiver, CamundaClient client, ActivatedJob job, int attempts) {
        try {
            receiver.receive(client, job);
        } catch (ConcurrencyFailureException e) {
            if (attempts > 1) {
                handle(receiver, client, job, attempts - 1);
            } else {
                log.warn(
                        "Job {} of {} at {} was in the way of others; it comes again",
                        job.getKey(),
                        job.getBpmnProcessId(),
                        job.getElementId());
            }
        } catch (EngineUnavailable e) {
            log.info("Job {} comes again: {}", job.getKey(), e.getMessage());
        } catch (RuntimeException e) {
            log.warn(
                    "Job {} of {} at {} could not be handled; it comes again",
                    job.getKey(),
                    job.getBpmnProcessId(),
                    job.getElementId(),
                    e);
        }
    }

    @FunctionalInterface
    private interface JobReceiver {
        void receive(CamundaClient client, ActivatedJob job);
    }
}
