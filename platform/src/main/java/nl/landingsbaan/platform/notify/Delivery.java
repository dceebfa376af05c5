package nl.landingsbaan.platform.notify;

/** When somebody is mailed about a message. It is always in the application at once. */
public enum Delivery {
    AT_ONCE,
    /** Once on a working day, together. */
    DIGEST,
    /** Not at all. */
    IN_APPLICATION
}
