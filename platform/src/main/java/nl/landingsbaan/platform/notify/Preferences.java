package nl.landingsbaan.platform.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people want to be mailed. Whoever did not choose is mailed as each group has it. */
@Service
@Transactional
public class Preferences {

    private static final LocalTime DIGEST_AT = LocalTime.of(8, 0);

    private final JdbcClient jdbc;
    private final People people;
    private final Regions regions;
    private final Clock clock;
    private final boolean mailIsOn;

    Preferences(
            JdbcClient jdbc, People people, Regions regions, Clock clock, ObjectProvider<JavaMailSender> mailSender) {
        this.jdbc = jdbc;
        this.people = people;
        this.regions = regions;
        this.clock = clock;
        this.mailIsOn = mailSender.getIfAvailable() != null;
    }

    /** Whether this installation sends mail at all. */
    public boolean mailIsOn() {
        return mailIsOn;
    }

    /** How the actor wants to be mailed. */
    @Transactional(readOnly = true)
    public MailWishes of(Actor actor) {
        return wishes(actor.regionId(), actor.accountId()).orElseGet(() -> wishes("", DIGEST_AT));
    }

    /** Keeps how the actor wants to be mailed; what waits for a digest follows. */
    public void save(Actor actor, MailWishes wishes) {
        var now = clock.instant();
        var deliveries = wishes.deliveries().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        var next = wishes.hasDigest() ? Timestamp.from(nextDigest(now, wishes.digestAt())) : null;
        jdbc.sql("INSERT INTO message_preference"
                        + " (region_id, account_id, deliveries, digest_time, last_digest_at, next_digest_at)"
                        + " VALUES (:region, :account, :deliveries, :time, :now, :next) ON DUPLICATE KEY UPDATE"
                        + " deliveries = :deliveries, digest_time = :time, next_digest_at = :next")
                .param("region", actor.regionId())
                .param("account", actor.accountId())
                .param("deliveries", deliveries)
                .param("time", wishes.digestAt())
                .param("now", Timestamp.from(now))
                .param("next", next)
                .update();
        for (var kind : MessageKind.values()) {
            jdbc.sql("UPDATE message SET to_mail = :delivery WHERE region_id = :region AND account_id = :account"
                            + " AND kind = :kind AND to_mail = 'DIGEST'")
                    .param("delivery", word(wishes.deliveries().get(kind.group())))
                    .param("region", actor.regionId())
                    .param("account", actor.accountId())
                    .param("kind", kind.name())
                    .update();
        }
    }

    /** Everybody gets the digest unless they chose otherwise: also who was never told anything in person. */
    void settleEverybody() {
        var now = clock.instant();
        for (var region : regions.all()) {
            for (var account : people.accountsIn(region.id())) {
                jdbc.sql("INSERT IGNORE INTO message_preference"
                                + " (region_id, account_id, deliveries, digest_time, last_digest_at, next_digest_at)"
                                + " VALUES (?, ?, '', ?, ?, ?)")
                        .params(
                                region.id(),
                                account,
                                DIGEST_AT,
                                Timestamp.from(now),
                                Timestamp.from(nextDigest(now, DIGEST_AT)))
                        .update();
            }
        }
    }

    /** Which mail a message of this kind still is to go into; null for none. */
    String toMail(long regionId, long accountId, MessageKind kind) {
        if (!mailIsOn) {
            return null;
        }
        return word(wishes(regionId, accountId)
                .orElseGet(() -> wishes("", DIGEST_AT))
                .deliveries()
                .get(kind.group()));
    }

    Optional<MailWishes> wishes(long regionId, long accountId) {
        return jdbc.sql("SELECT deliveries, digest_time FROM message_preference"
                        + " WHERE region_id = ? AND account_id = ?")
                .params(regionId, accountId)
                .query((rs, n) -> wishes(rs))
                .optional();
    }

    /** The first working day's digest time after this moment. */
    static Instant nextDigest(Instant now, LocalTime at) {
        var next = now.atZone(PlatformClock.ZONE).with(at);
        while (!next.toInstant().isAfter(now)
                || next.getDayOfWeek() == DayOfWeek.SATURDAY
                || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1).with(at);
        }
        return next.toInstant();
    }

    private static String word(Delivery delivery) {
        return delivery == Delivery.IN_APPLICATION ? null : delivery.name();
    }

    private static MailWishes wishes(ResultSet rs) throws SQLException {
        return wishes(rs.getString(1), rs.getObject(2, LocalTime.class));
    }

    private static MailWishes wishes(String chosen, LocalTime digestAt) {
        var byName = Arrays.stream(chosen.split(","))
                .filter(each -> !each.isBlank())
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> Delivery.valueOf(each[1])));
        Map<MessageGroup, Delivery> deliveries = new EnumMap<>(MessageGroup.class);
        for (var group : MessageGroup.values()) {
            deliveries.put(group, byName.getOrDefault(group.name(), group.unlessChosen()));
        }
        return new MailWishes(deliveries, digestAt);
    }
}
