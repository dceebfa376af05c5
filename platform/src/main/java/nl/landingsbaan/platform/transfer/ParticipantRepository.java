package nl.landingsbaan.platform.transfer;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ParticipantRepository extends JpaRepository<ParticipantRow, Long> {

    List<ParticipantRow> findByRegionIdAndTransferId(long regionId, long transferId);

    List<ParticipantRow> findByRegionIdAndTransferIdIn(long regionId, Collection<Long> transferIds);

    List<ParticipantRow> findByRegionIdAndAccountId(long regionId, long accountId);
}
