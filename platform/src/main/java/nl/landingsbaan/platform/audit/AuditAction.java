package nl.landingsbaan.platform.audit;

/** What can be on record. */
public enum AuditAction {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    TRANSFER_STARTED,
    EVENT_REPORTED,
    DOSSIER_READ,
    DOSSIER_REFUSED,
    TASK_CLAIMED,
    TASK_RELEASED,
    TASK_COMPLETED,
    TASK_REFUSED,
    ACCOUNT_CREATED,
    ROUTE_PUBLISHED
}
