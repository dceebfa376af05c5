package nl.landingsbaan.platform.history;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a transfer ended. These are the history's own, so that it does not depend on what a route happens to end in; the four
 * kinds of uitval and what nobody knows are apart (seed 002, domain sheet G7).
 */
public enum PastOutcome {
    COMPLETED("afgerond"),
    EXTENDED("verlengd"),
    NOT_STARTED("niet_gestart"),
    STOPPED("gestopt"),
    LONGER("langstudeerder"),
    SWITCHED("switch"),
    OTHER_INSTITUTION("andere_instelling"),
    WITHDREW("afgezien"),
    APPLIED_ALONE("zelfmelder"),
    NOT_ADMITTED("niet_toegelaten"),
    UNKNOWN("onbekend");

    private final String code;

    PastOutcome(String code) {
        this.code = code;
    }

    /** As it stands in a file. */
    public String code() {
        return code;
    }

    /** Whether whoever ended so had begun. */
    public boolean isAfterStart() {
        return switch (this) {
            case NOT_STARTED, WITHDREW, APPLIED_ALONE, NOT_ADMITTED -> false;
            default -> true;
        };
    }

    public static Optional<PastOutcome> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
