package nl.landingsbaan.platform.transfer;

import java.time.LocalDate;
import java.util.Map;

/**
 * A young person as referred by a school.
 *
 * @param organisationId the organisation of the referrer
 * @param answers the answers to the region's referral form
 * @param knownAs the id of the young person who this is, as {@link KnownYoungPerson} gave it; null: somebody new
 */
public record Referral(
        String firstName,
        String lastName,
        LocalDate birthDate,
        long organisationId,
        Map<String, Object> answers,
        Long knownAs) {

    /** Keys of the fields that every region has, as used in {@link FormRefused#errors()}. */
    public static final String FIRST_NAME = "voornaam";

    public static final String LAST_NAME = "achternaam";
    public static final String BIRTH_DATE = "geboortedatum";
    public static final String ORGANISATION = "organisatie";

    /** Somebody who is new in the region. */
    public Referral(
            String firstName, String lastName, LocalDate birthDate, long organisationId, Map<String, Object> answers) {
        this(firstName, lastName, birthDate, organisationId, answers, null);
    }

    /** The same referral for a young person who is known already. */
    public Referral as(long youngPersonId) {
        return new Referral(firstName, lastName, birthDate, organisationId, answers, youngPersonId);
    }
}
