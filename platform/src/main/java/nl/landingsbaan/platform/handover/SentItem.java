package nl.landingsbaan.platform.handover;

import java.time.Instant;
import nl.landingsbaan.platform.form.Category;

/**
 * A value as it was sent.
 *
 * @param givenAt with the key and the organisation: which value of the dossier it was
 */
record SentItem(String key, Category category, String label, long organisationId, Instant givenAt, String text) {}
