package nl.landingsbaan.platform.handover;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells once of a handover that nobody opens: after so many days as the region's parameter says. */
@Component
class UnreadHandovers {

    private static final Logger log = LoggerFactory.getLogger(UnreadHandovers.class);

    static final String DAYS = "overdracht_ongelezen_dagen";
    private static final int DEFAULT_DAYS = 10;

    private final HandoverStore store;
    private final Regions regions;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UnreadHandovers(
            HandoverStore store,
            Regions regions,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.regions = regions;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "PT30S", initialDelayString = "PT30S")
    void look() {
        regions.all().forEach(region -> {
            try {
                transaction.executeWithoutResult(status -> look(region));
            } catch (RuntimeException e) {
                log.warn("Unread handovers in region {} were not told and are tried again", region.id(), e);
            }
        });
    }

    private void look(Region region) {
        var now = clock.instant();
        store.unread(region.id(), now.minus(Duration.ofDays(days(region)))).stream()
                .filter(handover -> store.remind(handover, now))
                .forEach(handover -> events.publishEvent(
                        new HandoverUnread(handover.regionId(), handover.transferId(), handover.id())));
    }

    private static long days(Region region) {
        var days = region.settings().parameters().get(DAYS);
        return days == null ? DEFAULT_DAYS : new BigDecimal(days.toString()).longValue();
    }
}
