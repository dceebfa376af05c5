package nl.landingsbaan.platform.form;

import java.util.List;
import java.util.Optional;

/** A form as a region wrote it (Camunda Forms JSON): its fields in order, headings included. */
public record Form(String id, List<FormField> fields) {

    public Form {
        fields = List.copyOf(fields);
    }

    /**
     * Reads Camunda Forms JSON.
     *
     * @throws FormDisagrees when it asks for something that the catalogue does not have, or has otherwise
     */
    public static Form parse(String json, Catalogue catalogue) throws FormUnreadable {
        return FormReader.read(json, catalogue);
    }

    /** The field that asks for this answer. */
    public Optional<FormField> field(String key) {
        return fields.stream().filter(f -> f.asks() && f.key().equals(key)).findFirst();
    }

    /** The fields that ask for an answer, in order. */
    public List<FormField> questions() {
        return fields.stream().filter(FormField::asks).toList();
    }
}
