package nl.landingsbaan.platform.history;

import java.time.Instant;

/**
 * A file that was taken in.
 *
 * @param lines that came in
 * @param importedBy empty: it came in with the region
 * @param takenBackAt null: what is in it counts
 * @param takenBackBy empty: not taken back
 */
public record HistoryImport(
        long id,
        String fileName,
        HistoryLayout layout,
        int lines,
        Instant importedAt,
        String importedBy,
        Instant takenBackAt,
        String takenBackBy) {

    public boolean isTakenBack() {
        return takenBackAt != null;
    }
}
