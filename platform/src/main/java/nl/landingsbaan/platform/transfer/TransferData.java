package nl.landingsbaan.platform.transfer;

import static nl.landingsbaan.platform.people.Holding.organisation;
import static nl.landingsbaan.platform.people.Holding.person;
import static nl.landingsbaan.platform.people.Holding.role;

import java.util.List;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import org.springframework.stereotype.Component;

@Component
class TransferData implements PersonalData {

    private static final String OF_PERSON = "young_person_id = :person";
    private static final String OF_TRANSFERS = "transfer_id IN (:transfers)";
    private static final String PARTICIPANT = "transfer_id AS overstap, " + role("role_code", "rol") + ", "
            + organisation("organisation_id", "organisatie") + ", ";

    private final AnswersTold told;

    TransferData(AnswersTold told) {
        this.told = told;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(
                Holding.told(
                        "jongere",
                        "young_person",
                        "Wie u bent.",
                        "first_name AS voornaam, last_name AS achternaam, birth_date AS geboortedatum",
                        "id = :person"),
                Holding.told(
                        "eerder_genoemd",
                        "young_person_earlier",
                        "Hoe u eerder in het dossier stond, voordat uw naam of geboortedatum werd verbeterd.",
                        "first_name AS voornaam, last_name AS achternaam, birth_date AS geboortedatum, reason AS reden,"
                                + " replaced_at AS verbeterd_op, " + person("replaced_by", "verbeterd_door"),
                        OF_PERSON),
                Holding.untold("name_gram", "Stukjes van uw naam, om u te kunnen vinden.", OF_PERSON),
                Holding.told(
                        "overstappen",
                        "transfer",
                        "Elke overstap waarvoor u bent aangemeld, en hoe die liep.",
                        "id AS nummer, school_year AS schooljaar, " + organisation("origin_id", "school")
                                + ", phase AS fase, outcome AS uitkomst, started_at AS aangemeld_op,"
                                + " ended_at AS geeindigd_op",
                        OF_PERSON),
                Holding.told(
                        "deelnemers",
                        "participant",
                        "Wie met u meewerkt.",
                        PARTICIPANT + person("account_id", "naam") + ", since AS sinds",
                        OF_TRANSFERS),
                Holding.told(
                        "eerdere_deelnemers",
                        "participant_history",
                        "Wie eerder met u meewerkte, en waarom dat ophield.",
                        PARTICIPANT + person("account_id", "naam")
                                + ", since AS van, until AS tot, reason AS reden, note AS toelichting,"
                                + " above_maximum AS boven_het_maximum, " + person("ended_by", "beeindigd_door"),
                        OF_TRANSFERS),
                Holding.told(
                        "invallers",
                        "participant_helper",
                        "Wie één taak voor u overneemt.",
                        PARTICIPANT + person("account_id", "naam") + ", since AS sinds",
                        OF_TRANSFERS),
                Holding.told(
                        "gestopte_organisaties",
                        "participation_ended",
                        "Welke organisatie niet meer meewerkt omdat er niets meer wordt gedeeld.",
                        PARTICIPANT + "ended_at AS op, " + person("ended_by", "door"),
                        OF_TRANSFERS),
                Holding.told(
                        "fasen",
                        "phase_visit",
                        "In welke fase u was, van wanneer tot wanneer.",
                        "transfer_id AS overstap, phase AS fase, entered_at AS van, left_at AS tot",
                        OF_TRANSFERS),
                Holding.told(
                        "gegevens",
                        "answer",
                        "Alles wat over u is opgeschreven, ook eerdere waarden: de nieuwste staat bovenaan.",
                        "id, transfer_id AS overstap, field_key AS veld, category AS soort, answered_at AS op, "
                                + person("answered_by", "door") + ", " + organisation("organisation_id", "organisatie")
                                + ", reason AS reden_van_verbetering",
                        OF_TRANSFERS + " ORDER BY answered_at DESC, id DESC",
                        told::of),
                Holding.untold("subject", "Dat er een overstap met dit nummer is.", "id IN (:transfers)"),
                Holding.untold("transfer_start_later", "Dat de route nog moet beginnen.", OF_TRANSFERS));
    }
}
