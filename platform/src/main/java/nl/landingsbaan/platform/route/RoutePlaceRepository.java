package nl.landingsbaan.platform.route;

import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

interface RoutePlaceRepository extends CrudRepository<RoutePlaceEntity, Long> {
    Optional<RoutePlaceEntity> findByRouteVersionIdAndProcessIdAndElementId(
            long routeVersionId, String processId, String elementId);
}
