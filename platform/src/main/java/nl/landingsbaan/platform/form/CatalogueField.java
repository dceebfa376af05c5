package nl.landingsbaan.platform.form;

import java.util.List;

/**
 * One kind of fact that a dossier can hold. Every form that asks for it does so in these words.
 *
 * @param explanation shown below the field; or null
 * @param type never {@link FieldType#RADIO} or {@link FieldType#HEADING}: how a choice looks is for the form to say
 * @param processVariable the value goes to the engine; never so for free text or special personal data
 * @param choices the fixed choices, empty when they come from a source or when the type has none
 * @param choiceSource {@code medewerkers.<rol>} or {@code organisaties.<soort>}, else null
 */
public record CatalogueField(
        String key,
        String label,
        String explanation,
        FieldType type,
        Category category,
        Sensitivity sensitivity,
        boolean processVariable,
        List<Choice> choices,
        String choiceSource) {

    public CatalogueField {
        choices = List.copyOf(choices);
    }

    /** Whether a form may ask for this with a component of that type. */
    boolean canBeAskedAs(FieldType component) {
        return type == component || type == FieldType.CHOICE && component == FieldType.RADIO;
    }
}
