package nl.landingsbaan.platform.gathering;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface GatheringRepository extends JpaRepository<GatheringRow, Long> {

    Optional<GatheringRow> findByRegionIdAndId(long regionId, long id);

    List<GatheringRow> findByRegionIdAndIdIn(long regionId, Collection<Long> ids);
}
