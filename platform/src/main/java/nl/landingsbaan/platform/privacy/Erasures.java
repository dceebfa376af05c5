package nl.landingsbaan.platform.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.DataSubject;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferErased;
import nl.landingsbaan.platform.transfer.YoungPeople;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erasing a young person: asked for by one, approved by another, and done after a waiting time. What then remains are figures, and that
 * an erasure was done.
 */
@Service
public class Erasures {

    /** Between approval and erasure, in which it can be recalled. */
    public static final Duration WAITING = Duration.ofDays(3);

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);
    private static final Duration TELL_AGAIN = Duration.ofHours(1);
    private static final int AT_ONCE = 20;
    private static final int MAX_REASON = 500;

    /** A refused erasure comes back on the list after this many months. */
    private static final int AGAIN_AFTER_MONTHS = 6;

    private final RequestStore store;
    private final Requests requests;
    private final YoungPeople youngPeople;
    private final Held held;
    private final Regions regions;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    Erasures(
            RequestStore store,
            Requests requests,
            YoungPeople youngPeople,
            Held held,
            Regions regions,
            AuditLog audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.requests = requests;
        this.youngPeople = youngPeople;
        this.held = held;
        this.regions = regions;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the actor may be the second pair of eyes for this request. */
    public boolean mayDecide(Actor actor, PrivacyRequest request) {
        return request.state() == RequestState.ASKED
                && request.kind() == RequestKind.ERASURE
                && store.mayDecide(actor)
                && !request.own();
    }

    /** Whether the actor may recall an erasure that was approved. */
    public boolean mayRecall(Actor actor, PrivacyRequest request) {
        return request.state() == RequestState.APPROVED
                && (store.mayDecide(actor) || request.own())
                && request.waitsUntil().isAfter(clock.instant());
    }

    /**
     * Asks for the erasure of a young person.
     *
     * @return the number of the request
     * @throws RequestRefused when something is missing, or it was asked for already
     */
    @Transactional
    public long ask(Actor actor, long transferId, AskedBy askedBy, Ground ground, String reason) {
        var subject = requests.subject(actor, transferId);
        Requests.checkAsker(askedBy);
        checkGround(ground);
        var why = reason(reason);
        jdbc.sql("SELECT id FROM young_person WHERE region_id = ? AND id = ? FOR UPDATE")
                .params(subject.regionId(), subject.youngPersonId())
                .query(Long.class)
                .single();
        if (isPending(subject)) {
            throw new RequestRefused(null, "Verwijderen is al gevraagd. Kijk bij Verzoeken hoe het ermee staat.");
        }
        drop(subject);
        var number = store.add(
                actor,
                RequestKind.ERASURE,
                RequestState.ASKED,
                subject,
                youngPeople.schoolYear(subject),
                askedBy,
                null,
                why,
                ground);
        record(actor, AuditAction.ERASURE_ASKED, number);
        return number;
    }

    /**
     * Asks for an erasure that stands on the list because the retention period is over. A regiobeheerder may, without knowing whom it is
     * about.
     *
     * @throws RequestRefused when the reason is missing, or it was asked for already
     */
    @Transactional
    public void askDue(Actor actor, long number, String reason) {
        var request = store.find(actor, number);
        if (request.transferId() == null && !actor.may(Right.ADMINISTER)) {
            throw new RequestNotFound(number);
        }
        change(
                "UPDATE privacy_request SET state = 'ASKED', asked_by = 'REGION', what = ?, requested_by = ?,"
                        + " requested_at = ?, due_on = ? WHERE region_id = ? AND id = ? AND state = 'DUE'",
                reason(reason),
                actor.accountId(),
                store.now(),
                store.due(),
                actor.regionId(),
                number);
        record(actor, AuditAction.ERASURE_ASKED, number);
    }

    /**
     * What goes: how much of what, without what it says.
     *
     * @throws RequestNotFound when there is no such request for the actor, or it was done
     */
    @Transactional(readOnly = true)
    public List<HeldPart> preview(Actor actor, long number) {
        store.find(actor, number);
        return held.count(subject(actor.regionId(), number));
    }

    /**
     * The second pair of eyes says yes.
     *
     * @throws RequestRefused when the actor asked for it, or may not decide, or it was decided already
     */
    @Transactional
    public void approve(Actor actor, long number) {
        checkSecond(actor, number);
        change(
                "UPDATE privacy_request SET state = 'APPROVED', decided_by = ?, decided_at = ?, waits_until = ?"
                        + " WHERE region_id = ? AND id = ? AND state = 'ASKED' AND kind = 'ERASURE' AND requested_by <> ?",
                actor.accountId(),
                store.now(),
                Timestamp.from(clock.instant().plus(WAITING)),
                actor.regionId(),
                number,
                actor.accountId());
        record(actor, AuditAction.ERASURE_APPROVED, number);
    }

    /** The second pair of eyes says no, and why. Throws as {@link #approve}. */
    @Transactional
    public void refuse(Actor actor, long number, String why) {
        checkSecond(actor, number);
        change(
                "UPDATE privacy_request SET state = 'REFUSED', decided_by = ?, decided_at = ?, done_at = ?, answer = ?"
                        + " WHERE region_id = ? AND id = ? AND state = 'ASKED' AND kind = 'ERASURE' AND requested_by <> ?",
                actor.accountId(),
                store.now(),
                store.now(),
                Requests.text("antwoord", why, MAX_REASON, "Schrijf op waarom niet."),
                actor.regionId(),
                number,
                actor.accountId());
        record(actor, AuditAction.PRIVACY_REFUSED, number);
    }

    /** Recalls what was approved, within the waiting time: it waits for a second pair of eyes again. */
    @Transactional
    public void recall(Actor actor, long number) {
        if (!mayRecall(actor, store.find(actor, number))) {
            throw new RequestRefused(null, "Dit kan niet meer worden tegengehouden.");
        }
        change(
                "UPDATE privacy_request SET state = 'ASKED', decided_by = NULL, decided_at = NULL, waits_until = NULL"
                        + " WHERE region_id = ? AND id = ? AND state = 'APPROVED' AND waits_until > ?",
                actor.regionId(),
                number,
                store.now());
        record(actor, AuditAction.ERASURE_RECALLED, number);
    }

    /** Puts on the list whose retention period is over, and takes off who came back. It erases nothing. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT6H")
    public void look() {
        regions.all().forEach(region -> transaction.executeWithoutResult(status -> look(region)));
    }

    private void look(Region region) {
        var today = PlatformClock.today(clock);
        var before = Timestamp.from(today.minusMonths(region.settings().retentionMonths())
                .atStartOfDay(PlatformClock.ZONE)
                .toInstant());
        jdbc.sql(
                        "DELETE r FROM privacy_request r WHERE r.region_id = :region AND r.state = 'DUE' AND EXISTS"
                                + " (SELECT 1 FROM transfer t WHERE t.region_id = r.region_id"
                                + " AND t.young_person_id = r.young_person_id AND (t.ended_at IS NULL OR t.ended_at >= :before))")
                .param("region", region.id())
                .param("before", before)
                .update();
        jdbc.sql("INSERT INTO privacy_request (id, region_id, kind, state, young_person_id, school_year, ground,"
                        + " requested_at, due_on) SELECT NEXT VALUE FOR privacy_request_seq, y.region_id, 'ERASURE',"
                        + " 'DUE', y.id, (SELECT MAX(t.school_year) FROM transfer t WHERE t.region_id = y.region_id AND"
                        + " t.young_person_id = y.id), 'RETENTION_OVER', :now, :due FROM young_person y"
                        + " WHERE y.region_id = :region AND EXISTS (SELECT 1 FROM transfer t WHERE"
                        + " t.region_id = y.region_id AND t.young_person_id = y.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM transfer t WHERE t.region_id = y.region_id AND"
                        + " t.young_person_id = y.id AND (t.ended_at IS NULL OR t.ended_at >= :before))"
                        + " AND NOT EXISTS (SELECT 1 FROM privacy_request r WHERE r.region_id = y.region_id AND"
                        + " r.young_person_id = y.id AND r.kind = 'ERASURE' AND (r.state <> 'REFUSED'"
                        + " OR r.done_at > :again))")
                .param("region", region.id())
                .param("now", store.now())
                .param("due", store.due())
                .param("before", before)
                .param(
                        "again",
                        Timestamp.from(today.minusMonths(AGAIN_AFTER_MONTHS)
                                .atStartOfDay(PlatformClock.ZONE)
                                .toInstant()))
                .update();
    }

    /** Takes approved erasures a step further: the engine ends what runs, then everything goes. May be repeated at any point. */
    @Scheduled(fixedDelay = 5000)
    public void goOn() {
        var ready = jdbc.sql("SELECT region_id, id FROM privacy_request WHERE state = 'APPROVED' AND waits_until <= ?"
                        + " ORDER BY waits_until LIMIT ?")
                .params(store.now(), AT_ONCE)
                .query((rs, n) -> new long[] {rs.getLong(1), rs.getLong(2)})
                .list();
        for (var each : ready) {
            try {
                transaction.executeWithoutResult(status -> goOn(each[0], each[1]));
            } catch (RuntimeException e) {
                log.warn(
                        "Request {} could not be done now: {}",
                        each[1],
                        e.getClass().getSimpleName());
            }
        }
    }

    private void goOn(long regionId, long number) {
        var approved = jdbc.sql("SELECT stopping_at FROM privacy_request WHERE region_id = ? AND id = ?"
                        + " AND state = 'APPROVED' FOR UPDATE SKIP LOCKED")
                .params(regionId, number)
                .query((rs, n) -> rs.getTimestamp(1) == null
                        || rs.getTimestamp(1).toInstant().plus(TELL_AGAIN).isBefore(clock.instant()))
                .list();
        if (approved.isEmpty()) {
            return;
        }
        var subject = subject(regionId, number);
        if (youngPeople.haveAllEnded(subject)) {
            erase(subject, number);
        } else if (approved.getFirst()) {
            stop(subject, number);
        }
    }

    private void stop(DataSubject subject, long number) {
        youngPeople.stop(subject);
        jdbc.sql("UPDATE privacy_request SET stopping_at = ? WHERE region_id = ? AND id = ?")
                .params(store.now(), subject.regionId(), number)
                .update();
    }

    private void erase(DataSubject subject, long number) {
        jdbc.sql("UPDATE privacy_request SET state = 'DONE', done_at = ?, young_person_id = NULL, school_year = NULL,"
                        + " what = NULL, answer = NULL, identity_check = NULL WHERE region_id = ? AND id = ?")
                .params(store.now(), subject.regionId(), number)
                .update();
        held.erase(subject);
        subject.transferIds().forEach(id -> events.publishEvent(new TransferErased(subject.regionId(), id)));
        audit.record(subject.regionId(), null, AuditAction.ERASED, AuditSubject.PRIVACY_REQUEST, number);
        log.info("Request {} was done", number);
    }

    private DataSubject subject(long regionId, long number) {
        return store.youngPerson(regionId, number)
                .map(person -> youngPeople.of(regionId, person))
                .orElseThrow(() -> new RequestNotFound(number));
    }

    private boolean isPending(DataSubject subject) {
        return jdbc.sql("SELECT COUNT(*) FROM privacy_request WHERE region_id = ? AND young_person_id = ?"
                                + " AND kind = 'ERASURE' AND state IN ('ASKED', 'APPROVED')")
                        .params(subject.regionId(), subject.youngPersonId())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void drop(DataSubject subject) {
        jdbc.sql("DELETE FROM privacy_request WHERE region_id = ? AND young_person_id = ? AND state = 'DUE'")
                .params(subject.regionId(), subject.youngPersonId())
                .update();
    }

    private void checkSecond(Actor actor, long number) {
        var request = store.find(actor, number);
        if (store.mayDecide(actor) && !request.own()) {
            return;
        }
        audit.recordRefusal(
                actor.regionId(), actor.accountId(), AuditAction.PRIVACY_REFUSED, AuditSubject.PRIVACY_REQUEST, number);
        throw new RequestRefused(
                null,
                request.own()
                        ? "U hebt dit zelf gevraagd. Een ander moet meekijken en besluiten."
                        : "Alleen een regiobeheerder of coördinator van het programma besluit hierover.");
    }

    private static void checkGround(Ground ground) {
        if (ground == null) {
            throw new RequestRefused("grond", "Kies waarom de gegevens weg moeten.");
        }
    }

    private static String reason(String reason) {
        return Requests.text("wat", reason, MAX_REASON, "Schrijf op waarom.");
    }

    private void change(String sql, Object... parameters) {
        if (jdbc.sql(sql).params(List.of(parameters)).update() == 0) {
            throw new RequestRefused(null, "Dit verzoek is intussen veranderd. Kijk in de lijst hoe het ermee staat.");
        }
    }

    private void record(Actor actor, AuditAction action, long number) {
        audit.record(actor.regionId(), actor.accountId(), action, AuditSubject.PRIVACY_REQUEST, number);
    }
}
