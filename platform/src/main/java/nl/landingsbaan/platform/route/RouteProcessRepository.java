package nl.landingsbaan.platform.route;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

interface RouteProcessRepository extends CrudRepository<RouteProcessEntity, Long> {
    List<RouteProcessEntity> findByRouteVersionIdOrderById(long routeVersionId);

    Optional<RouteProcessEntity> findByRouteVersionIdAndProcessId(long routeVersionId, String processId);

    Optional<RouteProcessEntity> findFirstByDefinitionKeyOrderByIdDesc(long definitionKey);
}
