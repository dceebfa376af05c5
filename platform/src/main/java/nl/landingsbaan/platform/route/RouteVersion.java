package nl.landingsbaan.platform.route;

import java.time.Instant;
import java.util.List;

/**
 * One published version of a region's route; its content never changes.
 *
 * @param number counts from 1 within the region
 * @param problems what the engine had against it, when {@link RouteState#REJECTED}
 */
public record RouteVersion(
        long id,
        long regionId,
        int number,
        RouteState state,
        Instant publishedAt,
        String rootProcessId,
        List<RouteProblem> problems) {}
