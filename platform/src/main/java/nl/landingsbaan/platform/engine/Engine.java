package nl.landingsbaan.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** Says single things to the engine, and tells an answer from an outage. */
final class Engine {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private Engine() {}

    /**
     * Says something and waits for the answer.
     *
     * @return false when the engine answers that what is spoken of is not there
     * @throws EngineUnavailable when there is no answer, or the engine asks to come back later
     */
    static boolean say(CamundaClient client, Function<CamundaClient, FinalCommandStep<?>> command) {
        try {
            command.apply(client).requestTimeout(ANSWER_WITHIN).send().join();
            return true;
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Status.Code.NOT_FOUND) {
                return false;
            }
            throw isOutage(e.getStatusCode()) ? new EngineUnavailable(e.getStatusCode().name()) : e;
        } catch (ClientException e) {
            throw new EngineUnavailable(e.getClass().getSimpleName());
        }
    }

    /** A lease with some jitter, so that leases given out together do not end together. */
    static Duration withJitter(Duration lease) {
        return lease.plusMillis(ThreadLocalRandom.current().nextLong(lease.toMillis() / 10 + 1));
    }

    private static boolean isOutage(Status.Code code) {
        return switch (code) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, CANCELLED, INTERNAL, ABORTED -> true;
            default -> false;
        };
    }
}
