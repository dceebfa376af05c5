package nl.landingsbaan.platform.agenda;

/** An appointment cannot be made like this; the message says in Dutch what to do. */
public class AgendaRefused extends RuntimeException {

    private final String field;

    AgendaRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The component of {@link NewAppointment} that is wrong. */
    public String field() {
        return field;
    }
}
