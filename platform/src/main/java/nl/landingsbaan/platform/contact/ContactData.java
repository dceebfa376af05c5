package nl.landingsbaan.platform.contact;

import static nl.landingsbaan.platform.people.Holding.organisation;
import static nl.landingsbaan.platform.people.Holding.person;

import java.util.List;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import org.springframework.stereotype.Component;

@Component
class ContactData implements PersonalData {

    private static final String OF_TRANSFERS = "transfer_id IN (:transfers)";
    private static final String MOMENT =
            "kind AS soort, result AS hoe_het_ging, minutes AS minuten, happened_at AS wanneer, note AS notitie";

    @Override
    public List<Holding> holdings() {
        return List.of(
                Holding.told(
                        "contactmomenten",
                        "contact_moment",
                        "Wanneer iemand contact met u had, en wat daarover is genoteerd.",
                        MOMENT + ", " + organisation("organisation_id", "organisatie") + ", "
                                + person("account_id", "door")
                                + ", logged_at AS genoteerd_op, withdrawn_at AS teruggenomen_op",
                        OF_TRANSFERS),
                Holding.told(
                        "contactmomenten_eerder",
                        "contact_earlier",
                        "Wat er over een contactmoment stond voordat het werd verbeterd.",
                        MOMENT + ", replaced_at AS verbeterd_op",
                        "contact_id IN (SELECT id FROM contact_moment WHERE region_id = :region AND " + OF_TRANSFERS
                                + ")"),
                Holding.told(
                        "contact_stand",
                        "contact_standing",
                        "Hoe het met het contact staat: het laatste contact, de tijd die eraan is besteed.",
                        "last_at AS laatste_contact, unanswered AS niet_bereikt, lost_at AS uit_beeld_sinds,"
                                + " minutes AS minuten, extra_minutes AS extra_minuten, due_on AS volgende_uiterlijk",
                        OF_TRANSFERS),
                Holding.told(
                        "contact_afspraken",
                        "contact_rhythm",
                        "Hoe vaak er contact zou zijn, en waarom.",
                        "phase AS fase, every_days AS elke_dagen, reason AS reden, set_at AS op, "
                                + person("set_by", "door"),
                        OF_TRANSFERS),
                Holding.told(
                        "extra_uren",
                        "contact_extension",
                        "Extra uren begeleiding die voor u zijn gevraagd.",
                        "hours AS uren, reason AS reden, requested_at AS gevraagd_op, "
                                + person("requested_by", "gevraagd_door")
                                + ", approved AS toegekend, answer AS antwoord, decided_at AS besloten_op, "
                                + person("decided_by", "besloten_door"),
                        OF_TRANSFERS));
    }
}
