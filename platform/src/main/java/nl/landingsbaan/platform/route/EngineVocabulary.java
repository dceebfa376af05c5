package nl.landingsbaan.platform.route;

import java.util.regex.Pattern;

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
    /** Job type of the listener at the start of a group's process. */
    public static final String GROUP_STARTED = "landingsbaan-group-started";
    /** Job type of the listener at an outcome of a group's process. */
    public static final String GROUP_ENDED = "landingsbaan-group-ended";
    /** Job type of the listener when a young person comes up for groups. */
    public static final String UP_FOR_GROUP = "landingsbaan-up-for-group";
    /** Job type of the listener when a young person is up for groups no longer. */
    public static final String NOT_UP_FOR_GROUP = "landingsbaan-not-up-for-group";
    /** Job type of a message that a group's process throws: its members are told. */
    public static final String TELL_MEMBERS = "landingsbaan-tell-members";
    /** Job type of the listener that waits, before anything else in a stretch, until there is a place. */
    public static final String PLACE_WANTED = "landingsbaan-place-wanted";
    /** Job type of the listener when such a stretch ends. */
    public static final String PLACE_LEFT = "landingsbaan-place-left";
    /** Job type of the listener where something that hangs on an anchor is waited for, and where a process is called. */
    public static final String MOMENT = "landingsbaan-moment";
    /** Job variable with the due date of a task: ISO date or date-time, or null. */
    public static final String DUE = "uiterlijk";

    /** Variable with the id of the transfer, or of the group: whose step it is, whatever the instance's key. */
    public static final String TRANSFER = "transfer";

    /** Variable with the dates on which deadlines hang: ISO dates by the code of the anchor. */
    public static final String ANCHORS = "ankers";
    /** Where a formula reads an anchor; its code is the first group. */
    public static final Pattern ANCHOR_READ = Pattern.compile("\\b" + ANCHORS + "\\.([a-z][a-z0-9_]*)");
    /** Variable with the weeks that do not count, {@code kalender.vrij}: only where weeks are counted. */
    public static final String CALENDAR = "kalender";
    /** Variable of a group with the code of the choice that it is for. */
    public static final String GROUP_PART = "groep_deel";

    /** Variable of a group with its school year. */
    public static final String SCHOOL_YEAR = "schooljaar";

    private EngineVocabulary() {}
}
