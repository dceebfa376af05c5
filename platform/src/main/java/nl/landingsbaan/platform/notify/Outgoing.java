package nl.landingsbaan.platform.notify;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.task.TaskWatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail on its way. A message goes into one mail; a mail is taken by one machine at a time, for the length of a lease.
 *
 * <p>When a machine stops between the mail server's yes and the note of it here, the mail goes out again after the lease, under
 * the same Message-ID: never lost, and what arrives twice can be known as the same mail.
 */
@Component
@Transactional
class Outgoing {

    /** Longer than all time limits of the conversation with a mail server together. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int LONGEST_PAUSE_AFTER = 6;
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final People people;
    private final Preferences preferences;
    private final MessageBox box;
    private final TaskWatch tasks;
    private final Clock clock;

    Outgoing(JdbcClient jdbc, People people, Preferences preferences, MessageBox box, TaskWatch tasks, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.preferences = preferences;
        this.box = box;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** A mail to be sent now. */
    record Letter(long id, long regionId, long accountId, String to, int messages, int roleTasks, int attempts) {}

    /** Owes a mail to one person who has messages to be mailed at once. Returns whether there was one. */
    boolean collectAtOnce() {
        var next = jdbc.sql("SELECT region_id, account_id FROM message WHERE to_mail = 'AT_ONCE' LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED")
                .query((rs, n) -> new Reader(rs.getLong(1), rs.getLong(2)))
                .optional();
        next.ifPresent(reader -> {
            var id = newId();
            if (collect(reader, Delivery.AT_ONCE, id) > 0) {
                owe(id, reader, 0);
            }
        });
        return next.isPresent();
    }

    /** Makes up the digest of one person whose time has come. Returns whether there was one. */
    boolean digest() {
        var now = clock.instant();
        var next = jdbc.sql("SELECT region_id, account_id, last_digest_at FROM message_preference"
                        + " WHERE next_digest_at <= ? ORDER BY next_digest_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param(Timestamp.from(now))
                .query((rs, n) -> new Due(
                        new Reader(rs.getLong(1), rs.getLong(2)),
                        rs.getTimestamp(3).toInstant()))
                .optional();
        next.ifPresent(due -> digest(due, now));
        return next.isPresent();
    }

    private void digest(Due due, Instant now) {
        var reader = due.reader;
        var actor = people.actor(reader.account, reader.region);
        if (actor.isEmpty()) {
            jdbc.sql("DELETE FROM message_preference WHERE region_id = ? AND account_id = ?")
                    .params(reader.region, reader.account)
                    .update();
            return;
        }
        var wishes = preferences.wishes(reader.region, reader.account).orElseThrow();
        var roleTasks = wishes.countsRoleTasks() ? tasks.newForRoles(actor.get(), due.last) : 0;
        var id = newId();
        if (collect(reader, Delivery.DIGEST, id) + roleTasks > 0) {
            owe(id, reader, roleTasks);
        }
        jdbc.sql("UPDATE message_preference SET last_digest_at = ?, next_digest_at = ?"
                        + " WHERE region_id = ? AND account_id = ?")
                .params(
                        Timestamp.from(now),
                        Timestamp.from(Preferences.nextDigest(now, wishes.digestAt())),
                        reader.region,
                        reader.account)
                .update();
    }

    /** Puts the messages that wait into a mail; what has been read by now needs none. */
    private int collect(Reader reader, Delivery delivery, long mailId) {
        jdbc.sql("UPDATE message SET to_mail = NULL WHERE to_mail = ? AND region_id = ? AND account_id = ?"
                        + " AND seen = 1")
                .params(delivery.name(), reader.region, reader.account)
                .update();
        return jdbc.sql("UPDATE message SET to_mail = NULL, mail_id = ? WHERE to_mail = ? AND region_id = ?"
                        + " AND account_id = ?")
                .params(mailId, delivery.name(), reader.region, reader.account)
                .update();
    }

    private void owe(long id, Reader reader, int roleTasks) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("INSERT INTO mail (id, region_id, account_id, role_tasks, state, created_at, next_attempt_at)"
                        + " VALUES (?, ?, ?, ?, 'WAITING', ?, ?)")
                .params(id, reader.region, reader.account, roleTasks, now, now)
                .update();
    }

