package nl.landingsbaan.platform.contact;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.landingsbaan.platform.region.ContactRules;
import nl.landingsbaan.platform.region.EachRegion;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.ParticipantsChanged;
import nl.landingsbaan.platform.transfer.PhaseEntered;
import nl.landingsbaan.platform.transfer.TransferEnded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps where contact with each young person stands. Rhythm and hours begin when the route names a person who accompanies the
 * young person, or with the first contact.
 */
@Component
@Transactional
class Standings {

    private static final int[] TOLD_AT = {80, 100};
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Participants participants;
    private final Regions regions;
    private final EachRegion eachRegion;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Standings(
            JdbcClient jdbc,
            Participants participants,
            Regions regions,
            EachRegion eachRegion,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.participants = participants;
        this.regions = regions;
        this.eachRegion = eachRegion;
        this.events = events;
        this.clock = clock;
    }

    /** The first who is named after the referral carries the rhythm, whoever holds that role later. */
    @EventListener
    public void on(ParticipantsChanged event) {
        var named = participants.inRoles(event.regionId(), event.transferId(), List.of(event.roleCode())).stream()
                .anyMatch(participant -> participant.accountId() != null);
        if (!named) {
            return;
        }
        jdbc.sql("INSERT INTO contact_standing (region_id, transfer_id, role_code, named, begun_at)"
                        + " VALUES (?, ?, ?, TRUE, ?) ON DUPLICATE KEY UPDATE"
                        + " role_code = IF(named, role_code, VALUES(role_code)), named = TRUE")
                .params(event.regionId(), event.transferId(), event.roleCode(), Timestamp.from(clock.instant()))
                .update();
        refresh(event.regionId(), event.transferId());
    }

    @EventListener
    public void on(PhaseEntered event) {
        if (locked(event.regionId(), event.transferId()) != null) {
            var phase = new Phase(event.phase(), false);
            refresh(event.regionId(), event.transferId(), phase);
        }
    }

    @EventListener
    public void on(TransferEnded event) {
        if (locked(event.regionId(), event.transferId()) != null) {
            refresh(event.regionId(), event.transferId(), new Phase(null, true));
        }
    }

    /** Tells of every day for a contact that has passed since it was last looked at. However often it runs, it tells once. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void tellOfMissedRhythms() {
        var today = PlatformClock.today(clock);
        eachRegion.inTurn(region -> tellOfMissedRhythms(region, today));
    }

    private void tellOfMissedRhythms(Region region, LocalDate today) {
        int told;
        do {
            var missed = jdbc.sql("SELECT region_id, transfer_id, due_on FROM contact_standing"
                            + " WHERE region_id = ? AND due_on < ? AND (missed_due IS NULL OR missed_due <> due_on)"
                            + " ORDER BY due_on LIMIT " + AT_ONCE + " FOR UPDATE SKIP LOCKED")
                    .params(region.id(), today)
                    .query((rs, n) -> new RhythmMissed(rs.getLong(1), rs.getLong(2), rs.getObject(3, LocalDate.class)))
                    .list();
            for (var each : missed) {
                jdbc.sql("UPDATE contact_standing SET missed_due = due_on WHERE region_id = ? AND transfer_id = ?")
                        .params(each.regionId(), each.transferId())
                        .update();
                events.publishEvent(each);
            }
            told = missed.size();
        } while (told == AT_ONCE);
    }

    /** The standing's row, locked until the transaction ends; begun by somebody in this role when it is not there yet. */
    void begin(long regionId, long transferId, String roleCode) {
        jdbc.sql("INSERT INTO contact_standing (region_id, transfer_id, role_code, named, begun_at)"
                        + " VALUES (?, ?, ?, FALSE, ?) ON DUPLICATE KEY UPDATE named = named")
                .params(regionId, transferId, roleCode, Timestamp.from(clock.instant()))
                .update();
        locked(regionId, transferId);
    }

    void grant(long regionId, long transferId, int minutes) {
        jdbc.sql(
                        "UPDATE contact_standing SET extra_minutes = extra_minutes + ? WHERE region_id = ? AND transfer_id = ?")
                .params(minutes, regionId, transferId)
                .update();
        var row = locked(regionId, transferId);
        var percent = percent(row.minutes, budget(regionId, row));
        jdbc.sql("UPDATE contact_standing SET told_percent = ? WHERE region_id = ? AND transfer_id = ?")
                .params(reached(percent), regionId, transferId)
                .update();
    }

    /** Works it out again after something about this young person has changed. */
    void refresh(long regionId, long transferId) {
        var phase = jdbc.sql("SELECT phase, ended_at IS NOT NULL FROM transfer WHERE region_id = ? AND id = ?")
                .params(regionId, transferId)
                .query((rs, n) -> new Phase(rs.getString(1), rs.getBoolean(2)))
                .single();
        refresh(regionId, transferId, phase);
    }

