package nl.landingsbaan.platform.admission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import nl.landingsbaan.platform.vault.Place;
import nl.landingsbaan.platform.vault.Vault;
import org.springframework.stereotype.Component;

/** Moves between regions. Of a move to this region the other region keeps its side, without the way to here. */
@Component
class MoveData implements PersonalData {

    private static final String TOLD = "state AS stand, school_year AS schooljaar, age AS leeftijd,"
            + " categories AS soorten_gegevens, signatories AS toestemming_van, given_on AS toestemming_op,"
            + " sent_at AS verstuurd_op, answered_at AS beantwoord_op,"
            + " (SELECT name FROM region WHERE region.id = from_region_id) AS van,"
            + " (SELECT name FROM region WHERE region.id = to_region_id) AS naar";
    private static final String SENT = "from_region_id = :region AND from_transfer IN (:transfers)";
    private static final String RECEIVED = "to_region_id = :region AND to_transfer IN (:transfers)";

    private final Vault vault;

    MoveData(Vault vault) {
        this.vault = vault;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding(
                        "verhuisd_naar",
                        "regional_move",
                        "Overdracht van u aan een andere regio.",
                        "SELECT id, from_region_id, answer AS antwoord, " + TOLD + " FROM regional_move WHERE " + SENT,
                        this::opened,
                        "DELETE FROM regional_move WHERE " + SENT),
                new Holding(
                        "verhuisd_van",
                        "regional_move",
                        "Overdracht van u door een andere regio.",
                        "SELECT " + TOLD + " FROM regional_move WHERE " + RECEIVED,
                        UnaryOperator.identity(),
                        "UPDATE regional_move SET to_transfer = NULL WHERE " + RECEIVED));
    }

    private Map<String, Object> opened(Map<String, Object> row) {
        var told = new HashMap<>(row);
        var id = ((Number) told.remove("id")).longValue();
        var region = ((Number) told.remove("from_region_id")).longValue();
        if (told.get("antwoord") != null) {
            told.put(
                    "antwoord", vault.open(new Place(region, id, RegionalMoves.ANSWER), (String) told.get("antwoord")));
        }
        return told;
    }
}
