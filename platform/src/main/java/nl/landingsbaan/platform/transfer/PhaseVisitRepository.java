package nl.landingsbaan.platform.transfer;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PhaseVisitRepository extends JpaRepository<PhaseVisitRow, Long> {

    Optional<PhaseVisitRow> findByTransferIdAndElementInstanceKey(long transferId, long elementInstanceKey);

    List<PhaseVisitRow> findByRegionIdAndTransferIdOrderByEnteredAt(long regionId, long transferId);
}
