package nl.landingsbaan.platform.contact;

import java.util.List;

/**
 * The time that contact with one young person may take (seed 000, lines 327-329: about 40 hours).
 *
 * @param budgetMinutes with what was granted; null: no budget
 * @param requests extensions that were asked for, newest first
 */
public record Hours(Integer budgetMinutes, int usedMinutes, List<HoursRequest> requests) {

    /** Whole percents of the budget; 0 without one. */
    public int percent() {
        return budgetMinutes == null || budgetMinutes == 0 ? 0 : usedMinutes * 100 / budgetMinutes;
    }

    public boolean isOpen() {
        return requests.stream().anyMatch(HoursRequest::isOpen);
    }
}
