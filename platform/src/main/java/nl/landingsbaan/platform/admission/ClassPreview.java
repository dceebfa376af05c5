package nl.landingsbaan.platform.admission;

import java.util.List;

/**
 * What a file would do; nothing of it is stored.
 *
 * @param ignoredColumns headings that the region's referral form does not have
 * @param schoolYear the school year in which the young people would start
 */
public record ClassPreview(String schoolYear, List<ClassRow> rows, List<String> ignoredColumns) {

    public long number(RowState state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    /** Whether rows must be mended or left out before anybody can be referred. */
    public boolean hasWrongRows() {
        return rows.stream().anyMatch(row -> row.state().isWrong());
    }

    public List<RowProblem> problems() {
        return rows.stream().flatMap(row -> row.problems().stream()).toList();
    }
}
