package nl.landingsbaan.platform.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * One field of a form, or a heading between fields.
 *
 * @param key name of the answer; for a heading the id of the component
 * @param choices the fixed choices, empty when they come from a source
 * @param choiceSource {@code medewerkers.<rol>} or {@code organisaties.<soort>}, else null
 * @param hideCondition FEEL, without the leading equals sign; the field is hidden while it is true; null: always shown
 * @param processVariable the answer goes to the engine (never for free text)
 * @param participantRole the answer names the person or organisation that takes part in this role; else null
 * @param visibleTo the role codes that may see the answer; empty: every participant
 * @param text the markdown of a heading; else null
 */
public record FormField(
        String key,
        FieldType type,
        String label,
        String description,
        boolean required,
        Integer minLength,
        Integer maxLength,
        BigDecimal min,
        BigDecimal max,
        String pattern,
        List<Choice> choices,
        String choiceSource,
        String hideCondition,
        boolean processVariable,
        String participantRole,
        Set<String> visibleTo,
        String text) {

    public FormField {
        choices = List.copyOf(choices);
        visibleTo = Set.copyOf(visibleTo);
    }

    /** Whether the field asks for an answer; false for headings. */
    public boolean asks() {
        return type.asks();
    }

    /** Whether the answer is text of the professional's own wording, which never leaves the database. */
    public boolean freeText() {
        return type.freeText();
    }
}
