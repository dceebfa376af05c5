package nl.landingsbaan.platform.route;

/**
 * A moment in a drawing that hangs on an anchor, and so moves with it: a timer, or the last day of a task.
 *
 * @param elementId the timer, or the task
 * @param name how the drawing calls it
 * @param kind whether the engine waits for it or a task is due by it
 * @param hostId what must be active for the moment to be open; for the timers of a whole process its id as drawn
 * @param formula in FEEL, without the equals sign, as the engine gets it
 * @param repeats whether it lets its host go on, so that it could strike again
 */
public record Moment(String elementId, String name, Kind kind, String hostId, String formula, boolean repeats) {

    public enum Kind {
        TIMER,
        DUE
    }

    /** Whether its host does nothing but wait for it: then the host can begin again without anything being lost. */
    public boolean isWaitedForAlone() {
        return hostId.equals(Moments.waitingFor(elementId));
    }
}
