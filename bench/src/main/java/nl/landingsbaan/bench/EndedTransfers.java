package nl.landingsbaan.bench;

import java.util.concurrent.atomic.AtomicInteger;
import nl.landingsbaan.platform.transfer.TransferEnded;
import org.springframework.context.event.EventListener;

/** Counts the transfers that came to their end. */
class EndedTransfers {

    private final AtomicInteger count = new AtomicInteger();

    int count() {
        return count.get();
    }

    @EventListener
    void ended(TransferEnded ended) {
        count.incrementAndGet();
    }
}
