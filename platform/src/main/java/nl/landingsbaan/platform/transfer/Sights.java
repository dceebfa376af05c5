package nl.landingsbaan.platform.transfer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.consent.Consents;
import nl.landingsbaan.platform.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out what viewers may see. Two queries, however many transfers. */
@Component
class Sights {

    private final JdbcClient jdbc;
    private final Consents consents;
    private final Regions regions;

    Sights(JdbcClient jdbc, Consents consents, Regions regions) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.regions = regions;
    }

    Sight of(TransferKey transfer, Viewer viewer) {
        return of(transfer.regionId(), Map.of(transfer.id(), viewer)).get(transfer.id());
    }

    /** @param viewers by transfer */
    Map<Long, Sight> of(long regionId, Map<Long, Viewer> viewers) {
        if (viewers.isEmpty()) {
            return Map.of();
        }
        var people = jdbc.sql("SELECT t.id, y.id, y.birth_date FROM transfer t JOIN young_person y"
                        + " ON y.region_id = t.region_id AND y.id = t.young_person_id"
                        + " WHERE t.region_id = :region AND t.id IN (:transfers)")
                .param("region", regionId)
                .param("transfers", viewers.keySet())
                .query((rs, n) -> new Whose(rs.getLong(1), rs.getLong(2), rs.getObject(3, LocalDate.class)))
                .list();
        var shares = consents.of(
                regionId,
                people.stream().collect(Collectors.toMap(Whose::youngPersonId, Whose::birthDate, (a, b) -> a)));
        var sharing = regions.region(regionId).settings().sharing();
        var sights = new HashMap<Long, Sight>();
        people.forEach(whose -> sights.put(
                whose.transferId(),
                new Sight(viewers.get(whose.transferId()), sharing, shares.get(whose.youngPersonId()))));
        return sights;
    }

    private record Whose(long transferId, long youngPersonId, LocalDate birthDate) {}
}
