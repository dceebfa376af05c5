package nl.landingsbaan.platform.transfer;

import java.util.Map;

/**
 * What was filled in cannot be accepted; nothing was changed.
 *
 * @see #errors()
 */
public class FormRefused extends RuntimeException {

    private final transient Map<String, String> errors;

    public FormRefused(Map<String, String> errors) {
        super("Formulier geweigerd: " + errors.keySet());
        this.errors = Map.copyOf(errors);
    }

    /** Field key to a Dutch message that names the field and the way out. */
    public Map<String, String> errors() {
        return errors;
    }
}
