package nl.landingsbaan.platform.task;

/** Asks the engine about the step behind a task. The engine's module implements it. */
public interface StepInEngine {

    /**
     * Whether the engine has dropped the step. False also when the engine cannot be reached: then the task can be completed, and
     * the engine is told later.
     */
    boolean isGone(long jobKey);
}
