package nl.landingsbaan.platform.transfer;

/** Why somebody else takes part from now on. */
public enum ReplacementReason {
    /** Ziek. */
    ILL,
    /** Geen klik. */
    NO_MATCH,
    /** Vertrek. */
    LEFT,
    /** Anders, with an explanation. */
    OTHER,
    /** Nothing is shared with the organisation any more; nobody came instead. */
    CONSENT,
    /** The answer to a form named somebody else. */
    ROUTE
}
