package nl.landingsbaan.platform.privacy;

/** Why data is erased: AVG art. 5 lid 1 e, and art. 17 lid 1. */
public enum Ground {
    RETENTION_OVER,
    NOT_NEEDED,
    CONSENT_WITHDRAWN,
    OBJECTION,
    UNLAWFUL
}
