package nl.landingsbaan.platform.task;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface TaskRepository extends JpaRepository<TaskRow, Long> {

    Optional<TaskRow> findByRegionIdAndId(long regionId, long id);

    Optional<TaskRow> findByJobKey(long jobKey);

    /** The open tasks of a transfer, and the one with this job, whatever its state. */
    @Query("select t from TaskRow t where t.regionId = :regionId and t.transferId = :transferId"
            + " and (t.state = nl.landingsbaan.platform.task.TaskState.OPEN or t.jobKey = :jobKey)")
    List<TaskRow> findOpenOrWithJob(long regionId, long transferId, long jobKey);

    /** Always in the same order, so that two who lock them wait for each other and not both for ever. */
    @Query("select new nl.landingsbaan.platform.task.OpenStep(t.id, t.stepId, t.jobKey) from TaskRow t"
            + " where t.regionId = :regionId and t.transferId = :transferId"
            + " and t.state = nl.landingsbaan.platform.task.TaskState.OPEN order by t.id")
    List<OpenStep> openSteps(long regionId, long transferId);

    List<TaskRow> findByRegionIdAndTransferIdAndState(long regionId, long transferId, TaskState state);

    List<TaskRow> findByRegionIdAndTransferIdOrderByOpenedAt(long regionId, long transferId);

    List<TaskRow> findByRegionIdAndStateAndTransferIdIn(long regionId, TaskState state, Collection<Long> transferIds);

    /** Waits for whoever is changing the task at this moment, and keeps others waiting. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from TaskRow t where t.regionId = :regionId and t.id = :id")
    Optional<TaskRow> lock(long regionId, long id);
}
