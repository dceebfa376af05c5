package nl.landingsbaan.platform.notify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells open screens whose messages changed, as soon as it is committed. Nobody listening is nothing lost. */
@Service
public class MessageFeed {

    private static final Logger log = LoggerFactory.getLogger(MessageFeed.class);

    private final List<Consumer<MessagesChanged>> listeners = new CopyOnWriteArrayList<>();
    private final Executor executor;

    MessageFeed(@Qualifier("applicationTaskExecutor") Executor executor) {
        this.executor = executor;
    }

    /** Listens until the returned subscription is closed. The listener is called off the committing thread. */
    public Subscription subscribe(Consumer<MessagesChanged> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Within a transaction: tells it after the commit, once however often it was said. */
    void changed(MessagesChanged change) {
        for (var each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof Told told && told.feed() == this) {
                told.changes.add(change);
                return;
            }
        }
        var told = new Told();
        told.changes.add(change);
        TransactionSynchronizationManager.registerSynchronization(told);
    }

    private void tell(Set<MessagesChanged> changes) {
        if (!listeners.isEmpty()) {
            executor.execute(() -> changes.forEach(change -> listeners.forEach(listener -> tell(listener, change))));
        }
    }

    private static void tell(Consumer<MessagesChanged> listener, MessagesChanged change) {
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            log.warn("A listener to the messages of account {} failed", change.accountId(), e);
        }
    }

    private final class Told implements TransactionSynchronization {

        private final Set<MessagesChanged> changes = new LinkedHashSet<>();

        MessageFeed feed() {
            return MessageFeed.this;
        }

        @Override
        public void afterCommit() {
            tell(changes);
        }
    }

    /** Ends listening. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
