package nl.landingsbaan.platform.task;

/** The task was completed by somebody else or taken away by the route in the meantime; nothing was changed. */
public class TaskClosed extends RuntimeException {

    private final TaskState state;

    public TaskClosed(long taskId, TaskState state) {
        super("Taak " + taskId + " is " + state);
        this.state = state;
    }

    /** Why it is closed. */
    public TaskState state() {
        return state;
    }
}
