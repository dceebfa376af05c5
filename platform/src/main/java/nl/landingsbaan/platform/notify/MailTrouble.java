package nl.landingsbaan.platform.notify;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mail that does not arrive, for a region's administrator. */
@Service
@Transactional(readOnly = true)
public class MailTrouble {

    private final JdbcClient jdbc;

    MailTrouble(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So many mails did not arrive, the first of them at this moment. */
    public record Undelivered(int mails, Instant since) {}

    /** The people whose address the mail server refuses, by account. Nobody for who is no administrator. */
    public Map<Long, Undelivered> refused(Actor administrator) {
        if (!administrator.may(Right.ADMINISTER)) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT account_id, refusals, refused_since FROM message_preference"
                        + " WHERE region_id = ? AND refusals > 0")
                .param(administrator.regionId())
                .query((rs, n) -> Map.entry(
                        rs.getLong(1),
                        new Undelivered(rs.getInt(2), rs.getTimestamp(3).toInstant())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The mail of the region that the mail server could not be given yet, or not for days. */
    public Optional<Undelivered> waiting(Actor administrator) {
        if (!administrator.may(Right.ADMINISTER)) {
            return Optional.empty();
        }
        return jdbc.sql("SELECT COUNT(*), MIN(created_at) FROM mail WHERE region_id = ?"
                        + " AND (state = 'WAITING' AND attempts > 0 OR state = 'GIVEN_UP')")
                .param(administrator.regionId())
                .query((rs, n) -> rs.getInt(1) == 0
                        ? null
                        : new Undelivered(rs.getInt(1), rs.getTimestamp(2).toInstant()))
                .optional();
    }
}
