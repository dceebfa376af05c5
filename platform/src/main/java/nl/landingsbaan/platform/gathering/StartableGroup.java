package nl.landingsbaan.platform.gathering;

import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.Form;

/**
 * A kind of group that the actor can start.
 *
 * @param parts the choices for each of which there can be one; empty: one for all
 * @param choices of the form's fields, by source
 * @param schoolYears to which it can belong, the usual one in front
 */
public record StartableGroup(
        String code,
        String name,
        Form form,
        Map<String, List<Choice>> choices,
        List<Choice> parts,
        List<String> schoolYears) {}
