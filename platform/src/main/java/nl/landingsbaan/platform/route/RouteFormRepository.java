package nl.landingsbaan.platform.route;

import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

interface RouteFormRepository extends CrudRepository<RouteFormEntity, Long> {
    Optional<RouteFormEntity> findByRouteVersionIdAndFormId(long routeVersionId, String formId);
}
