package nl.landingsbaan.platform.place;

/** The number of places cannot be changed like this; the message says in Dutch what to do. */
public class PlaceRefused extends RuntimeException {

    private final String field;

    PlaceRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /** {@code aantal}, {@code reden}, or null. */
    public String field() {
        return field;
    }
}
