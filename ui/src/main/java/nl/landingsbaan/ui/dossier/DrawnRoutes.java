package nl.landingsbaan.ui.dossier;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.landingsbaan.platform.route.Drawing;
import nl.landingsbaan.platform.route.Routes;
import org.springframework.stereotype.Component;

/** The drawings of route versions; what they contain is read once, since a version never changes. */
@Component
public class DrawnRoutes {

    private final Routes routes;
    private final Map<Root, List<DrawnProcess>> byRoot = new ConcurrentHashMap<>();

    private record Root(long routeVersionId, String processId) {}

    DrawnRoutes(Routes routes) {
        this.routes = routes;
    }

    /** The drawn processes of the way of a young person in a version, the whole way first. */
    List<DrawnProcess> of(long routeVersionId) {
        return of(routeVersionId, routes.version(routeVersionId).rootProcessId());
    }

    /** A drawn process of a version and those that it calls, that process first. */
    List<DrawnProcess> of(long routeVersionId, String processId) {
        return byRoot.computeIfAbsent(
                new Root(routeVersionId, processId),
                root -> routes.drawings(routeVersionId, processId).stream()
                        .map(DrawnProcess::of)
                        .toList());
    }

    /** The drawing itself; large, so to be passed on and not kept. */
    String xml(long routeVersionId, String processId) {
        return routes.drawings(routeVersionId).stream()
                .filter(drawing -> drawing.processId().equals(processId))
                .map(Drawing::xml)
                .findFirst()
                .orElseThrow();
    }
}
