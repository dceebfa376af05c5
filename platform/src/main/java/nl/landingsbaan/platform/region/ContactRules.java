package nl.landingsbaan.platform.region;

import java.util.Map;

/**
 * How much contact a region agrees on with each young person.
 *
 * @param kinds the kinds of contact, code to name
 * @param everyDays the longest time between two contacts; null: no rhythm agreed
 * @param hours the clock hours of one coaching, 40 in Amsterdam's pilot (seed 000, lines 327-329); null: no budget
 * @param attempts after so many attempts without an answer in a row, contact counts as lost
 */
public record ContactRules(Map<String, String> kinds, Integer everyDays, Integer hours, int attempts) {

    /** For a region that says nothing. */
    public static final ContactRules DEFAULT = new ContactRules(
            Map.of("gesprek", "Gesprek", "bellen", "Gebeld", "appen", "Geappt", "bezoek", "Bezoek"), null, null, 3);
}
