package nl.landingsbaan.proof;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that platform and engine come to by themselves. */
final class Awaiting {

    private static final Duration AT_MOST = Duration.ofSeconds(90);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private Awaiting() {}

    /** @throws IllegalStateException when it does not come to it */
    static void until(String what, BooleanSupplier so) {
        var deadline = System.nanoTime() + AT_MOST.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Na %d seconden was het nog niet zover dat %s".formatted(AT_MOST.toSeconds(), what));
            }
            pause(GLANCE);
        }
    }

    /** Between one look and the next. */
    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
