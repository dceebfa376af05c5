package nl.landingsbaan.platform.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.form.Sensitivity;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.transfer.FieldValue;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.TransferKey;
import nl.landingsbaan.platform.vault.Place;
import nl.landingsbaan.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Handovers as they are kept. Special values and reasons are sealed. */
@Component
class HandoverStore {

    private static final String COLUMNS = "SELECT id, region_id, transfer_id, number, state, sender_organisation_id,"
            + " sent_by, sent_at, closed_by, closed_for_id, closed_at, told_by, return_reason FROM handover";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Routes routes;

    HandoverStore(JdbcClient jdbc, Vault vault, Routes routes) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.routes = routes;
    }

    /** Who of which receiving organisation opened it, and when. */
    record Reading(long accountId, long organisationId, Instant at) {}

    /** @param accountId null: everybody with the role in the organisation */
    record Addressee(String roleCode, long organisationId, Long accountId) {}

    /** All versions of a transfer's handover, the last one in front. */
    List<Handover> of(long regionId, long transferId) {
        return jdbc.sql(COLUMNS + " WHERE region_id = ? AND transfer_id = ? ORDER BY number DESC")
                .params(regionId, transferId)
                .query((rs, n) -> handover(rs))
                .list();
    }

    Optional<Handover> latest(long regionId, long transferId) {
        return of(regionId, transferId).stream().findFirst();
    }

    /** The last version, kept from being changed by others until the end of the transaction. */
    Optional<Handover> lockLatest(long regionId, long transferId) {
        jdbc.sql("SELECT id FROM transfer WHERE region_id = ? AND id = ? FOR UPDATE")
                .params(regionId, transferId)
                .query(Long.class)
                .single();
        return latest(regionId, transferId);
    }

    /** A next version, in which nothing is sent. */
    Handover draft(long regionId, long transferId, int number, long senderOrganisationId) {
        var id =
                jdbc.sql("SELECT NEXT VALUE FOR handover_seq").query(Long.class).single();
        jdbc.sql("INSERT INTO handover (id, region_id, transfer_id, number, state, sender_organisation_id)"
                        + " VALUES (?, ?, ?, ?, 'DRAFT', ?)")
                .params(id, regionId, transferId, number, senderOrganisationId)
                .update();
        return latest(regionId, transferId).orElseThrow();
    }

    void keepLeftOut(Handover draft, Map<String, LeftOut> leftOut) {
        jdbc.sql("DELETE FROM handover_item WHERE region_id = ? AND handover_id = ?")
                .params(draft.regionId(), draft.id())
                .update();
        leftOut.forEach((key, why) -> jdbc.sql(
                        "INSERT INTO handover_item (region_id, handover_id, field_key, left_out) VALUES (?, ?, ?, ?)")
                .params(draft.regionId(), draft.id(), key, why.name())
                .update());
    }

    Map<String, LeftOut> leftOut(Handover handover) {
        var leftOut = new LinkedHashMap<String, LeftOut>();
        jdbc.sql("SELECT field_key, left_out FROM handover_item WHERE region_id = ? AND handover_id = ?"
                        + " AND left_out IS NOT NULL ORDER BY field_key")
                .params(handover.regionId(), handover.id())
                .query(rs -> {
                    leftOut.put(rs.getString(1), LeftOut.valueOf(rs.getString(2)));
                });
        return leftOut;
    }

    void send(Handover draft, long organisationId, long by, Instant at, List<Participant> receivers) {
        jdbc.sql("UPDATE handover SET state = 'SENT', sender_organisation_id = ?, sent_by = ?, sent_at = ?"
                        + " WHERE region_id = ? AND id = ?")
                .params(organisationId, by, Timestamp.from(at), draft.regionId(), draft.id())
                .update();
        receivers.forEach(receiver -> jdbc.sql("INSERT INTO handover_receiver"
                        + " (region_id, handover_id, role_code, organisation_id, account_id) VALUES (?, ?, ?, ?, ?)")
                .params(
                        draft.regionId(),
                        draft.id(),
                        receiver.roleCode(),
                        receiver.organisationId(),
                        receiver.accountId())
                .update());
    }

    void keep(TransferKey transfer, Handover handover, FieldValue value) {
        var special = value.category().special()
                || routes.catalogue(transfer.routeVersionId())
                        .field(value.key())
                        .filter(field -> field.sensitivity() != Sensitivity.BIJZONDER)
                        .isEmpty();
        jdbc.sql("INSERT INTO handover_item (region_id, handover_id, field_key, category, label, organisation_id,"
                        + " given_at, text, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        transfer.regionId(),
                        handover.id(),
                        value.key(),
                        value.category().name(),
                        value.label(),
                        value.latest().organisationId(),
                        Timestamp.from(micros(value.latest().at())),
                        special ? vault.seal(place(handover, value.key()), value.text()) : value.text(),
                        special)
                .update();
    }

    /** What was sent, in the order of the categories. */
    Map<Category, List<SentItem>> items(Handover handover) {
        var items = new EnumMap<Category, List<SentItem>>(Category.class);
        jdbc.sql("SELECT field_key, category, label, organisation_id, given_at, text, sealed FROM handover_item"
                        + " WHERE region_id = ? AND handover_id = ? AND left_out IS NULL ORDER BY given_at, field_key")
                .params(handover.regionId(), handover.id())
                .query((rs, n) -> item(handover, rs))
                .list()
                .forEach(item -> items.computeIfAbsent(item.category(), category -> new ArrayList<>())
                        .add(item));
        return items;
    }

    List<Addressee> receivers(Handover handover) {
        return jdbc.sql("SELECT role_code, organisation_id, account_id FROM handover_receiver"
                        + " WHERE region_id = ? AND handover_id = ? ORDER BY role_code")
                .params(handover.regionId(), handover.id())
                .query((rs, n) -> new Addressee(rs.getString(1), rs.getLong(2), rs.getObject(3, Long.class)))
                .list();
    }

    List<Reading> readings(Handover handover) {
        return jdbc.sql("SELECT account_id, organisation_id, read_at FROM handover_reading"
                        + " WHERE region_id = ? AND handover_id = ? ORDER BY read_at")
                .params(handover.regionId(), handover.id())
                .query((rs, n) -> new Reading(
                        rs.getLong(1), rs.getLong(2), rs.getTimestamp(3).toInstant()))
                .list();
    }

    /** Whether this is the first time that this person opens it. */
    boolean read(Handover handover, long accountId, long organisationId, Instant at) {
        return jdbc.sql(
                                "INSERT IGNORE INTO handover_reading (region_id, handover_id, account_id, organisation_id, read_at)"
                                        + " VALUES (?, ?, ?, ?, ?)")
                        .params(handover.regionId(), handover.id(), accountId, organisationId, Timestamp.from(at))
                        .update()
                > 0;
    }

    void close(Handover handover, HandoverState state, long by, Long forId, Instant at, String toldBy, String reason) {
        jdbc.sql("UPDATE handover SET state = ?, closed_by = ?, closed_for_id = ?, closed_at = ?, told_by = ?,"
                        + " return_reason = ? WHERE region_id = ? AND id = ?")
                .params(
                        state.name(),
                        by,
                        forId,
                        Timestamp.from(at),
                        toldBy,
                        reason == null
                                ? null
                                : vault.seal(reasonPlace(handover.regionId(), handover.transferId()), reason),
                        handover.regionId(),
                        handover.id())
                .update();
    }

    /** Sent before this moment, opened by nobody and not reminded of. */
    List<Handover> unread(long regionId, Instant sentBefore) {
        return jdbc.sql(COLUMNS + " h WHERE region_id = ? AND state = 'SENT' AND reminded_at IS NULL AND sent_at <= ?"
                        + " AND NOT EXISTS (SELECT 1 FROM handover_reading r WHERE r.handover_id = h.id)")
                .params(regionId, Timestamp.from(sentBefore))
                .query((rs, n) -> handover(rs))
                .list();
    }

    /** Whether nobody else has reminded of it yet. */
    boolean remind(Handover handover, Instant at) {
        return jdbc.sql("UPDATE handover SET reminded_at = ? WHERE region_id = ? AND id = ? AND reminded_at IS NULL")
                        .params(Timestamp.from(at), handover.regionId(), handover.id())
                        .update()
                > 0;
    }

    /** As precise as the database keeps it. */
    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private SentItem item(Handover handover, ResultSet rs) throws SQLException {
        var key = rs.getString(1);
        var text = rs.getString(6);
        return new SentItem(
                key,
                Category.valueOf(rs.getString(2)),
                rs.getString(3),
                rs.getLong(4),
                rs.getTimestamp(5).toInstant(),
                rs.getBoolean(7) ? vault.open(place(handover, key), text) : text);
    }

    private Handover handover(ResultSet rs) throws SQLException {
        var regionId = rs.getLong(2);
        var transferId = rs.getLong(3);
        var sentAt = rs.getTimestamp(8);
        var closedAt = rs.getTimestamp(11);
        var reason = rs.getString(13);
        return new Handover(
                rs.getLong(1),
                regionId,
                transferId,
                rs.getInt(4),
                HandoverState.valueOf(rs.getString(5)),
                rs.getLong(6),
                rs.getObject(7, Long.class),
                sentAt == null ? null : sentAt.toInstant(),
                rs.getObject(9, Long.class),
                rs.getObject(10, Long.class),
                closedAt == null ? null : closedAt.toInstant(),
                rs.getString(12),
                reason == null ? null : vault.open(reasonPlace(regionId, transferId), reason));
    }

    private static Place place(Handover handover, String key) {
        return place(handover.regionId(), handover.transferId(), key);
    }

    static Place place(long regionId, long transferId, String key) {
        return new Place(regionId, transferId, "overdracht/" + key);
    }

    static Place reasonPlace(long regionId, long transferId) {
        return new Place(regionId, transferId, "overdracht.reden");
    }
}
