package nl.landingsbaan.platform.notify;

import nl.landingsbaan.platform.task.TaskChange;
import nl.landingsbaan.platform.task.TaskWatch;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people that a task came to them or was taken away by the route. What is there for many is told to nobody. Once a task is done
 * nobody has to read any more that it was there.
 */
@Component
class TaskNotices {

    private final Notices notices;
    private final TaskWatch tasks;

    TaskNotices(Notices notices, TaskWatch tasks) {
        this.notices = notices;
        this.tasks = tasks;
    }

    @EventListener
    @Transactional
    public void changed(TaskChange change) {
        tasks.turn(change)
                .ifPresent(turn -> notices.tell(
                        change.regionId(),
                        turn.accountIds(),
                        turn.takenAway() ? MessageKind.TASK_TAKEN_AWAY : MessageKind.TASK_CAME,
                        change.transferId(),
                        change.taskId(),
                        Long.toString(change.taskId())));
        if (change.taskId() != 0 && !tasks.isOpen(change.taskId())) {
            notices.settle(change.regionId(), change.taskId());
        }
    }
}
