package nl.landingsbaan.platform.contact;

/** How a contact went. */
public enum ContactResult {
    GOOD,
    MIXED,
    WORRIES,
    /** An attempt without an answer: it costs time, and is no contact for the rhythm. */
    NOT_REACHED
}
