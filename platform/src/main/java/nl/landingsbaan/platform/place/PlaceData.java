package nl.landingsbaan.platform.place;

import java.util.List;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import org.springframework.stereotype.Component;

@Component
class PlaceData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(Holding.told(
                "plekken",
                "place",
                "Waarvoor u op een plek wachtte, en van wanneer tot wanneer u die had.",
                "transfer_id AS overstap, (SELECT name FROM place_kind WHERE place_kind.region_id = :region AND"
                        + " place_kind.code = place.code) AS soort, wished_at AS wacht_sinds, given_at AS plek_op,"
                        + " ended_at AS tot",
                "transfer_id IN (:transfers)"));
    }
}
