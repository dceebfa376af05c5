package nl.landingsbaan.platform.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the engine's controlled clock with the platform's. A broker loses its clock when it restarts, and would let timers fire
 * at the real time: it starts paused, and is resumed once its clock is right.
 */
@Component
class EngineTime {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private final EngineProperties properties;
    private final PlatformClock clock;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newHttpClient();

    EngineTime(EngineProperties properties, PlatformClock clock, JsonMapper json) {
        this.properties = properties;
        this.clock = clock;
        this.json = json;
    }

    /** Whether the engine's clock can be moved. */
    boolean isControlled() {
        return properties.controlledClock();
    }

    /**
     * Sees to it that the engine processes at the platform's time; true when it does. Always true for an engine with a clock of
     * its own.
     *
     * @throws EngineUnavailable when the management endpoints do not answer
     */
    boolean follows() {
        if (!properties.controlledClock()) {
            return true;
        }
        alignClock();
        var partitions = json.readTree(request("/actuator/partitions", null));
        if (partitions.valueStream().anyMatch(partition -> phase(partition).equals("PAUSED"))) {
            request("/actuator/partitions/resumeProcessing", "");
            return false;
        }
        return !partitions.isEmpty()
                && partitions
                        .valueStream()
                        .allMatch(partition -> phase(partition).equals("PROCESSING"));
    }

    /** Moves the engine's clock to the platform's. One at a time: what two make up for at once is made up for twice. */
    synchronized void alignClock() {
        var before = clock.instant();
        var engine = Instant.ofEpochMilli(json.readTree(request("/actuator/clock", null))
                .get("epochMilli")
                .asLong());
        var behind = Duration.between(engine, before);
        if (behind.abs().compareTo(TOLERANCE) > 0) {
            request("/actuator/clock/add", "{\"offsetMilli\":" + behind.toMillis() + "}");
        }
    }

    private static String phase(JsonNode partition) {
        return partition.path("streamProcessorPhase").asString("");
    }

    private String request(String path, String body) {
        var address = URI.create(properties.managementAddress() + path);
        var request = HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN);
        if (body != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new EngineUnavailable(path + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new EngineUnavailable(path + " did not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineUnavailable(path + " was interrupted");
        }
    }
}
