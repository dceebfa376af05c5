package nl.landingsbaan.platform.route;

/** The words that a compiled drawing and the engine's workers share. */
public final class EngineVocabulary {

    /** Job type of a user task. */
    public static final String TASK = "landingsbaan-task";
    /** Job type of the listener when a phase begins. */
    public static final String PHASE_ENTERED = "landingsbaan-phase-entered";
    /** Job type of the listener when a phase ends. */
    public static final String PHASE_LEFT = "landingsbaan-phase-left";
    /** Job type of the listener at the start of the root process. */
    public static final String TRANSFER_STARTED = "landingsbaan-transfer-started";
    /** Job type of the listener at an outcome of the root process. */
    public static final String TRANSFER_ENDED = "landingsbaan-transfer-ended";
    /** Job type of the listener when an interrupting boundary event has taken steps away. */
    public static final String STEPS_TAKEN = "landingsbaan-steps-taken";
    /** Job variable with the due date of a task: ISO date or date-time, or null. */
    public static final String DUE = "uiterlijk";

    /** Variable with the id of the transfer: whose step it is, whatever the instance's key. */
    public static final String TRANSFER = "transfer";

    private EngineVocabulary() {}
}
