package nl.landingsbaan.platform.admission;

/** What the user says about a row with somebody who may be known already. */
public enum RowChoice {
    SAME,
    SOMEBODY_ELSE,
    LEAVE_OUT
}
