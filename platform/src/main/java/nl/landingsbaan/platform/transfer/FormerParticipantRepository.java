package nl.landingsbaan.platform.transfer;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface FormerParticipantRepository extends JpaRepository<FormerParticipantRow, Long> {

    List<FormerParticipantRow> findByRegionIdAndTransferIdOrderByUntilDesc(long regionId, long transferId);
}
