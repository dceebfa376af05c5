package nl.landingsbaan.platform.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.landingsbaan.platform.form.Form;
import org.springframework.stereotype.Service;

/** The routes of the regions: check, compile, publish, and the catalogue of their steps. */
@Service
public class Routes {

    /**
     * Checks, compiles and stores a route. Content identical to the newest version gives that version.
     *
     * @param regionCode prefix of every process id and message name in the engine
     * @param roleCodes the roles that the region has
     */
    public RouteVersion publish(long regionId, String regionCode, Set<String> roleCodes, RouteBundle bundle)
            throws RouteRejected {
        throw new UnsupportedOperationException("not yet");
    }

    /** Everything that keeps the route from being published; empty: it can be. */
    public List<RouteProblem> check(String regionCode, Set<String> roleCodes, RouteBundle bundle) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The newest version that is not rejected. */
    public Optional<RouteVersion> current(long regionId) {
        throw new UnsupportedOperationException("not yet");
    }

    public RouteVersion version(long routeVersionId) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The compiled processes of a version, to be deployed together. */
    public List<DeployableProcess> deployment(long routeVersionId) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * The engine took the version. Doing it twice is harmless.
     *
     * @param definitionKeyByProcessId process id with prefix to the engine's key
     */
    public void deployed(long routeVersionId, Map<String, Long> definitionKeyByProcessId) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The engine refused the version. */
    public void rejected(long routeVersionId, List<RouteProblem> problems) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The engine's key of the root process; empty until the version is deployed. */
    public OptionalLong rootDefinitionKey(long routeVersionId) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The step behind an element of a deployed process; empty for elements that are no step. */
    public Optional<Step> step(long processDefinitionKey, String elementId) {
        throw new UnsupportedOperationException("not yet");
    }

    public Step step(long stepId) {
        throw new UnsupportedOperationException("not yet");
    }

    /** All steps of a version in the order of the flow. */
    public List<Step> steps(long routeVersionId) {
        throw new UnsupportedOperationException("not yet");
    }

    /** A form of a version. */
    public Form form(long routeVersionId, String formId) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The drawings of a version as authored. */
    public List<Drawing> drawings(long routeVersionId) {
        throw new UnsupportedOperationException("not yet");
    }
}
