package nl.landingsbaan.platform.transfer;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface TransferRepository extends JpaRepository<TransferRow, Long> {

    Optional<TransferRow> findByRegionIdAndId(long regionId, long id);

    List<TransferRow> findByRegionIdAndYoungPersonIdOrderByStartedAtDescIdDesc(long regionId, long youngPersonId);
}
