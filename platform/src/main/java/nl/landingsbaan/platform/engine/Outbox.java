package nl.landingsbaan.platform.engine;

import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says again what the engine has not heard, as soon as it listens. */
@Component
class Outbox {

    private static final int AT_ONCE = 200;

    private final FailedEventPublications failed;
    private final EngineStatus status;

    Outbox(FailedEventPublications failed, EngineStatus status) {
        this.failed = failed;
        this.status = status;
    }

    @Scheduled(fixedDelay = 1000)
    void repeat() {
        if (status.isReachable()) {
            failed.resubmit(
                    ResubmissionOptions.defaults().withBatchSize(AT_ONCE).withMaxInFlight(AT_ONCE));
        }
    }
}
