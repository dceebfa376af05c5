package nl.landingsbaan.servers;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks again and again until something holds. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    static void until(String what, Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new ServerStartException("Waited " + atMost.toSeconds() + " s in vain for " + what);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServerStartException("Interrupted while waiting for " + what, e);
            }
        }
    }
}
