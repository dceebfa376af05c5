package nl.landingsbaan.platform.gathering;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A group in a list.
 *
 * @param kindName what the region calls groups of its code
 * @param beginsOn the day on which it was due to begin
 * @param endedAt null: it runs
 * @param outcome in the region's words; null while it runs
 * @param members how many young people are its members now, or were when it ended
 */
public record GatheringSummary(
        long id,
        String code,
        String kindName,
        String name,
        String schoolYear,
        LocalDate beginsOn,
        Instant startedAt,
        Instant endedAt,
        String outcome,
        int members) {

    public boolean running() {
        return endedAt == null;
    }
}
