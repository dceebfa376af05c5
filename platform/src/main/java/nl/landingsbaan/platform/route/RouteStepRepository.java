package nl.landingsbaan.platform.route;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

interface RouteStepRepository extends CrudRepository<RouteStepEntity, Long> {
    List<RouteStepEntity> findByRouteVersionIdOrderByPosition(long routeVersionId);

    Optional<RouteStepEntity> findByRouteVersionIdAndProcessIdAndElementId(
            long routeVersionId, String processId, String elementId);
}
