package nl.landingsbaan.platform.route;

import java.util.Set;
import nl.landingsbaan.platform.tenant.LibraryRoutes;

/** The route of Arnhem as it stands in the repository. */
final class StartEnGo {

    static final RouteBundle BUNDLE = LibraryRoutes.ofRegion("arnhem");

    private static final Set<String> ROLES =
            Set.of("mentor", "zorgcoordinator", "coach", "coordinator", "mbo-mentor", "programmaleider");

    private StartEnGo() {}

    static Blueprint blueprint() {
        return Blueprint.of("arnhem", ROLES, BUNDLE);
    }
}