    /** Takes the mail that is due first, for the length of the lease. Mail that nobody needs any more ends here. */
    Optional<Letter> take() {
        while (true) {
            var now = clock.instant();
            var letter = jdbc.sql("SELECT id, region_id, account_id, role_tasks, attempts FROM mail"
                            + " WHERE state = 'WAITING' AND next_attempt_at <= ? ORDER BY next_attempt_at LIMIT 1"
                            + " FOR UPDATE SKIP LOCKED")
                    .param(Timestamp.from(now))
                    .query((rs, n) -> new Letter(
                            rs.getLong(1), rs.getLong(2), rs.getLong(3), null, 0, rs.getInt(4), rs.getInt(5) + 1))
                    .optional();
            if (letter.isEmpty()) {
                return letter;
            }
            var addressed = address(letter.get());
            if (addressed.isPresent()) {
                jdbc.sql("UPDATE mail SET attempts = ?, next_attempt_at = ? WHERE id = ?")
                        .params(addressed.get().attempts, Timestamp.from(now.plus(LEASE)), addressed.get().id)
                        .update();
                return addressed;
            }
            end(letter.get(), "DROPPED");
        }
    }

    /** What of the mail its reader still may know at this moment; empty when that is nothing. */
    private Optional<Letter> address(Letter letter) {
        var reader = people.actor(letter.accountId, letter.regionId);
        var messages = reader.map(actor -> box.toTell(actor, letter.id)).orElse(0);
        return reader.filter(actor -> messages + letter.roleTasks > 0)
                .flatMap(actor -> people.email(actor.accountId()))
                .map(to -> new Letter(
                        letter.id, letter.regionId, letter.accountId, to, messages, letter.roleTasks, letter.attempts));
    }

    /** The mail server has taken it. */
    void sent(Letter letter) {
        end(letter, "SENT");
        jdbc.sql("UPDATE message_preference SET refusals = 0, refused_since = NULL"
                        + " WHERE region_id = ? AND account_id = ? AND refusals > 0")
                .params(letter.regionId, letter.accountId)
                .update();
    }

    /** The mail server does not know the address: trying again is of no use, and the administrator sees it. */
    void refused(Letter letter) {
        end(letter, "REFUSED");
        jdbc.sql("INSERT INTO message_preference (region_id, account_id, deliveries, digest_time, last_digest_at,"
                        + " refusals, refused_since) VALUES (:region, :account, '', '08:00', :now, 1, :now)"
                        + " ON DUPLICATE KEY UPDATE refusals = refusals + 1,"
                        + " refused_since = COALESCE(refused_since, :now)")
                .param("region", letter.regionId)
                .param("account", letter.accountId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** It did not work this time. Returns whether it is tried again: after ever longer pauses, for three days. */
    boolean failed(Letter letter) {
        var now = clock.instant();
        var since = jdbc.sql("SELECT created_at FROM mail WHERE id = ?")
                .param(letter.id)
                .query((rs, n) -> rs.getTimestamp(1).toInstant())
                .single();
        if (since.plus(GIVEN_UP_AFTER).isBefore(now)) {
            end(letter, "GIVEN_UP");
            return false;
        }
        var pause =
                letter.attempts > LONGEST_PAUSE_AFTER ? LONGEST_PAUSE : Duration.ofMinutes(1L << (letter.attempts - 1));
        jdbc.sql("UPDATE mail SET next_attempt_at = ? WHERE id = ?")
                .params(Timestamp.from(now.plus(pause)), letter.id)
                .update();
        return true;
    }

    void forgetOld() {
        jdbc.sql("DELETE FROM mail WHERE created_at < ? AND state <> 'WAITING' LIMIT 5000")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private void end(Letter letter, String state) {
        jdbc.sql("UPDATE mail SET state = ?, ended_at = ? WHERE id = ?")
                .params(state, Timestamp.from(clock.instant()), letter.id)
                .update();
    }

    private long newId() {
        return jdbc.sql("SELECT NEXT VALUE FOR message_seq").query(Long.class).single();
    }

    private record Reader(long region, long account) {}

    private record Due(Reader reader, Instant last) {}
}
