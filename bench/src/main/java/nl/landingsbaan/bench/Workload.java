package nl.landingsbaan.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Does something many times, by one or by several at once. */
final class Workload {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Workload() {}

    /** Calls the action with 0, 1, 2, ... and measures each call. */
    static Samples measure(int times, int atOnce, IntConsumer action) {
        var samples = new Samples();
        run(times, atOnce, number -> {
            var start = System.nanoTime();
            action.accept(number);
            samples.add(System.nanoTime() - start);
        });
        return samples;
    }

    /** Calls the action with 0, 1, 2, ..., spread over as many threads as are at work at once; returns the seconds it took. */
    static double run(int times, int atOnce, IntConsumer action) {
        var start = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(atOnce)) {
            List<Future<?>> all = new ArrayList<>();
            for (int worker = 0; worker < atOnce; worker++) {
                int first = worker;
                all.add(workers.submit(() -> {
                    for (int number = first; number < times; number += atOnce) {
                        action.accept(number);
                    }
                }));
            }
            for (var each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Waits until something is so. */
    static void await(String what, BooleanSupplier condition) {
        var until = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("Waited in vain: " + what);
            }
            pause(Duration.ofMillis(20));
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