    private void refresh(long regionId, long transferId, Phase phase) {
        var before = locked(regionId, transferId);
        var rules = regions.region(regionId).settings().contact();
        var log = counted(regionId, transferId);
        var everyDays = everyDays(regionId, transferId, phase.code, rules);
        var lost = log.unanswered >= rules.attempts();
        var due = phase.ended || everyDays == null
                ? null
                : day(log.lastAt == null ? before.begunAt : log.lastAt).plusDays(everyDays);
        var reached = reached(percent(log.minutes, budget(regionId, before)));
        jdbc.sql("UPDATE contact_standing SET last_at = ?, unanswered = ?, lost_at = ?, minutes = ?, told_percent = ?,"
                        + " every_days = ?, due_on = ? WHERE region_id = ? AND transfer_id = ?")
                .param(log.lastAt == null ? null : Timestamp.from(log.lastAt))
                .param(log.unanswered)
                .param(lost ? Timestamp.from(before.lostAt == null ? clock.instant() : before.lostAt) : null)
                .param(log.minutes)
                .param(Math.max(reached, before.toldPercent))
                .param(everyDays)
                .param(due == null ? null : Date.valueOf(due))
                .param(regionId)
                .param(transferId)
                .update();
        if (lost && before.lostAt == null) {
            events.publishEvent(new ContactLost(regionId, transferId, log.unanswered));
        }
        for (var percent : TOLD_AT) {
            if (reached >= percent && before.toldPercent < percent) {
                events.publishEvent(new BudgetReached(regionId, transferId, percent));
            }
        }
    }

    private Counted counted(long regionId, long transferId) {
        return jdbc.sql("SELECT COALESCE(SUM(m.minutes), 0), MAX(l.last_at),"
                        + " COALESCE(SUM(m.result = 'NOT_REACHED' AND (l.last_at IS NULL OR m.happened_at > l.last_at)), 0)"
                        + " FROM contact_moment m JOIN (SELECT MAX(happened_at) AS last_at FROM contact_moment"
                        + " WHERE region_id = :region AND transfer_id = :transfer AND withdrawn_at IS NULL"
                        + " AND result <> 'NOT_REACHED') l"
                        + " WHERE m.region_id = :region AND m.transfer_id = :transfer AND m.withdrawn_at IS NULL")
                .param("region", regionId)
                .param("transfer", transferId)
                .query((rs, n) -> new Counted(rs.getInt(1), instant(rs, 2), rs.getInt(3)))
                .single();
    }

    private Integer everyDays(long regionId, long transferId, String phase, ContactRules rules) {
        var agreed = jdbc.sql("SELECT phase, every_days FROM contact_rhythm WHERE region_id = ? AND transfer_id = ?"
                        + " AND (phase IS NULL OR phase = ?) ORDER BY phase IS NULL, set_at DESC, id DESC LIMIT 1")
                .param(regionId)
                .param(transferId)
                .param(phase)
                .query((rs, n) -> rs.getInt(2))
                .optional();
        return agreed.orElse(rules.everyDays());
    }

    private Row locked(long regionId, long transferId) {
        return jdbc.sql("SELECT begun_at, lost_at, minutes, extra_minutes, told_percent FROM contact_standing"
                        + " WHERE region_id = ? AND transfer_id = ? FOR UPDATE")
                .params(regionId, transferId)
                .query((rs, n) -> new Row(instant(rs, 1), instant(rs, 2), rs.getInt(3), rs.getInt(4), rs.getInt(5)))
                .optional()
                .orElse(null);
    }

    private Integer budget(long regionId, Row row) {
        return budgetMinutes(regions.region(regionId).settings().contact(), row.extraMinutes);
    }

    static Integer budgetMinutes(ContactRules rules, int extraMinutes) {
        return rules.hours() == null ? null : rules.hours() * 60 + extraMinutes;
    }

    private static int percent(int minutes, Integer budget) {
        return budget == null || budget == 0 ? 0 : minutes * 100 / budget;
    }

    private static int reached(int percent) {
        var reached = 0;
        for (var each : TOLD_AT) {
            reached = percent >= each ? each : reached;
        }
        return reached;
    }

    static Instant instant(ResultSet rs, int column) throws SQLException {
        var value = rs.getTimestamp(column);
        return Objects.isNull(value) ? null : value.toInstant();
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, PlatformClock.ZONE);
    }

    private record Phase(String code, boolean ended) {}

    private record Counted(int minutes, Instant lastAt, int unanswered) {}

    private record Row(Instant begunAt, Instant lostAt, int minutes, int extraMinutes, int toldPercent) {}
}
