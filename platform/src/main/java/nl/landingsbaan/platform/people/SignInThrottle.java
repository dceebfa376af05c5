package nl.landingsbaan.platform.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing: after five failures in a row an address waits a minute, and twice as long after each further failure,
 * up to an hour. Kept in the database, so that it holds for all nodes and over a restart. Real time, not the installation's:
 * moving the demo's clock lets nobody in.
 */
@Component
class SignInThrottle {

    static final int FREE_FAILURES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final InstantSource now = InstantSource.system();

    SignInThrottle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public boolean mustWait(String email) {
        return jdbc.sql("SELECT failures, last_failure FROM sign_in_attempt WHERE attempt_key = ?")
                .param(key(email))
                .query((rs, n) ->
                        now.instant().isBefore(rs.getTimestamp(2).toInstant().plus(waitAfter(rs.getInt(1)))))
                .optional()
                .orElse(false);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String email) {
        var at = Timestamp.from(now.instant());
        jdbc.sql("INSERT INTO sign_in_attempt (attempt_key, failures, last_failure) VALUES (?, 1, ?)"
                        + " ON DUPLICATE KEY UPDATE failures = failures + 1, last_failure = ?")
                .params(key(email), at, at)
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String email) {
        jdbc.sql("DELETE FROM sign_in_attempt WHERE attempt_key = ?")
                .param(key(email))
                .update();
    }

    static Duration waitAfter(int failures) {
        if (failures < FREE_FAILURES) {
            return Duration.ZERO;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE_FAILURES, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String key(String email) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(email.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
