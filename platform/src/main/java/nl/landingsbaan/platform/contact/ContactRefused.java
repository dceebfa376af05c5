package nl.landingsbaan.platform.contact;

/** Something cannot be logged or agreed like this; the message says in Dutch what to do. */
public class ContactRefused extends RuntimeException {

    private final String field;

    ContactRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The component of the record, or the parameter, that is wrong. */
    public String field() {
        return field;
    }
}
