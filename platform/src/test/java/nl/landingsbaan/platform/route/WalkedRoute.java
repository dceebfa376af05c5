package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.worker.JobWorker;
import io.grpc.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.TestServers.EngineClock;

/** A compiled route on a real engine whose clock can be moved, walked with plain client commands. */
final class WalkedRoute implements AutoCloseable {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final TestServers.Engine engine = TestServers.ownEngine(EngineClock.CONTROLLED);
    private final HttpClient http = HttpClient.newHttpClient();
    private final CamundaClient client;
    private final List<JobWorker> listeners = new ArrayList<>();
    private final Map<String, CopyOnWriteArrayList<String>> journal = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> atTheEnd = new ConcurrentHashMap<>();
    private final Map<String, Map<String, ActivatedJob>> open = new HashMap<>();
    private final String rootProcessId;
    private Duration ahead = Duration.ZERO;

    WalkedRoute(List<DeployableProcess> processes) {
        post("/actuator/partitions/resumeProcessing", "");
        client = CamundaClient.newClientBuilder()
                .grpcAddress(engine.grpcAddress())
                .preferRestOverGrpc(false)
                .build();
        rootProcessId = processes.getFirst().processId();
        add(processes);
        listen(EngineVocabulary.TRANSFER_STARTED, "begonnen");
        listen(EngineVocabulary.TRANSFER_ENDED, "uitkomst");
        listen(EngineVocabulary.PHASE_ENTERED, "in");
        listen(EngineVocabulary.PHASE_LEFT, "uit");
        listen(EngineVocabulary.STEPS_TAKEN, "door");
        listen(EngineVocabulary.MOMENT, null);
        listen(EngineVocabulary.UP_FOR_GROUP, null);
        listen(EngineVocabulary.NOT_UP_FOR_GROUP, null);
        listen(EngineVocabulary.PLACE_WANTED, null);
        listen(EngineVocabulary.PLACE_LEFT, null);
    }

    /** Deploys as soon as the engine takes it. */
    void add(List<DeployableProcess> processes) {
        await().ignoreExceptions().atMost(Duration.ofSeconds(90)).until(() -> deploy(processes) != null);
    }

    DeploymentEvent deploy(List<DeployableProcess> processes) {
        var first = processes.getFirst();
        var command = client.newDeployResourceCommand().addResourceStringUtf8(first.xml(), first.resourceName());
        for (DeployableProcess process : processes.subList(1, processes.size())) {
            command.addResourceStringUtf8(process.xml(), process.resourceName());
        }
        return command.send().join();
    }

    /** @param word how it stands in the journal; null: not at all */
    private void listen(String type, String word) {
        listeners.add(client.newWorker()
                .jobType(type)
                .handler((jobs, job) -> {
                    // Before the command: the move of the clock can time out its answer, and then the job comes again.
                    var lines = journal.computeIfAbsent(
                            (String) job.getVariablesAsMap().get("transfer"), k -> new CopyOnWriteArrayList<>());
                    if (type.equals(EngineVocabulary.TRANSFER_ENDED)) {
                        atTheEnd.put((String) job.getVariablesAsMap().get("transfer"), job.getVariablesAsMap());
                    }
                    if (word != null) {
                        lines.addIfAbsent(word + " "
                                + (type.equals(EngineVocabulary.TRANSFER_STARTED)
                                        ? job.getBpmnProcessId()
                                        : job.getElementId()));
                    }
                    jobs.newCompleteCommand(job).send().join();
                })
                .timeout(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .open());
    }

    /** The date in Amsterdam, as the engine sees it. */
    LocalDate today() {
        return LocalDate.ofInstant(Instant.now().plus(ahead), AMSTERDAM);
    }

    /** Moves the clock ahead to eight in the morning of a day. */
    void moveTo(LocalDate day) {
        Instant wanted = day.atTime(LocalTime.of(8, 0)).atZone(AMSTERDAM).toInstant();
        Duration step = Duration.between(Instant.now().plus(ahead), wanted);
        assertThat(step).as("the clock only goes ahead").isPositive();
        post("/actuator/clock/add", "{\"offsetMilli\":" + step.toMillis() + "}");
        ahead = ahead.plus(step);
    }

    Transfer start(Map<String, Object> variables) {
        return start(rootProcessId, variables);
    }

    /** Starts another process that was deployed on the same engine. */
    Transfer start(String processId, Map<String, Object> variables) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> all = new HashMap<>(variables);
        all.put("transfer", id);
        client.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(all)
                .send()
                .join();
        return new Transfer(id, processId);
    }

