package nl.landingsbaan.platform.agenda;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody's agenda of one region as an iCalendar feed for another programme. It says when, and nothing else: no name, school, place,
 * step, programme or region. Whoever has the secret address reads it, so it holds nothing that anybody may not read.
 */
@Service
@Transactional
public class AgendaFeeds {

    private static final int TOKEN_BYTES = 32;
    private static final int DAYS_BACK = 14;
    private static final int DAYS_AHEAD = 120;

    private final JdbcClient jdbc;
    private final Agenda agenda;
    private final People people;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AgendaFeeds(JdbcClient jdbc, Agenda agenda, People people, Clock clock) {
        this.jdbc = jdbc;
        this.agenda = agenda;
        this.people = people;
        this.clock = clock;
    }

    /** When the actor's address was made; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Instant> madeAt(Actor actor) {
        return jdbc.sql("SELECT made_at FROM agenda_feed WHERE region_id = ? AND account_id = ?")
                .params(actor.regionId(), actor.accountId())
                .query((rs, n) -> rs.getTimestamp(1).toInstant())
                .optional();
    }

    /**
     * Makes the actor's address; one that was made before works no more.
     *
     * @return the secret part of the address, which cannot be asked for again
     */
    public String make(Actor actor) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("INSERT INTO agenda_feed (region_id, account_id, token_hash, made_at) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE token_hash = VALUES(token_hash), made_at = VALUES(made_at)")
                .params(actor.regionId(), actor.accountId(), digest(token), Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    /** Withdraws the actor's address: it works no more. */
    public void withdraw(Actor actor) {
        jdbc.sql("DELETE FROM agenda_feed WHERE region_id = ? AND account_id = ?")
                .params(actor.regionId(), actor.accountId())
                .update();
    }

    /**
     * The feed at a secret address, in iCalendar (RFC 5545). An unknown address costs one look into an index.
     *
     * @param link where the application's agenda is
     * @return empty when there is no such address, or its owner works in the region no more
     */
    @Transactional(readOnly = true)
    public Optional<String> calendar(String token, URI link) {
        var hash = digest(token);
        return jdbc.sql("SELECT region_id, account_id FROM agenda_feed WHERE token_hash = ?")
                .param(hash)
                .query((rs, n) -> new Owner(rs.getLong(1), rs.getLong(2)))
                .optional()
                .flatMap(owner -> people.actor(owner.accountId, owner.regionId))
                .map(actor -> calendar(actor, hash, link));
    }

    private String calendar(Actor actor, String hash, URI link) {
        var today = PlatformClock.today(clock);
        var from = today.minusDays(DAYS_BACK);
        var until = today.plusDays(DAYS_AHEAD);
        var feed = new FeedCalendar(clock.instant(), link);
        agenda.lines(actor, from, until).forEach(feed::add);
        var tasks = new TreeMap<LocalDate, Integer>();
        agenda.tasks(actor, from, until).forEach(task -> tasks.merge(Agenda.day(task.dueAt()), 1, Integer::sum));
        tasks.forEach((day, number) -> feed.add(
                uid(hash, "taken", day), day, number == 1 ? "1 taak af te ronden" : number + " taken af te ronden"));
        new TreeMap<>(agenda.contacts(actor, from, until, today))
                .forEach((day, due) -> feed.add(
                        uid(hash, "contact", day),
                        day,
                        due.size() == 1 ? "1 contactmoment" : due.size() + " contactmomenten"));
        return feed.text();
    }

    /** The same for the same day of the same feed, and nobody's number. */
    private static String uid(String hash, String what, LocalDate day) {
        return digest(hash + what + day).substring(0, 32);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Owner(long regionId, long accountId) {}
}
