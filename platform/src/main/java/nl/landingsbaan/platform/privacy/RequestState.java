package nl.landingsbaan.platform.privacy;

/** Where a request stands. */
public enum RequestState {
    /** An erasure that nobody has asked for yet: the retention period is over. */
    DUE,
    /** A correction to be made, or an erasure that waits for a second pair of eyes. */
    ASKED,
    /** An erasure that is going to be done once its waiting time is over and the engine has ended what ran. */
    APPROVED,
    DONE,
    REFUSED
}
