package nl.landingsbaan.platform.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.transfer.DossierChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the places. Whoever changes who has one locks the kind first, so that two nodes never give the same place; all of
 * it happens in the caller's transaction.
 */
@Component
class PlaceStore {

    private static final String HELD = "SELECT id, region_id, transfer_id, code, element_instance_key, job_key,"
            + " given_at IS NOT NULL, ended_at IS NOT NULL FROM place WHERE ";

    private final JdbcClient jdbc;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    // A region's kinds come with the region itself, before anything happens in it, and stay.
    private final Map<Long, Boolean> withPlaces = new ConcurrentHashMap<>();

    PlaceStore(JdbcClient jdbc, People people, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    boolean concerns(long regionId) {
        return withPlaces.computeIfAbsent(regionId, id -> !kinds(id).isEmpty());
    }

    void define(long regionId, List<PlaceKind> kinds) {
        for (int position = 0; position < kinds.size(); position++) {
            var kind = kinds.get(position);
            jdbc.sql("INSERT INTO place_kind (region_id, code, name, position, number, per_role)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")
                    .params(regionId, kind.code(), kind.name(), position, kind.number())
                    .param(kind.perRole())
                    .update();
        }
        withPlaces.remove(regionId);
    }

    List<PlaceKind> kinds(long regionId) {
        return jdbc.sql("SELECT code, name, number, per_role FROM place_kind WHERE region_id = ? ORDER BY position")
                .param(regionId)
                .query(PlaceStore::kind)
                .list();
    }

    /** Keeps everybody else from giving and taking places of this kind until the transaction ends. */
    Optional<PlaceKind> lock(long regionId, String code) {
        return jdbc.sql(
                        "SELECT code, name, number, per_role FROM place_kind WHERE region_id = ? AND code = ? FOR UPDATE")
                .params(regionId, code)
                .query(PlaceStore::kind)
                .optional();
    }

    /** How many places there are by now. */
    int capacity(long regionId, PlaceKind kind) {
        return kind.perRole() == null ? kind.number() : kind.number() * people.numberHolding(regionId, kind.perRole());
    }

    int taken(long regionId, String code) {
        return jdbc.sql("SELECT COUNT(*) FROM place WHERE region_id = ? AND code = ? AND ended_at IS NULL"
                        + " AND given_at IS NOT NULL")
                .params(regionId, code)
                .query(Integer.class)
                .single();
    }

    Optional<HeldPlace> byElement(long regionId, long transferId, long elementInstanceKey) {
        return jdbc.sql(HELD + "region_id = ? AND transfer_id = ? AND element_instance_key = ?")
                .params(regionId, transferId, elementInstanceKey)
                .query(PlaceStore::held)
                .optional();
    }

    /** What the transfer has or waits for. */
    List<HeldPlace> open(long regionId, long transferId) {
        return jdbc.sql(HELD + "region_id = ? AND transfer_id = ? AND ended_at IS NULL ORDER BY id")
                .params(regionId, transferId)
                .query(PlaceStore::held)
                .list();
    }

    /** Those that nobody looked at since this moment, of all regions. */
    List<HeldPlace> notLookedAtSince(Instant moment, int limit) {
        return jdbc.sql(HELD + "ended_at IS NULL AND looked_at < ? ORDER BY looked_at LIMIT ?")
                .params(Timestamp.from(moment), limit)
                .query(PlaceStore::held)
                .list();
    }

    void looked(HeldPlace place) {
        jdbc.sql("UPDATE place SET looked_at = ? WHERE region_id = ? AND id = ?")
                .params(now(), place.regionId(), place.id())
                .update();
    }

    void insert(Wish wish, Timestamp now) {
        jdbc.sql("INSERT INTO place (id, region_id, transfer_id, code, element_instance_key, job_key, wished_at,"
                        + " looked_at) VALUES (NEXT VALUE FOR place_seq, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        wish.regionId(),
                        wish.transferId(),
                        wish.code(),
                        wish.elementInstanceKey(),
                        wish.jobKey(),
                        now,
                        now)
                .update();
    }

    void adopt(HeldPlace place, Wish wish) {
        jdbc.sql("UPDATE place SET element_instance_key = ?, job_key = ? WHERE region_id = ? AND id = ?")
                .params(wish.elementInstanceKey(), wish.jobKey(), place.regionId(), place.id())
                .update();
    }

    /** True when it had ended. */
    boolean reopen(HeldPlace place) {
        return jdbc.sql(
                                "UPDATE place SET ended_at = NULL, given_at = NULL, looked_at = ? WHERE region_id = ? AND id = ?"
                                        + " AND ended_at IS NOT NULL")
                        .params(now(), place.regionId(), place.id())
                        .update()
                == 1;
    }

    /** Shows at the dossier that something about a place is otherwise. */
    void tell(long regionId, long transferId) {
        events.publishEvent(new DossierChanged(regionId, transferId));
    }

    /** Ends it, unless it became another's or another since it was read; true when it ended now. */
    boolean end(HeldPlace place) {
        return jdbc.sql("UPDATE place SET ended_at = ? WHERE region_id = ? AND id = ? AND ended_at IS NULL"
                                + " AND element_instance_key = ? AND (given_at IS NOT NULL) = ?")
                        .params(now(), place.regionId(), place.id(), place.elementInstanceKey(), place.given())
                        .update()
                == 1;
    }

    /**
     * Lets in whoever is first, as long as there are places. The kind is locked.
     *
     * @return how many came in
     */
    int letIn(long regionId, PlaceKind kind, Timestamp now) {
        var free = capacity(regionId, kind) - taken(regionId, kind.code());
        var next = free <= 0
                ? List.<HeldPlace>of()
                : jdbc.sql(
                                HELD
                                        + "region_id = ? AND code = ? AND ended_at IS NULL AND given_at IS NULL ORDER BY id LIMIT ?")
                        .params(regionId, kind.code(), free)
                        .query(PlaceStore::held)
                        .list();
        for (var place : next) {
            jdbc.sql("UPDATE place SET given_at = ? WHERE region_id = ? AND id = ?")
                    .params(now, regionId, place.id())
                    .update();
            events.publishEvent(new PlaceGiven(regionId, place.transferId(), place.jobKey()));
            events.publishEvent(new DossierChanged(regionId, place.transferId()));
        }
        return next.size();
    }

    Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static PlaceKind kind(ResultSet row, int number) throws SQLException {
        return new PlaceKind(row.getString(1), row.getString(2), row.getInt(3), row.getString(4));
    }

    private static HeldPlace held(ResultSet row, int number) throws SQLException {
        return new HeldPlace(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getBoolean(7),
                row.getBoolean(8));
    }
}
