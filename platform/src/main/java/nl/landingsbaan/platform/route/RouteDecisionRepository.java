package nl.landingsbaan.platform.route;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface RouteDecisionRepository extends CrudRepository<RouteDecisionEntity, Long> {
    List<RouteDecisionEntity> findByRouteVersionIdOrderById(long routeVersionId);
}
