package nl.landingsbaan.platform.agenda;

import static nl.landingsbaan.platform.people.Holding.person;
import static nl.landingsbaan.platform.people.Holding.role;

import java.util.List;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import org.springframework.stereotype.Component;

@Component
class AgendaData implements PersonalData {

    private static final String OF_TRANSFERS = "transfer_id IN (:transfers)";

    @Override
    public List<Holding> holdings() {
        return List.of(
                Holding.told(
                        "afspraken",
                        "appointment",
                        "Afspraken over u of met u.",
                        "id AS nummer, kind AS soort, starts_at AS wanneer, minutes AS minuten, place AS plaats, "
                                + person("made_by", "gemaakt_door") + ", cancelled_at AS afgezegd_op",
                        OF_TRANSFERS),
                Holding.told(
                        "genodigden",
                        "appointment_guest",
                        "Wie voor een afspraak is uitgenodigd.",
                        "appointment_id AS afspraak, " + role("role_code", "rol"),
                        "appointment_id IN (SELECT id FROM appointment WHERE region_id = :region AND " + OF_TRANSFERS
                                + ")"));
    }
}
