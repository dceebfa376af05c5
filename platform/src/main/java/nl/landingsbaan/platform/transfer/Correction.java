package nl.landingsbaan.platform.transfer;

import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.Form;

/**
 * What one needs to correct a value.
 *
 * @param form asks for this field only
 * @param current the value that counts, under its key
 * @param routeDecided the route was already told the present value, and goes on with it
 */
public record Correction(
        Form form, Map<String, List<Choice>> choices, Map<String, Object> current, boolean routeDecided) {}
