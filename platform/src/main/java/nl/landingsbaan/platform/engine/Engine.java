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

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private Engine() {}

    /**
     * Says something and waits for the answer. An engine that has too much to do at the moment is asked again, for some seconds.
     *
     * @return false when the engine answers that what is spoken of is not there
     * @throws EngineUnavailable when there is no answer, or the engine goes on asking to come back later
     */
    static boolean say(CamundaClient client, Function<CamundaClient, FinalCommandStep<?>> command) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                return sayOnce(client, command);
            } catch (EngineBusy e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
                pause(withJitter(pause));
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** As {@link #say}, without patience. */
    static boolean sayOnce(CamundaClient client, Function<CamundaClient, FinalCommandStep<?>> command) {
        try {
            command.apply(client).requestTimeout(ANSWER_WITHIN).send().join();
            return true;
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Status.Code.NOT_FOUND) {
                return false;
            }
            if (e.getStatusCode() == Status.Code.RESOURCE_EXHAUSTED) {
                throw new EngineBusy();
            }
            throw isOutage(e.getStatusCode())
                    ? new EngineUnavailable(e.getStatusCode().name())
                    : e;
        } catch (ClientException e) {
            throw new EngineUnavailable(e.getClass().getSimpleName());
        }
    }

    /** Gives back a job that cannot be handled yet: it comes again soon. */
    static void giveBack(CamundaClient client, long jobKey) {
        say(client, c -> c.newUpdateTimeoutCommand(jobKey).timeout(SOON));
    }

    /** A lease with some jitter, so that leases given out together do not end together. */
    static Duration withJitter(Duration lease) {
        return lease.plusMillis(ThreadLocalRandom.current().nextLong(lease.toMillis() / 10 + 1));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineUnavailable("Interrupted");
        }
    }

    /** The engine asks to come back later. */
    private static final class EngineBusy extends EngineUnavailable {
        EngineBusy() {
            super("The engine is busy");
        }
    }

    private static boolean isOutage(Status.Code code) {
        return switch (code) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, INTERNAL, ABORTED -> true;
            default -> false;
        };
    }
}
