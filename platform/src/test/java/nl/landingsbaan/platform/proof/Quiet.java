package nl.landingsbaan.platform.proof;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Waits until platform and engine have nothing more to tell each other: every timer that is due has fired, the outbox is empty,
 * and the engine's log does not grow any more.
 */
final class Quiet implements AutoCloseable {

    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final int GLANCES = 4;
    private static final Pattern POSITION = Pattern.compile("\"processedPosition\"\\s*:\\s*(\\d+)");

    private static final String SENTINEL = "wachtpost";
    private static final String DRAWING = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="test">
              <bpmn:process id="wachtpost" isExecutable="true">
                <bpmn:startEvent id="begin"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="a" sourceRef="begin" targetRef="klok" />
                <bpmn:intermediateCatchEvent id="klok">
                  <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
                  <bpmn:timerEventDefinition id="t"><bpmn:timeDate>=op</bpmn:timeDate></bpmn:timerEventDefinition>
                </bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="b" sourceRef="klok" targetRef="melden" />
                <bpmn:serviceTask id="melden">
                  <bpmn:extensionElements><zeebe:taskDefinition type="wachtpost" /></bpmn:extensionElements>
                  <bpmn:incoming>b</bpmn:incoming>
                </bpmn:serviceTask>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JdbcClient jdbc;
    private final URI partitions;
    private final CamundaClient client;

    Quiet(Environment environment, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.partitions = URI.create(
                environment.getRequiredProperty("landingsbaan.engine.management-address") + "/actuator/partitions");
        this.client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create(environment.getRequiredProperty("landingsbaan.engine.grpc-address")))
                .preferRestOverGrpc(false)
                .build();
        Awaitility.await()
                .atMost(AT_MOST)
                .ignoreExceptions()
                .until(() -> client.newDeployResourceCommand()
                                .addResourceStringUtf8(DRAWING, "wachtpost.bpmn")
                                .send()
                                .join()
                        != null);
    }

    /** Waits after a move of the clock: the engine fires timers in order, so that a sentinel's timer is the last. */
    void awaitAfter(Instant moment, Runnable move) {
        client.newCreateInstanceCommand()
                .bpmnProcessId(SENTINEL)
                .latestVersion()
                .variables(Map.of("op", moment.toString()))
                .send()
                .join();
        move.run();
        Awaitility.await()
                .atMost(AT_MOST)
                .pollInterval(GLANCE)
                .ignoreExceptions()
                .until(this::sentinelReported);
        await();
    }

    private boolean sentinelReported() {
        var reports = client.newActivateJobsCommand()
                .jobType(SENTINEL)
                .maxJobsToActivate(1)
                // Short: an answer that the move of the clock has timed out is given again.
                .timeout(GLANCE)
                .send()
                .join()
                .getJobs();
        reports.forEach(report -> client.newCompleteCommand(report).send().join());
        return !reports.isEmpty();
    }

    void await() {
        var seen = new ArrayDeque<Long>();
        Awaitility.await()
                .atMost(AT_MOST)
                .pollInterval(GLANCE)
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    if (entriesInOutbox() > 0) {
                        seen.clear();
                        return false;
                    }
                    seen.add(position());
                    if (seen.size() > GLANCES) {
                        seen.removeFirst();
                    }
                    return seen.size() == GLANCES && seen.stream().distinct().count() == 1;
                });
    }

    private long entriesInOutbox() {
        return jdbc.sql("SELECT COUNT(*) FROM EVENT_PUBLICATION")
                .query(Long.class)
                .single();
    }

    private long position() throws IOException, InterruptedException {
        var answer =
                http.send(HttpRequest.newBuilder(partitions).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        var found = POSITION.matcher(answer.body());
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }
}
