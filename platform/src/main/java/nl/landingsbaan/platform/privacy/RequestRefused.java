package nl.landingsbaan.platform.privacy;

/** A request cannot be recorded or decided like this; the message says why and what to do, in Dutch. */
public class RequestRefused extends RuntimeException {

    private final String field;

    RequestRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field that is wrong: {@code wie}, {@code identiteit}, {@code wat}, {@code grond} or {@code antwoord}; null: none. */
    public String field() {
        return field;
    }
}
