package nl.landingsbaan.platform.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.stereotype.Service;

/** Moves the time of the whole installation, platform and engine together. Only in a demo and in tests. */
@Service
public class EngineClock {

    private final PlatformClock clock;
    private final EngineTime engine;

    EngineClock(PlatformClock clock, EngineTime engine) {
        this.clock = clock;
        this.engine = engine;
    }

    /**
     * Moves the time to this instant. The platform goes first, so that what the engine opens is never earlier than the time at
     * which it opens; an engine that is away follows when it is back.
     *
     * @throws IllegalStateException when the engine has a clock of its own
     */
    public void moveTo(Instant instant) {
        if (!engine.isControlled()) {
            throw new IllegalStateException("De klok van deze installatie kan niet worden verzet");
        }
        clock.setOffset(Duration.between(Clock.systemUTC().instant(), instant));
        try {
            engine.alignClock();
        } catch (EngineUnavailable e) {
            // The watch brings it along as soon as it answers.
        }
    }
}
