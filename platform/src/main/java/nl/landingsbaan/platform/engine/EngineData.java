package nl.landingsbaan.platform.engine;

import java.util.List;
import java.util.function.UnaryOperator;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import org.springframework.stereotype.Component;

/** What the engine was still to be told. What it runs is ended before anything is erased. */
@Component
class EngineData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(new Holding(
                null,
                "EVENT_PUBLICATION",
                "Nummers en data, onderweg naar de motor van de route.",
                null,
                UnaryOperator.identity(),
                "DELETE FROM EVENT_PUBLICATION WHERE SERIALIZED_EVENT REGEXP :inEvents"
                        + " AND SERIALIZED_EVENT REGEXP CONCAT('\"regionId\":', :region, '[,}]')"));
    }
}