    private Map<String, ActivatedJob> poll(String transfer) {
        var jobs = client.newActivateJobsCommand()
                .jobType(EngineVocabulary.TASK)
                .maxJobsToActivate(50)
                .timeout(Duration.ofMinutes(1))
                .requestTimeout(Duration.ofMillis(300))
                .send()
                .join()
                .getJobs();
        for (ActivatedJob job : jobs) {
            open.computeIfAbsent((String) job.getVariablesAsMap().get("transfer"), k -> new HashMap<>())
                    .put(job.getElementId(), job);
        }
        return open.computeIfAbsent(transfer, k -> new HashMap<>());
    }

    private void post(String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(engine.managementAddress() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        listeners.forEach(JobWorker::close);
        client.close();
        http.close();
        engine.close();
    }

    /** One young person on the route. */
    final class Transfer {

        private final String id;
        private final String processId;

        private Transfer(String id, String processId) {
            this.id = id;
            this.processId = processId;
        }

        /** Waits until the engine has opened the task; its due date, or null. */
        LocalDate due(String elementId) {
            String due = (String) task(elementId).getVariablesAsMap().get(EngineVocabulary.DUE);
            return due == null ? null : LocalDate.parse(due.substring(0, 10));
        }

        private ActivatedJob task(String elementId) {
            await("task " + elementId).atMost(Duration.ofSeconds(20)).until(() -> poll(id).containsKey(elementId));
            return open.get(id).get(elementId);
        }

        /** Completes the task as soon as it is there. */
        void complete(String elementId, Map<String, Object> variables) {
            client.newCompleteCommand(task(elementId))
                    .variables(variables)
                    .send()
                    .join();
            open.get(id).remove(elementId);
        }

        /** The task does not open while the engine is given the time to open it. */
        void hasNo(String elementId) {
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> !poll(id).containsKey(elementId));
        }

        /** A task that was open has been taken away by the engine. */
        void loses(String elementId) {
            var job = Optional.ofNullable(open.get(id).remove(elementId)).orElseThrow();
            await().atMost(Duration.ofSeconds(10)).until(() -> isGone(job));
        }

        private boolean isGone(ActivatedJob job) {
            try {
                client.newUpdateTimeoutCommand(job)
                        .timeout(Duration.ofMinutes(1))
                        .send()
                        .join();
                return false;
            } catch (ClientStatusException e) {
                return e.getStatusCode() == Status.Code.NOT_FOUND;
            }
        }

        void report(String message, Map<String, Object> variables) {
            client.newPublishMessageCommand()
                    .messageName(processId.substring(0, processId.indexOf('.') + 1) + message)
                    .correlationKey(id)
                    .timeToLive(Duration.ofSeconds(30))
                    .variables(variables)
                    .send()
                    .join();
        }

        /** Waits for a line in the journal of phases and outcomes. */
        void reaches(String line) {
            await(line).atMost(Duration.ofSeconds(20)).until(() -> journal().contains(line));
        }

        /** What the engine knew when an outcome was reached. */
        Map<String, Object> atTheEnd() {
            return atTheEnd.getOrDefault(id, Map.of());
        }

        List<String> journal() {
            return List.copyOf(journal.getOrDefault(id, new CopyOnWriteArrayList<>()));
        }
    }
}
