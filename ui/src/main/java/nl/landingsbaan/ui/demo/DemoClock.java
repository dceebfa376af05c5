package nl.landingsbaan.ui.demo;

import java.time.LocalDate;
import java.util.Optional;

/** The demo's clock, which visitors move. There is such a bean in a demo only. */
public interface DemoClock {

    /** The date that it is in the demo. */
    LocalDate today();

    /** Moves the clock on by a day. Returns at once; see {@link #busy()}. */
    void day();

    /** Moves the clock on by seven days. Returns at once; see {@link #busy()}. */
    void week();

    /** Moves the clock on to the next day on which something happens. Returns at once; see {@link #busy()}. */
    void nextEvent();

    /** What the demo is busy with, in words; empty when the clock can be moved. */
    Optional<String> busy();

    /** Has the listener called, on any thread, whenever {@link #today()} or {@link #busy()} changed. */
    Subscription onChange(Runnable listener);

    /** Ends listening. */
    @FunctionalInterface
    interface Subscription {
        void close();
    }
}
