package nl.landingsbaan.platform.consent;

import java.util.Map;

/** A decision cannot be recorded as it is; nothing was changed. */
public class DecisionRefused extends RuntimeException {

    private final transient Map<String, String> errors;

    DecisionRefused(Map<String, String> errors) {
        super("Besluit geweigerd: " + errors.keySet());
        this.errors = Map.copyOf(errors);
    }

    /** Name of a component of {@link Decision} to a Dutch message that says the way out. */
    public Map<String, String> errors() {
        return errors;
    }
}
