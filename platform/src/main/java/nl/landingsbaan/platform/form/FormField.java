package nl.landingsbaan.platform.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * One field of a form, or a heading between fields.
 *
 * @param key name of the answer; for a heading the id of the component
 * @param choices the fixed choices, empty when they come from a source
 * @param choiceSource {@code medewerkers.<rol>}, {@code organisaties.<soort>}, {@code leden} (of a group) or
 *     {@code leden.<merk>} (those chosen before in the field with that key), else null
 * @param hideCondition FEEL, without the leading equals sign; the field is hidden while it is true; null: always shown
 * @param processVariable the answer goes to the engine (never for free text or special personal data)
 * @param participantRole the answer names the person or organisation that takes part in this role; else null
 * @param visibleTo the role codes that may see the answer; empty: every participant
 * @param category what kind of fact it is; null for a heading
 * @param sensitivity null for a heading
 * @param text the markdown of a heading; else null
 * @param atLeast parameter of the region: fewer members than this may not be chosen; null: no such bound
 * @param atMost parameter of the region: more members than this may not be chosen; null: no such bound
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
        Category category,
        Sensitivity sensitivity,
        String text,
        String atLeast,
        String atMost) {

    /** What {@link #choiceSource()} is for the members of a group. */
    public static final String MEMBERS = "leden";

    private static final String MEMBERS_MARKED = MEMBERS + ".";

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

    /** Special personal data, which is stored under the region's own key only and counted nowhere. */
    public boolean special() {
        return sensitivity == Sensitivity.BIJZONDER;
    }

    /** Whether it asks for members of a group, who are never an answer: whoever is chosen gets the key as a mark. */
    public boolean asksForMembers() {
        return choiceSource != null && (choiceSource.equals(MEMBERS) || choiceSource.startsWith(MEMBERS_MARKED));
    }

    /** The mark that members must have to be offered; null: all are. */
    public String membersMarked() {
        return asksForMembers() && choiceSource.startsWith(MEMBERS_MARKED)
                ? choiceSource.substring(MEMBERS_MARKED.length())
                : null;
    }

    /** The same question asked by itself: always shown, and needing an answer; a box may be ticked or not. */
    public FormField alone() {
        return new FormField(
                key,
                type,
                label,
                description,
                type != FieldType.YES_NO,
                minLength,
                maxLength,
                min,
                max,
                pattern,
                choices,
                choiceSource,
                null,
                processVariable,
                participantRole,
                visibleTo,
                category,
                sensitivity,
                text,
                atLeast,
                atMost);
    }
}
