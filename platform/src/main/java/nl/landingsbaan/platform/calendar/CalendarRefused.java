package nl.landingsbaan.platform.calendar;

import java.util.Map;

/** Something that was filled in about the calendar is missing or wrong: for each field what to do about it. */
public class CalendarRefused extends RuntimeException {

    public static final String DATE = "datum";
    public static final String REASON = "reden";

    private final transient Map<String, String> errors;

    CalendarRefused(Map<String, String> errors) {
        super("Refused: " + errors.keySet());
        this.errors = Map.copyOf(errors);
    }

    CalendarRefused(String field, String error) {
        this(Map.of(field, error));
    }

    /** By field; an anchor's code is a field too. */
    public Map<String, String> errors() {
        return errors;
    }
}
