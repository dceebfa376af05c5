package nl.landingsbaan.platform.calendar;

import java.util.List;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import org.springframework.stereotype.Component;

@Component
class CalendarData implements PersonalData {

    private static final String OF_TRANSFERS = "transfer_id IN (:transfers)";

    @Override
    public List<Holding> holdings() {
        return List.of(
                Holding.untold("open_moment", "Op welke dag van de schoolkalender de route wacht.", OF_TRANSFERS),
                Holding.told(
                        "verschoven",
                        "anchor_shift_moment",
                        "Wat op een andere dag kwam, omdat een dag van de schoolkalender veranderde.",
                        "name AS stap, from_at AS was, to_at AS werd",
                        "shift_id IN (SELECT id FROM anchor_shift WHERE region_id = :region AND " + OF_TRANSFERS + ")"),
                Holding.untold("anchor_shift", "Dat de dagen van de schoolkalender zijn aangepast.", OF_TRANSFERS));
    }
}
