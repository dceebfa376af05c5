package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Keeps open screens up to date without showing every single change of a busy moment. */
@Component
public class LiveScreens {

    private static final Duration SETTLE = Duration.ofMillis(40);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final TaskScheduler scheduler;

    LiveScreens(TaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Prepares the refresh of a screen. Running the result has the screen refreshed very soon, and at most five times a second however
     * often it is run. It may be run on any thread.
     */
    public Runnable refresher(UI ui, Runnable refresh) {
        return new Refresher(ui, refresh);
    }

    /** Has something done on a screen later, unless the screen is gone by then. */
    public void later(UI ui, Duration delay, Runnable action) {
        scheduler.schedule(() -> access(ui, action), Instant.now().plus(delay));
    }

    private static void access(UI ui, Runnable action) {
        try {
            ui.access(action::run);
        } catch (UIDetachedException e) {
            // Nobody looks any more.
        }
    }

    private final class Refresher implements Runnable {

        private final UI ui;
        private final Runnable refresh;
        private final AtomicBoolean planned = new AtomicBoolean();
        private volatile Instant last = Instant.EPOCH;

        Refresher(UI ui, Runnable refresh) {
            this.ui = ui;
            this.refresh = refresh;
        }

        @Override
        public void run() {
            if (!planned.compareAndSet(false, true)) {
                return;
            }
            var soon = Instant.now().plus(SETTLE);
            var rested = last.plus(PAUSE);
            scheduler.schedule(this::show, soon.isAfter(rested) ? soon : rested);
        }

        private void show() {
            last = Instant.now();
            planned.set(false);
            access(ui, refresh);
        }
    }
}
