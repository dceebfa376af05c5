package nl.landingsbaan.ui.privacy;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import java.util.Map;
import nl.landingsbaan.ui.shell.Messages;

/** Shows what is wrong beside the field that it is about. */
final class Refusals {

    private Refusals() {}

    static void show(String name, String message, Map<String, ? extends HasValidation> fields) {
        var field = name == null ? null : fields.get(name);
        if (field == null) {
            Messages.problem(message);
            return;
        }
        field.setErrorMessage(message);
        field.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
