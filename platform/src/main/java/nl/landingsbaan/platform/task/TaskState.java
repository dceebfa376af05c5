package nl.landingsbaan.platform.task;

/** Where a task stands. */
public enum TaskState {
    OPEN,
    COMPLETED,
    /** The route went on without it: a timer or an end took the step away. */
    EXPIRED
}
