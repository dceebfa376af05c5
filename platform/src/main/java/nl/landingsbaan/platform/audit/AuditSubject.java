package nl.landingsbaan.platform.audit;

/** What an audit line is about. */
public enum AuditSubject {
    ACCOUNT,
    TRANSFER,
    GROUP,
    TASK,
    ROUTE_VERSION,
    /** A change of the number of places. */
    PLACE_CHANGE,
    ANCHOR_MOVE,
    /** The calendar of a region. */
    CALENDAR,
    PRIVACY_REQUEST,
    HISTORY_IMPORT
}
