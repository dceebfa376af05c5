package nl.landingsbaan.platform.region;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does the same for one region after the other, each in a transaction of its own: what goes wrong in one does not stop the others. */
@Component
public class EachRegion {

    private static final Logger log = LoggerFactory.getLogger(EachRegion.class);

    private final Regions regions;
    private final TransactionTemplate transaction;

    EachRegion(Regions regions, PlatformTransactionManager transactions) {
        this.regions = regions;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** Whatever fails is undone for that region, and is logged; the next time it is tried again. */
    public void inTurn(Consumer<Region> work) {
        regions.all().forEach(region -> {
            try {
                transaction.executeWithoutResult(status -> work.accept(region));
            } catch (RuntimeException e) {
                log.error("What is done for every region failed for region {}", region.code(), e);
            }
        });
    }
}
