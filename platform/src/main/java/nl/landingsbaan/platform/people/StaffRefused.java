package nl.landingsbaan.platform.people;

/** What an administrator asked for cannot be done; the message says why and what to do, in Dutch. */
public class StaffRefused extends RuntimeException {

    private final String field;

    public StaffRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field that is wrong: {@code naam}, {@code mailadres}, {@code organisatie}, {@code rol} or {@code wachtwoord}; null: none. */
    public String field() {
        return field;
    }
}
