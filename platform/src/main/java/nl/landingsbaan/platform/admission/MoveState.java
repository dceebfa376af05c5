package nl.landingsbaan.platform.admission;

/** How it stands with a move to another region. What went along is there only while it is {@link #SENT}. */
public enum MoveState {
    SENT,
    TAKEN_OVER,
    REFUSED,
    /** Taken back by the sender, for example because consent was withdrawn. */
    RECALLED,
    /** Nobody answered in time. */
    EXPIRED
}
