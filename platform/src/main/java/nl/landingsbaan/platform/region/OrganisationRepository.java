package nl.landingsbaan.platform.region;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface OrganisationRepository extends JpaRepository<OrganisationRow, Long> {

    List<OrganisationRow> findByRegionIdOrderByName(long regionId);
}
