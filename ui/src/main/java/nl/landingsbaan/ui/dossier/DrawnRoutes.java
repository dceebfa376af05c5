package nl.landingsbaan.ui.dossier;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.landingsbaan.platform.route.Drawing;
import nl.landingsbaan.platform.route.Routes;
import org.springframework.stereotype.Component;

/** The drawings of route versions; what they contain is read once, since a version never changes. */
@Component
class DrawnRoutes {

    private final Routes routes;
    private final Map<Long, List<DrawnProcess>> byVersion = new ConcurrentHashMap<>();

    DrawnRoutes(Routes routes) {
        this.routes = routes;
    }

    /** The drawn processes of a version, the whole route first. */
    List<DrawnProcess> of(long routeVersionId) {
        return byVersion.computeIfAbsent(
                routeVersionId,
                id -> routes.drawings(id).stream().map(DrawnProcess::of).toList());
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
