package nl.landingsbaan.platform.form;

import java.util.Map;

/**
 * The outcome of checking a form on the server.
 *
 * @param answers typed as {@link FieldType} says; without hidden fields and without fields left empty
 * @param errors field key to a Dutch message that names the field and the way out; empty: all is well
 */
public record CheckedAnswers(Map<String, Object> answers, Map<String, String> errors) {
    public boolean valid() {
        return errors.isEmpty();
    }
}
