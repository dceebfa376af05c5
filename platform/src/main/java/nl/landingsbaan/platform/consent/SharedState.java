package nl.landingsbaan.platform.consent;

/** How it stands with sharing one category with one receiver. */
public enum SharedState {
    /** Everybody whose consent is needed has given it. */
    GIVEN,
    /** Somebody whose consent is needed said no. */
    REFUSED,
    /** It was given, and taken back. */
    WITHDRAWN,
    /** It was given, and its last day is past. */
    EXPIRED,
    /** Somebody whose consent is needed now has not decided yet, while another has. */
    INCOMPLETE,
    /** Nobody has decided. */
    NOT_ASKED;

    /** Whether the young person, or the parents in their place, chose not to share. */
    public boolean isWithheld() {
        return this == REFUSED || this == WITHDRAWN;
    }
}
