package nl.landingsbaan.platform.engine;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the engine can be reached. Professionals go on working when it cannot; screens and the health endpoint say so. */
@Component("engine")
public class EngineStatus implements HealthIndicator {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean reachable;
    private volatile Instant since = Instant.now();

    public boolean isReachable() {
        return reachable;
    }

    /** Since when the engine has been reachable, or unreachable (real time). */
    public Instant since() {
        return since;
    }

    /** Calls the listener at each change until the returned subscription is closed. */
    public Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Health health() {
        var health = reachable ? Health.up() : Health.down();
        return health.withDetail("since", since).build();
    }

    void set(boolean nowReachable) {
        if (nowReachable != reachable) {
            reachable = nowReachable;
            since = Instant.now();
            listeners.forEach(Runnable::run);
        }
    }

    /** Ends listening. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
