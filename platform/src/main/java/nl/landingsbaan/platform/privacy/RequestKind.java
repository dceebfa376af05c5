package nl.landingsbaan.platform.privacy;

/** What can be asked about one's data. */
public enum RequestKind {
    /** AVG art. 15 and 20: to see everything, also as a file for machines. */
    ACCESS,
    /** AVG art. 16. */
    CORRECTION,
    /** AVG art. 17, or the region's retention period. */
    ERASURE
}
