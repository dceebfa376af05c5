package nl.landingsbaan.platform.route;

import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.form.Catalogue;

/**
 * A route as its author drew it.
 *
 * @param rootProcessId id of the process in which a transfer starts, unprefixed
 * @param drawings file name to BPMN 2.0 XML
 * @param forms form id to Camunda Forms JSON
 * @param decisions file name to DMN 1.3 XML: the tables and formulas that business rule tasks call
 * @param catalogue the fields to which the forms refer
 * @param groups the processes that run for groups
 */
public record RouteBundle(
        String rootProcessId,
        Map<String, String> drawings,
        Map<String, String> forms,
        Map<String, String> decisions,
        Catalogue catalogue,
        List<GroupProcess> groups) {

    public RouteBundle {
        drawings = Map.copyOf(drawings);
        forms = Map.copyOf(forms);
        decisions = Map.copyOf(decisions);
        groups = List.copyOf(groups);
    }

    /** A route without decisions, about young people only. */
    public RouteBundle(
            String rootProcessId, Map<String, String> drawings, Map<String, String> forms, Catalogue catalogue) {
        this(rootProcessId, drawings, forms, Map.of(), catalogue);
    }

    /** A route that is about young people only. */
    public RouteBundle(
            String rootProcessId,
            Map<String, String> drawings,
            Map<String, String> forms,
            Map<String, String> decisions,
            Catalogue catalogue) {
        this(rootProcessId, drawings, forms, decisions, catalogue, List.of());
    }
}
