package nl.landingsbaan.platform.place;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Coordination;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.place.PlaceOverview.LetIn;
import nl.landingsbaan.platform.place.PlaceOverview.NumberChange;
import nl.landingsbaan.platform.place.PlaceOverview.Waiting;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.transfer.TransferNames;
import nl.landingsbaan.platform.transfer.Transfers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows how it stands with a region's places and changes how many there are (002 F 35). Whoever coordinates or administers sees
 * the queue, with names only of those whom the actor may see; who coordinates the whole programme, or administers the region,
 * changes the number.
 */
@Service
@Transactional(readOnly = true)
public class Places {

    /** So many of a queue are shown, the first. */
    public static final int SHOWN = 200;

    private static final int CHANGES_SHOWN = 10;
    private static final int LONGEST_REASON = 500;
    private static final Duration OF_LATE = Duration.ofDays(30);

    private final PlaceStore store;
    private final JdbcClient jdbc;
    private final Transfers transfers;
    private final TransferNames names;
    private final People people;
    private final Coordination coordination;
    private final AuditLog audit;

    Places(
            PlaceStore store,
            JdbcClient jdbc,
            Transfers transfers,
            TransferNames names,
            People people,
            Coordination coordination,
            AuditLog audit) {
        this.store = store;
        this.jdbc = jdbc;
        this.transfers = transfers;
        this.names = names;
        this.people = people;
        this.coordination = coordination;
        this.audit = audit;
    }

    /** Stores the kinds of places of a region that is not there yet. */
    @Transactional
    public void define(long regionId, List<PlaceKind> kinds) {
        store.define(regionId, kinds);
    }

    /** The kinds of places of a region, in the region's own order. */
    public List<PlaceKind> kinds(long regionId) {
        return store.kinds(regionId);
    }

    /** Whether the actor sees how it stands with the places. */
    public boolean maySee(Actor actor) {
        return actor.may(Right.COORDINATE) || actor.may(Right.ADMINISTER);
    }

    /** Whether the region has such places and the actor sees how it stands with them. */
    public boolean concern(Actor actor) {
        return maySee(actor) && store.concerns(actor.regionId());
    }

    /** Whether the actor changes how many there are. */
    public boolean mayChange(Actor actor) {
        return actor.may(Right.ADMINISTER) || coordination.coversAll(actor);
    }

    /** How it stands with each kind, in the region's own order; empty for who may not see it. */
    public List<PlaceOverview> overview(Actor actor) {
        return maySee(actor)
                ? store.kinds(actor.regionId()).stream()
                        .map(kind -> overview(actor, kind))
                        .toList()
                : List.of();
    }

    /**
     * What the young person of a transfer waits for; empty: for nothing.
     *
     * @throws nl.landingsbaan.platform.transfer.TransferNotFound when it is not there for this actor
     */
    public List<WaitsForPlace> waiting(Actor actor, long transferId) {
        transfers.find(actor, transferId);
        return jdbc.sql(
                        "SELECT p.code, k.name, p.wished_at, (SELECT COUNT(*) FROM place o WHERE o.region_id = p.region_id"
                                + " AND o.code = p.code AND o.ended_at IS NULL AND o.given_at IS NULL AND o.id <= p.id)"
                                + " FROM place p JOIN place_kind k ON k.region_id = p.region_id AND k.code = p.code"
                                + " WHERE p.region_id = ? AND p.transfer_id = ? AND p.ended_at IS NULL AND p.given_at IS NULL"
                                + " ORDER BY p.id")
                .params(actor.regionId(), transferId)
                .query((rs, n) -> new WaitsForPlace(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getInt(4),
                        rs.getTimestamp(3).toInstant()))
                .list();
    }

