package nl.landingsbaan.platform.notify;

import java.time.Instant;

/**
 * A message as its reader may see it at this moment.
 *
 * @param about what it is about; null when it is about nobody, or about somebody whom the reader no longer may see
 * @param hidden whether it is about somebody whom the reader no longer may see
 */
public record Message(long id, MessageKind kind, Instant at, boolean unread, About about, boolean hidden) {

    /**
     * Whom and what a message is about.
     *
     * @param transferMayOpen whether the reader may open the dossier
     * @param stepName null unless it is about a task
     * @param openTaskId the task, when the reader can work on it; else null
     */
    public record About(
            long transferId, String youngPerson, boolean transferMayOpen, String stepName, Long openTaskId) {}

    MessagePosition position() {
        return new MessagePosition(unread, at, id);
    }
}
