package nl.landingsbaan.platform.notify;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives people messages, in the transaction of what they are told about: what is undone is not told, and what is done is told
 * even if the machine stops right after.
 */
@Component
class Notices {

    private static final String UNREAD_ABOUT_TASK = " WHERE region_id = ? AND task_id = ? AND seen = 0"
            + " AND kind IN ('TASK_CAME', 'TASK_DUE_TOMORROW', 'TASK_LATE')";

    private final JdbcClient jdbc;
    private final Preferences preferences;
    private final MessageFeed feed;
    private final Clock clock;

    Notices(JdbcClient jdbc, Preferences preferences, MessageFeed feed, Clock clock) {
        this.jdbc = jdbc;
        this.preferences = preferences;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Tells these people something about a transfer. Saying it again changes nothing.
     *
     * @param taskId the task that it is about; null for none
     * @param key with the kind: what is told only once to the same person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(
            long regionId, Collection<Long> accountIds, MessageKind kind, Long transferId, Long taskId, String key) {
        // In one order, so that two who tell the same people never wait for each other.
        accountIds.stream().sorted().distinct().forEach(accountId -> {
            jdbc.sql("INSERT INTO message (id, region_id, account_id, kind, message_key, transfer_id, task_id, at,"
                            + " to_mail) VALUES (NEXT VALUE FOR message_seq, ?, ?, ?, ?, ?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE kind = message.kind")
                    .params(
                            regionId,
                            accountId,
                            kind.name(),
                            key,
                            transferId,
                            taskId,
                            Timestamp.from(clock.instant()),
                            preferences.toMail(regionId, accountId, kind))
                    .update();
            feed.changed(new MessagesChanged(regionId, accountId));
        });
    }

    /** That a task came, is due or is late is read by whoever was told, now that there is nothing left to do. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(long regionId, long taskId) {
        var told = jdbc.sql("SELECT DISTINCT account_id FROM message" + UNREAD_ABOUT_TASK + " ORDER BY account_id")
                .params(regionId, taskId)
                .query(Long.class)
                .list();
        if (told.isEmpty()) {
            return;
        }
        jdbc.sql("UPDATE message SET seen = 1, read_at = ?" + UNREAD_ABOUT_TASK)
                .params(Timestamp.from(clock.instant()), regionId, taskId)
                .update();
        told.forEach(accountId -> feed.changed(new MessagesChanged(regionId, accountId)));
    }
}