    /**
     * Changes how many places there are. More lets the next ones in; fewer takes nobody's place away.
     *
     * @param number from 0 to {@link PlaceKind#MOST}
     * @param reason why, at most 500 characters
     * @return how many came in
     * @throws PlaceRefused when the actor may not, there is no such kind, or something is missing or wrong
     */
    @Transactional
    public int change(Actor actor, String code, Integer number, String reason) {
        if (!mayChange(actor)) {
            throw new PlaceRefused(
                    null, "Alleen wie het programma coördineert of de regio beheert, verandert het aantal plekken.");
        }
        if (number == null || number < 0 || number > PlaceKind.MOST) {
            throw new PlaceRefused("aantal", "Vul een heel getal in van 0 tot en met " + PlaceKind.MOST + ".");
        }
        var why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw new PlaceRefused("reden", "Schrijf op waarom het aantal verandert.");
        }
        if (why.length() > LONGEST_REASON) {
            throw new PlaceRefused("reden", "Maak de reden korter: hoogstens " + LONGEST_REASON + " tekens.");
        }
        var kind = store.lock(actor.regionId(), code)
                .orElseThrow(() -> new PlaceRefused(null, "Deze soort plek is er niet meer."));
        if (kind.number() == number) {
            throw new PlaceRefused("aantal", "Het aantal is al " + number + ".");
        }
        jdbc.sql("UPDATE place_kind SET number = ? WHERE region_id = ? AND code = ?")
                .params(number, actor.regionId(), code)
                .update();
        record(actor, kind, number, why);
        return store.letIn(actor.regionId(), new PlaceKind(code, kind.name(), number, kind.perRole()), store.now());
    }

    private void record(Actor actor, PlaceKind before, int number, String reason) {
        var id = jdbc.sql("SELECT NEXT VALUE FOR place_seq").query(Long.class).single();
        jdbc.sql("INSERT INTO place_change (id, region_id, code, number_before, number_after, reason, changed_by,"
                        + " changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        actor.regionId(),
                        before.code(),
                        before.number(),
                        number,
                        reason,
                        actor.accountId(),
                        store.now())
                .update();
        audit.record(actor.regionId(), actor.accountId(), AuditAction.PLACES_CHANGED, AuditSubject.PLACE_CHANGE, id);
    }

    private PlaceOverview overview(Actor actor, PlaceKind kind) {
        var region = actor.regionId();
        var queue = rows(
                region,
                kind.code(),
                "ended_at IS NULL AND given_at IS NULL ORDER BY id LIMIT " + SHOWN,
                Timestamp.from(Instant.EPOCH));
        var came = rows(
                region,
                kind.code(),
                "given_at > wished_at ORDER BY given_at DESC, id DESC LIMIT " + SHOWN,
                Timestamp.from(store.now().toInstant().minus(OF_LATE)));
        var known = names.of(
                actor,
                Stream.concat(queue.stream(), came.stream())
                        .map(Row::transferId)
                        .toList());
        return new PlaceOverview(
                kind,
                store.capacity(region, kind),
                kind.perRole() == null ? 0 : people.numberHolding(region, kind.perRole()),
                store.taken(region, kind.code()),
                IntStream.range(0, queue.size())
                        .mapToObj(i -> new Waiting(
                                i + 1,
                                queue.get(i).transferId(),
                                known.get(queue.get(i).transferId()),
                                queue.get(i).wishedAt()))
                        .toList(),
                waiting(region, kind.code()),
                came.stream()
                        .map(row ->
                                new LetIn(row.transferId(), known.get(row.transferId()), row.wishedAt(), row.givenAt()))
                        .toList(),
                changes(region, kind.code()));
    }

    private int waiting(long regionId, String code) {
        return jdbc.sql("SELECT COUNT(*) FROM place WHERE region_id = ? AND code = ? AND ended_at IS NULL"
                        + " AND given_at IS NULL")
                .params(regionId, code)
                .query(Integer.class)
                .single();
    }

    private record Row(long transferId, Instant wishedAt, Instant givenAt) {}

    private List<Row> rows(long regionId, String code, String condition, Timestamp since) {
        return jdbc.sql("SELECT transfer_id, wished_at, given_at FROM place WHERE region_id = ? AND code = ?"
                        + " AND COALESCE(given_at, wished_at) >= ? AND " + condition)
                .params(regionId, code, since)
                .query((rs, n) -> new Row(
                        rs.getLong(1),
                        rs.getTimestamp(2).toInstant(),
                        rs.getTimestamp(3) == null ? null : rs.getTimestamp(3).toInstant()))
                .list();
    }

    private List<NumberChange> changes(long regionId, String code) {
        record Line(int before, int after, String reason, long by, Instant at) {}
        var lines = jdbc.sql("SELECT number_before, number_after, reason, changed_by, changed_at FROM place_change"
                        + " WHERE region_id = ? AND code = ? ORDER BY id DESC LIMIT ?")
                .params(regionId, code, CHANGES_SHOWN)
                .query((rs, n) -> new Line(
                        rs.getInt(1),
                        rs.getInt(2),
                        rs.getString(3),
                        rs.getLong(4),
                        rs.getTimestamp(5).toInstant()))
                .list();
        Map<Long, String> by = people.names(lines.stream().map(Line::by).toList());
        return lines.stream()
                .map(line -> new NumberChange(line.before(), line.after(), line.reason(), by.get(line.by()), line.at()))
                .toList();
    }
}
