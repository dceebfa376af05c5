package nl.landingsbaan.platform.privacy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Coordination;
import nl.landingsbaan.platform.people.DataSubject;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests as they are kept, and who may know of them. */
@Component
class RequestStore {

    private static final int SHOWN = 500;

    /** A regiobeheerder knows of all, and of nobody's name. */
    private static final String COLUMNS = """
            SELECT r.*, IF(mine.id IS NULL, NULL, CONCAT(y.first_name, ' ', y.last_name)) AS person_name,
                mine.id AS transfer_id, asker.display_name AS requested_by_name, decider.display_name AS decided_by_name
            FROM privacy_request r
            LEFT JOIN young_person y ON y.region_id = r.region_id AND y.id = r.young_person_id
            LEFT JOIN transfer mine ON mine.region_id = r.region_id AND mine.id = (SELECT MAX(t.id) FROM transfer t
                WHERE t.region_id = r.region_id AND t.young_person_id = r.young_person_id AND t.origin_id IN (:covered))
            LEFT JOIN account asker ON asker.id = r.requested_by
            LEFT JOIN account decider ON decider.id = r.decided_by
            WHERE r.region_id = :region AND (mine.id IS NOT NULL OR :all OR r.requested_by = :me)""";

    private final JdbcClient jdbc;
    private final Coordination coordination;
    private final Clock clock;

    RequestStore(JdbcClient jdbc, Coordination coordination, Clock clock) {
        this.jdbc = jdbc;
        this.coordination = coordination;
        this.clock = clock;
    }

    /** Who decides about erasures: a regiobeheerder, or who coordinates the programme. */
    boolean mayDecide(Actor actor) {
        return actor.may(Right.ADMINISTER) || coordination.coversAll(actor);
    }

    List<PrivacyRequest> all(Actor actor) {
        return read(actor, " ORDER BY COALESCE(r.done_at, r.requested_at) DESC, r.id DESC LIMIT " + SHOWN, 0L);
    }

    List<PrivacyRequest> of(Actor actor, DataSubject subject) {
        return read(actor, " AND r.young_person_id = :key ORDER BY r.id DESC", subject.youngPersonId());
    }

    PrivacyRequest find(Actor actor, long number) {
        return read(actor, " AND r.id = :key", number).stream()
                .findFirst()
                .orElseThrow(() -> new RequestNotFound(number));
    }

    private List<PrivacyRequest> read(Actor actor, String which, long key) {
        var covered = coordination.organisations(actor);
        return jdbc.sql(COLUMNS + which)
                .param("region", actor.regionId())
                .param("covered", covered.isEmpty() ? Set.of(0L) : covered)
                .param("all", mayDecide(actor))
                .param("me", actor.accountId())
                .param("key", key)
                .query((rs, n) -> request(actor, rs))
                .list();
    }

    /** The young person of a request; empty once erased. */
    Optional<Long> youngPerson(long regionId, long number) {
        return jdbc.sql("SELECT young_person_id FROM privacy_request WHERE region_id = ? AND id = ?"
                        + " AND young_person_id IS NOT NULL")
                .params(regionId, number)
                .query(Long.class)
                .optional();
    }

    long add(
            Actor actor,
            RequestKind kind,
            RequestState state,
            DataSubject subject,
            String schoolYear,
            AskedBy askedBy,
            String identityCheck,
            String what,
            Ground ground) {
        var number = jdbc.sql("SELECT NEXT VALUE FOR privacy_request_seq")
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO privacy_request (id, region_id, kind, state, young_person_id, school_year, asked_by,"
                        + " identity_check, what, ground, requested_by, requested_at, due_on, done_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(number)
                .param(subject.regionId())
                .param(kind.name())
                .param(state.name())
                .param(subject.youngPersonId())
                .param(schoolYear)
                .param(askedBy.name())
                .param(identityCheck)
                .param(what)
                .param(ground == null ? null : ground.name())
                .param(actor.accountId())
                .param(now())
                .param(due())
                .param(state == RequestState.DONE ? now() : null)
                .update();
        return number;
    }

    Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** One month from today. */
    Date due() {
        return Date.valueOf(PlatformClock.today(clock).plusMonths(1));
    }

    private static PrivacyRequest request(Actor actor, ResultSet rs) throws SQLException {
        var requestedBy = rs.getObject("requested_by", Long.class);
        return new PrivacyRequest(
                rs.getLong("id"),
                RequestKind.valueOf(rs.getString("kind")),
                RequestState.valueOf(rs.getString("state")),
                rs.getString("person_name"),
                rs.getObject("transfer_id", Long.class),
                rs.getString("school_year"),
                rs.getString("asked_by") == null ? null : AskedBy.valueOf(rs.getString("asked_by")),
                rs.getString("identity_check"),
                rs.getString("what"),
                rs.getString("ground") == null ? null : Ground.valueOf(rs.getString("ground")),
                rs.getString("requested_by_name"),
                instant(rs, "requested_at"),
                rs.getObject("due_on", LocalDate.class),
                rs.getString("decided_by_name"),
                instant(rs, "decided_at"),
                rs.getString("answer"),
                instant(rs, "waits_until"),
                instant(rs, "done_at"),
                requestedBy != null && requestedBy == actor.accountId());
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
