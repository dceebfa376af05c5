package nl.landingsbaan.platform.form;

import java.util.List;

/** A form asks for something that the catalogue does not have, or has otherwise. */
public class FormDisagrees extends FormUnreadable {

    /** What is wrong with the field of this key, in Dutch, and the way out. */
    public record Disagreement(String key, String problem, String remedy) {}

    private final transient List<Disagreement> disagreements;

    FormDisagrees(List<Disagreement> disagreements) {
        super("'" + disagreements.getFirst().key() + "': "
                + disagreements.getFirst().problem());
        this.disagreements = List.copyOf(disagreements);
    }

    /** In the order of the form; at least one. */
    public List<Disagreement> disagreements() {
        return disagreements;
    }
}
