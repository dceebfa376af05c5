package nl.landingsbaan.platform.transfer;

import java.time.Instant;
import java.util.List;
import nl.landingsbaan.platform.form.Category;

/**
 * What a dossier says about one field, as far as a viewer may see it.
 *
 * @param label the question, as the form asked it
 * @param latest the value that counts
 * @param outdated the value that counts is older than the region's limit
 * @param correctable the viewer may correct it
 * @param earlier what it said before, newest first
 */
public record FieldValue(
        String key,
        String label,
        Category category,
        Given latest,
        boolean outdated,
        boolean correctable,
        List<Given> earlier) {

    public FieldValue {
        earlier = List.copyOf(earlier);
    }

    /** The value that counts, as people read it. */
    public String text() {
        return latest.text();
    }

    /**
     * One value, with where it came from.
     *
     * @param text the value as people read it
     * @param organisationId for which organisation its author took part
     * @param by name of its author
     * @param formId the form in which it was given
     * @param taskId the task in which it was given; null at referral, for a reported event or for a correction
     * @param reason why it was corrected; null for an answer in a form
     * @param fromEarlierTransfer given in an earlier transfer of the same young person
     */
    public record Given(
            String text,
            long organisationId,
            String organisationName,
            String by,
            Instant at,
            String formId,
            Long taskId,
            String reason,
            boolean fromEarlierTransfer) {}
}
