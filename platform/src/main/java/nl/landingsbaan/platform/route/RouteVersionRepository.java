package nl.landingsbaan.platform.route;

import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

interface RouteVersionRepository extends CrudRepository<RouteVersionEntity, Long> {
    Optional<RouteVersionEntity> findFirstByRegionIdOrderByNumberDesc(long regionId);

    Optional<RouteVersionEntity> findFirstByRegionIdAndStateNotOrderByNumberDesc(long regionId, RouteState state);
}
