package nl.landingsbaan.platform.handover;

import static nl.landingsbaan.platform.people.Holding.organisation;
import static nl.landingsbaan.platform.people.Holding.person;
import static nl.landingsbaan.platform.people.Holding.role;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import nl.landingsbaan.platform.vault.Vault;
import org.springframework.stereotype.Component;

@Component
class HandoverData implements PersonalData {

    private static final String OF_TRANSFERS = "transfer_id IN (:transfers)";
    private static final String OF_HANDOVERS =
            "handover_id IN (SELECT id FROM handover WHERE region_id = :region AND " + OF_TRANSFERS + ")";
    private static final String TRANSFER = "transfer";

    private final Vault vault;

    HandoverData(Vault vault) {
        this.vault = vault;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(
                Holding.told(
                        "overdrachten",
                        "handover",
                        "Wat er over u aan een volgende organisatie is overgedragen: wanneer, door wie, hoe het afliep.",
                        "id AS nummer, region_id, transfer_id AS transfer, state AS stand, "
                                + organisation("sender_organisation_id", "van") + ", "
                                + person("sent_by", "verstuurd_door")
                                + ", sent_at AS verstuurd_op, reminded_at AS herinnerd_op, "
                                + person("closed_by", "afgehandeld_door") + ", "
                                + organisation("closed_for_id", "afgehandeld_voor")
                                + ", closed_at AS afgehandeld_op, told_by AS mondeling_bevestigd_door,"
                                + " return_reason AS reden_teruggegeven",
                        OF_TRANSFERS,
                        this::handover),
                Holding.told(
                        "overdracht_ontvangers",
                        "handover_receiver",
                        "Aan wie een overdracht ging.",
                        "handover_id AS overdracht, " + role("role_code", "rol") + ", "
                                + organisation("organisation_id", "organisatie") + ", " + person("account_id", "naam"),
                        OF_HANDOVERS),
                Holding.told(
                        "overdracht_inhoud",
                        "handover_item",
                        "Wat er in een overdracht stond, en wat de afzender wegliet en waarom.",
                        "handover_id AS overdracht, region_id, (SELECT transfer_id FROM handover WHERE"
                                + " handover.id = handover_id) AS transfer, field_key AS veld, label AS vraag,"
                                + " category AS soort, text AS waarde, sealed, left_out AS weggelaten_omdat",
                        OF_HANDOVERS,
                        this::item),
                Holding.told(
                        "overdracht_gelezen",
                        "handover_reading",
                        "Wie een overdracht heeft geopend, en wanneer.",
                        "handover_id AS overdracht, " + person("account_id", "door") + ", "
                                + organisation("organisation_id", "organisatie") + ", read_at AS op",
                        OF_HANDOVERS));
    }

    private Map<String, Object> handover(Map<String, Object> row) {
        var told = new LinkedHashMap<>(row);
        var place = HandoverStore.reasonPlace(number(told.remove("region_id")), number(told.remove(TRANSFER)));
        told.computeIfPresent("reden_teruggegeven", (key, kept) -> vault.open(place, (String) kept));
        return told;
    }

    private Map<String, Object> item(Map<String, Object> row) {
        var told = new LinkedHashMap<>(row);
        var place = HandoverStore.place(
                number(told.remove("region_id")), number(told.remove(TRANSFER)), (String) told.get("veld"));
        if (Boolean.TRUE.equals(told.remove("sealed"))) {
            told.computeIfPresent("waarde", (key, kept) -> vault.open(place, (String) kept));
        }
        return told;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
