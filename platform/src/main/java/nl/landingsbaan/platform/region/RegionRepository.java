package nl.landingsbaan.platform.region;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface RegionRepository extends JpaRepository<RegionRow, Long> {

    Optional<RegionRow> findByCode(String code);
}
