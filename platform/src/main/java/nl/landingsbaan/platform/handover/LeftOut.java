package nl.landingsbaan.platform.handover;

/** Why a sender leaves something out that could go. */
public enum LeftOut {
    /** Niet nodig voor wie verder gaat. */
    NOT_NEEDED,
    /** Klopt niet meer. */
    OUTDATED,
    /** De jongere heeft liever dat het niet in de overdracht staat. */
    YOUNG_PERSON_PREFERS
}
