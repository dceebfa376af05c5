package nl.landingsbaan.platform.transfer;

/** Somebody cannot be replaced like this; the message says why and what to do, in Dutch. */
public class ReplacementRefused extends RuntimeException {

    private final String field;

    public ReplacementRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field that is wrong: {@code persoon}, {@code reden}, {@code toelichting} or {@code maximum}; null: none. */
    public String field() {
        return field;
    }
}
