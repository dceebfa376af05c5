package nl.landingsbaan.platform.transfer;

import java.util.Map;

/**
 * A running transfer and the dates on which its deadlines hang: ISO dates by anchor.
 *
 * @param processInstanceKey where the engine runs it; null: the engine has not begun
 * @param given the dates that the engine counts with; empty for a transfer of which that is not known
 * @param current the dates as they are by the calendar
 */
public record Anchored(
        long transferId,
        Long processInstanceKey,
        String schoolYear,
        Map<String, String> given,
        Map<String, String> current) {

    /** Whether a date has moved since the engine was told. */
    public boolean hasMoved() {
        return !given.equals(current);
    }
}
