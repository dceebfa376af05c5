package nl.landingsbaan.platform.history;

/** Whether somebody got the diploma. */
public enum Diploma {
    YES,
    NO,
    UNKNOWN,
    /** The transfer led to none. */
    NOT_APPLICABLE
}
