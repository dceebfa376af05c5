package nl.landingsbaan.platform.route;

/** What a step is to the people who work with the route. */
public enum StepKind {
    /** Start of the route, with the referral form. */
    START,
    /** Something a professional does. */
    USER_TASK,
    /** A stretch of the route, drawn as sub-process or call activity. */
    PHASE,
    /** Something a professional can report at any moment that the route waits for it. */
    MESSAGE,
    /** An end of the route. */
    OUTCOME,
    /** A stretch of the route, no phase, in which a young person is up for a group. */
    GROUP,
    /** Start of a group's process that somebody starts, with its form. */
    GROUP_START,
    /** Where a group tells its members something. */
    TELLING,
    /** An end of a group's process. */
    GROUP_OUTCOME
}
