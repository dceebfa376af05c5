package nl.landingsbaan.platform.transfer;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface AnswerRepository extends JpaRepository<AnswerRow, Long> {

    List<AnswerRow> findByRegionIdAndTransferIdInOrderByAnsweredAtDescIdDesc(
            long regionId, Collection<Long> transferIds);
}
