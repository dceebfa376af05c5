package nl.landingsbaan.platform.steering;

/** What is counted, per region and school year. */
enum CountKind {
    /** Transfers. */
    REFERRED,
    /** Visits that began, by phase. */
    ENTERED,
    /** Visits that ended, by phase. */
    LEFT,
    /** Visits that ended, by phase and whole days. */
    DAYS,
    /** Transfers that ended, by outcome. */
    OUTCOME,
    /** Transfers by form field and the answer that counts. */
    CHOICE
}
