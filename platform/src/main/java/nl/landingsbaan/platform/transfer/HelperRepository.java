package nl.landingsbaan.platform.transfer;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface HelperRepository extends JpaRepository<HelperRow, Long> {

    List<HelperRow> findByRegionIdAndTransferIdIn(long regionId, Collection<Long> transferIds);

    void deleteByRegionIdAndTaskId(long regionId, long taskId);

    void deleteByRegionIdAndTransferIdAndOrganisationId(long regionId, long transferId, long organisationId);
}
