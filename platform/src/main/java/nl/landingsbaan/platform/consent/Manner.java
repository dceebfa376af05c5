package nl.landingsbaan.platform.consent;

/** How a decision was given. */
public enum Manner {
    GESPREK,
    FORMULIER,
    MAIL,
    TELEFOON
}
