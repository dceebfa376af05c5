package nl.landingsbaan.platform.privacy;

/** Who asked for it. */
public enum AskedBy {
    YOUNG_PERSON,
    PARENTS,
    REPRESENTATIVE,
    /** The region itself, because it must not keep data longer than needed. */
    REGION
}
