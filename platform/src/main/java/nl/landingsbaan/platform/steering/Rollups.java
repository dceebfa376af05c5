package nl.landingsbaan.platform.steering;

import java.util.Objects;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.region.Measure;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.transfer.ChoicesGiven;
import nl.landingsbaan.platform.transfer.PhaseEntered;
import nl.landingsbaan.platform.transfer.PhaseLeft;
import nl.landingsbaan.platform.transfer.TransferEnded;
import nl.landingsbaan.platform.transfer.TransferReferred;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts what happens to transfers, in the transaction in which it happens: the counts are right at every commit. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Rollups {

    /** More than transactions that count the same thing at the same time, and few enough to add up quickly. */
    private static final int SLOTS = 8;

    private final JdbcClient jdbc;
    private final Regions regions;

    Rollups(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    @EventListener
    public void on(TransferReferred event) {
        count(event.regionId(), event.schoolYear(), CountKind.REFERRED, "", "", 1);
    }

    @EventListener
    public void on(PhaseEntered event) {
        count(event.regionId(), event.schoolYear(), CountKind.ENTERED, event.phase(), "", 1);
    }

    @EventListener
    public void on(PhaseLeft event) {
        count(event.regionId(), event.schoolYear(), CountKind.LEFT, event.phase(), "", 1);
        var days = Integer.toString(event.days());
        count(event.regionId(), event.schoolYear(), CountKind.DAYS, event.phase(), days, 1);
    }

    @EventListener
    public void on(TransferEnded event) {
        count(event.regionId(), event.schoolYear(), CountKind.OUTCOME, event.outcome(), "", 1);
    }

    /** Only what the region steers on is counted. */
    @EventListener
    public void on(ChoicesGiven event) {
        var fields = regions.region(event.regionId()).settings().measures().stream()
                .map(Measure::field)
                .filter(Objects::nonNull)
                .filter(event.choices()::containsKey)
                .collect(Collectors.toSet());
        fields.forEach(field -> choose(event, field, event.choices().get(field)));
    }

    private void choose(ChoicesGiven event, String field, String value) {
        jdbc
                .sql("INSERT INTO steering_choice (region_id, transfer_id, field, value) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE replaced = value, value = VALUES(value) RETURNING replaced")
                .params(event.regionId(), event.transferId(), field, value)
                .query(String.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .forEach(
                        replaced -> count(event.regionId(), event.schoolYear(), CountKind.CHOICE, field, replaced, -1));
        count(event.regionId(), event.schoolYear(), CountKind.CHOICE, field, value, 1);
    }

    /** One and the same throughout a transaction: a long one leaves the other slots free. */
    private static int slot() {
        return (int) (Thread.currentThread().threadId() % SLOTS);
    }

    private void count(long regionId, String schoolYear, CountKind kind, String code, String value, int number) {
        jdbc.sql("INSERT INTO steering_count (region_id, kind, school_year, code, value, slot, number)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE number = number + VALUES(number)")
                .params(regionId, kind.name(), schoolYear, code, value, slot(), number)
                .update();
    }
}
