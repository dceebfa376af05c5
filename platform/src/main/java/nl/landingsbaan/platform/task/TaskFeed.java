package nl.landingsbaan.platform.task;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import nl.landingsbaan.platform.transfer.DossierChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells open screens what changed in the lists, as soon as it is committed. Nobody listening is nothing lost. */
@Service
public class TaskFeed {

    private static final Logger log = LoggerFactory.getLogger(TaskFeed.class);

    private final List<Consumer<TaskChange>> listeners = new CopyOnWriteArrayList<>();
    private final Executor executor;

    TaskFeed(@Qualifier("applicationTaskExecutor") Executor executor) {
        this.executor = executor;
    }

    /** Listens until the returned subscription is closed. The listener is called off the committing thread. */
    public Subscription subscribe(Consumer<TaskChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @EventListener
    void changed(TaskChange change) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell(change);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(change);
            }
        });
    }

    @EventListener
    void changed(DossierChanged dossier) {
        changed(new TaskChange(dossier.regionId(), dossier.transferId(), 0, Set.of()));
    }

    private void tell(TaskChange change) {
        if (!listeners.isEmpty()) {
            executor.execute(() -> listeners.forEach(listener -> tell(listener, change)));
        }
    }

    private static void tell(Consumer<TaskChange> listener, TaskChange change) {
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            log.warn("A listener to task {} failed", change.taskId(), e);
        }
    }

    /** Ends listening. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
