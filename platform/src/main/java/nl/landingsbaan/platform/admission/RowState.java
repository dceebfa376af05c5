package nl.landingsbaan.platform.admission;

/** What a row of the file comes down to. */
public enum RowState {
    /** Nobody like this is in the region. */
    NEW,
    /** Somebody like this is in the region: the user says whether it is the same young person. */
    KNOWN,
    /** A transfer to this school year is running already. */
    RUNNING,
    /** The same name and birth date stand in an earlier row. */
    DOUBLE,
    /** Something is missing or wrong. */
    FAULTY;

    /** Whether a row must be mended, or be left out explicitly. */
    public boolean isWrong() {
        return this == DOUBLE || this == FAULTY;
    }
}
