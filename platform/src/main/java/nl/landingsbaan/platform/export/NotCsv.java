package nl.landingsbaan.platform.export;

/** What should be CSV cannot be read as such. */
public class NotCsv extends RuntimeException {

    /** Why not. */
    public enum Reason {
        /** It is no text at all. */
        NO_TEXT,
        /** A quotation mark is missing, or there is one too many. */
        QUOTES
    }

    private final Reason reason;

    NotCsv(Reason reason) {
        super("No CSV: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
