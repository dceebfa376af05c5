package nl.landingsbaan.platform.consent;

import static nl.landingsbaan.platform.people.Holding.organisation;
import static nl.landingsbaan.platform.people.Holding.person;

import java.util.List;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import org.springframework.stereotype.Component;

@Component
class ConsentData implements PersonalData {

    private static final String OF_PERSON = "young_person_id = :person";

    @Override
    public List<Holding> holdings() {
        return List.of(
                Holding.told(
                        "toestemming",
                        "consent",
                        "Wat u of uw ouders besloten over delen: met wie, wat, waarvoor, tot wanneer.",
                        organisation("organisation_id", "ontvanger")
                                + ", category AS soort, purpose AS doel, signatory AS gegeven_door, granted AS mag,"
                                + " manner AS hoe, given_on AS op, until_date AS tot, recorded_at AS vastgelegd_op, "
                                + person("recorded_by", "vastgelegd_door") + ", withdrawn_at AS ingetrokken_op, "
                                + person("withdrawn_by", "ingetrokken_bij"),
                        OF_PERSON),
                Holding.untold("consent_notice", "Dat een medewerker is herinnerd aan een einddatum.", OF_PERSON));
    }
}
