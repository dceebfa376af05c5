package nl.landingsbaan.platform.gathering;

import static nl.landingsbaan.platform.people.Holding.person;

import java.util.List;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import org.springframework.stereotype.Component;

@Component
class GatheringData implements PersonalData {

    private static final String OF_TRANSFERS = "transfer_id IN (:transfers)";

    @Override
    public List<Holding> holdings() {
        return List.of(
                Holding.told(
                        "groepen",
                        "gathering_candidate",
                        "Voor welke groepen u in beeld was, van wanneer tot wanneer.",
                        "transfer_id AS overstap, code AS groep, part AS deel, entered_at AS van, left_at AS tot",
                        OF_TRANSFERS),
                Holding.told(
                        "gekozen_in_groepen",
                        "gathering_mark",
                        "Waarvoor u in een groep bent gekozen.",
                        "transfer_id AS overstap, (SELECT name FROM gathering WHERE gathering.region_id = :region"
                                + " AND gathering.id = gathering_id) AS groep, mark AS waarvoor, given_at AS op, "
                                + person("given_by", "door"),
                        OF_TRANSFERS));
    }
}
