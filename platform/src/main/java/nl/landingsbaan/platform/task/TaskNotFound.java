package nl.landingsbaan.platform.task;

/** There is no such task for whoever asks: not there, of another region, or somebody else's. One answer for all three. */
public class TaskNotFound extends RuntimeException {

    public TaskNotFound(long taskId) {
        super("Geen taak " + taskId);
    }
}
