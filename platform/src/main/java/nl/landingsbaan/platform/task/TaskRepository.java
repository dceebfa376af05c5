package nl.landingsbaan.platform.task;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface TaskRepository extends JpaRepository<TaskRow, Long> {

    Optional<TaskRow> findByRegionIdAndId(long regionId, long id);

    Optional<TaskRow> findByJobKey(long jobKey);

    List<TaskRow> findByRegionIdAndTransferIdAndState(long regionId, long transferId, TaskState state);

    List<TaskRow> findByRegionIdAndTransferIdOrderByOpenedAt(long regionId, long transferId);

    List<TaskRow> findByRegionIdAndStateAndTransferIdIn(long regionId, TaskState state, Collection<Long> transferIds);
}
