package nl.landingsbaan.platform.transfer;

import java.time.Instant;
import nl.landingsbaan.platform.form.Category;

/**
 * A value of a dossier as one region passes it on to another.
 *
 * @param value typed as the form stores it: text, number, yes or no, a date as text, or a list of choices
 * @param text the value as people read it
 * @param at when it was given
 */
public record CarriedValue(String key, String label, Category category, Object value, String text, Instant at) {}
