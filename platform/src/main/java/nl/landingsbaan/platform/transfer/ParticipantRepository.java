package nl.landingsbaan.platform.transfer;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ParticipantRepository extends JpaRepository<ParticipantRow, Long> {

    List<ParticipantRow> findByRegionIdAndTransferId(long regionId, long transferId);

    /** Keeps others waiting who replace somebody here, and waits for who does. To be asked before anything of them is read. */
    @Query(
            value = "SELECT id FROM participant WHERE region_id = :regionId AND transfer_id = :transferId FOR UPDATE",
            nativeQuery = true)
    List<Long> lock(long regionId, long transferId);

    List<ParticipantRow> findByRegionIdAndTransferIdIn(long regionId, Collection<Long> transferIds);

    List<ParticipantRow> findByRegionIdAndAccountId(long regionId, long accountId);
}
