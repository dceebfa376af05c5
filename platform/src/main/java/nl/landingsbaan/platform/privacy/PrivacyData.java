package nl.landingsbaan.platform.privacy;

import static nl.landingsbaan.platform.people.Holding.organisation;
import static nl.landingsbaan.platform.people.Holding.person;

import java.util.List;
import java.util.function.UnaryOperator;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import org.springframework.stereotype.Component;

/** The requests themselves, and who did and saw what. */
@Component
class PrivacyData implements PersonalData {

    private static final String ABOUT =
            " WHERE region_id = :region AND (subject = 'TRANSFER' AND subject_id IN (:transfers)"
                    + " OR subject = 'TASK' AND subject_id IN"
                    + " (SELECT id FROM task WHERE region_id = :region AND transfer_id IN (:transfers))"
                    + " OR subject = 'PRIVACY_REQUEST' AND subject_id IN"
                    + " (SELECT id FROM privacy_request WHERE region_id = :region AND young_person_id = :person))";

    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding(
                        "wie_keek_en_wat_er_gebeurde",
                        "audit_entry",
                        "Wie uw dossier las of iets deed, wanneer en voor welke organisatie.",
                        "SELECT at AS op, action AS wat, " + person("account_id", "door") + ", "
                                + organisation("organisation_id", "voor_organisatie") + " FROM audit_entry" + ABOUT
                                + " ORDER BY at DESC, id DESC",
                        UnaryOperator.identity(),
                        "DELETE FROM audit_entry" + ABOUT),
                Holding.told(
                        "verzoeken",
                        "privacy_request",
                        "Wat u of uw ouders vroegen over uw gegevens.",
                        "id AS nummer, kind AS soort, state AS stand, asked_by AS gevraagd_door, what AS wat,"
                                + " ground AS grond, requested_at AS op, " + person("requested_by", "vastgelegd_door")
                                + ", identity_check AS identiteit_vastgesteld, due_on AS uiterlijk, "
                                + person("decided_by", "besloten_door")
                                + ", decided_at AS besloten_op, answer AS antwoord, done_at AS gedaan_op",
                        "young_person_id = :person"));
    }
}
