package nl.landingsbaan.platform.handover;

/** How far a handover is. */
public enum HandoverState {
    /** Nothing has been sent. */
    DRAFT,
    SENT,
    /** A named person of a receiver goes on with the young person. */
    TAKEN_OVER,
    /** A receiver gave it back, with a reason; a next one goes on from it. */
    RETURNED,
    /** A receiver without an account confirmed by word of mouth, as the sender recorded. */
    CONFIRMED
}
