package nl.landingsbaan.platform.task;

/** Tasks cannot be postponed like this; the message says why and what to do, in Dutch. */
public class PostponementRefused extends RuntimeException {

    private final String field;

    PostponementRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field that is wrong: {@code datum} or {@code reden}. */
    public String field() {
        return field;
    }
}
