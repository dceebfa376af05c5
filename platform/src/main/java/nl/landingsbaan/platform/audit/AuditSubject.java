package nl.landingsbaan.platform.audit;

/** What an audit line is about. */
public enum AuditSubject {
    ACCOUNT,
    TRANSFER,
    TASK,
    ROUTE_VERSION
}
