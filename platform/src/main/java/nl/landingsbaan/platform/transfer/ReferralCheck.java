package nl.landingsbaan.platform.transfer;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks the fields that every region has. */
final class ReferralCheck {

    private static final int LONGEST_NAME = 80;
    private static final int YOUNGEST = 10;
    private static final int OLDEST = 30;

    private ReferralCheck() {}

    static void check(Referral referral, LocalDate today) {
        var errors = errors(referral, today);
        if (!errors.isEmpty()) {
            throw new FormRefused(errors);
        }
    }

    static Map<String, String> errors(Referral referral, LocalDate today) {
        return identityErrors(referral.firstName(), referral.lastName(), referral.birthDate(), today);
    }

    static Map<String, String> identityErrors(String firstName, String lastName, LocalDate birthDate, LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        checkName(errors, Referral.FIRST_NAME, "voornaam", firstName);
        checkName(errors, Referral.LAST_NAME, "achternaam", lastName);
        checkBirthDate(errors, birthDate, today);
        return errors;
    }

    private static void checkName(Map<String, String> errors, String key, String label, String name) {
        if (name == null || name.isBlank()) {
            errors.put(key, "Vul de " + label + " in.");
        } else if (name.strip().length() > LONGEST_NAME) {
            errors.put(key, "De " + label + " is te lang. Gebruik hoogstens " + LONGEST_NAME + " tekens.");
        }
    }

    private static void checkBirthDate(Map<String, String> errors, LocalDate birthDate, LocalDate today) {
        if (birthDate == null) {
            errors.put(Referral.BIRTH_DATE, "Vul de geboortedatum in.");
            return;
        }
        var age = Period.between(birthDate, today).getYears();
        if (birthDate.isAfter(today) || age < YOUNGEST || age > OLDEST) {
            errors.put(
                    Referral.BIRTH_DATE,
                    "Controleer de geboortedatum: deze jongere zou " + Math.max(age, 0) + " jaar oud zijn.");
        }
    }
}
