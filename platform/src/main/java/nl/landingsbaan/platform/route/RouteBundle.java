package nl.landingsbaan.platform.route;

import java.util.Map;

/**
 * A route as its author drew it.
 *
 * @param rootProcessId id of the process in which a transfer starts, unprefixed
 * @param drawings file name to BPMN 2.0 XML
 * @param forms form id to Camunda Forms JSON
 */
public record RouteBundle(String rootProcessId, Map<String, String> drawings, Map<String, String> forms) {
    public RouteBundle {
        drawings = Map.copyOf(drawings);
        forms = Map.copyOf(forms);
    }
}
