package nl.landingsbaan.platform.steering;

import java.util.List;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import org.springframework.stereotype.Component;

/** The counts themselves stay: they say of nobody who was counted. */
@Component
class SteeringData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(Holding.told(
                "tellingen",
                "steering_choice",
                "Welk antwoord is meegeteld in de cijfers van de regio.",
                "field AS veld, value AS waarde",
                "transfer_id IN (:transfers)"));
    }
}
