package nl.landingsbaan.platform.steering;

import java.util.List;
import nl.landingsbaan.platform.history.Amount;
import nl.landingsbaan.platform.history.MeasuredOn;

/**
 * Figures of before the platform: a row for each thing that was counted, a column for each period. Periods stand in the order
 * of time and are never ranked, for cohorts mature.
 *
 * @param measure what was measured; empty: the closed transfers of the programme
 * @param unit what is counted; empty for closed transfers
 */
public record PastTable(String programme, String measure, String unit, List<String> periods, List<Row> rows) {

    /** What a row is. */
    public enum Level {
        /** The whole. */
        TOTAL,
        /** Several rows together. */
        GROUP,
        /** A part of the whole. */
        PART,
        /** A part of the row above. */
        DETAIL
    }

    /**
     * A row.
     *
     * @param code what is counted of closed transfers, such as {@code uitkomst.gestopt}; empty in a table that was printed
     * @param name as the source writes it; empty when there is a code, or for the total
     * @param cells as many as there are periods
     */
    public record Row(Level level, String code, String name, List<Cell> cells) {}

    /**
     * A figure.
     *
     * @param number the numerator
     * @param whole the denominator; null: it is no part of anything
     * @param share of the whole; null: there is none, or it may not be shown
     * @param isComputed it is in no source: it was computed from other figures of the table
     * @param measuredOn null: the source has no such cell
     * @param source where it comes from; empty: the source has no such cell
     * @param note what a reader should know; empty: nothing
     * @param target code of the region's measure that this is the total of; empty: none
     */
    public record Cell(
            Amount number,
            Amount whole,
            Share share,
            boolean isComputed,
            MeasuredOn measuredOn,
            String source,
            String note,
            String target) {

        static final Cell NONE = new Cell(Amount.EMPTY, null, null, false, null, "", "", "");

        /** The same cell, for who may not see its number. What is said about a number could tell it, so that goes too. */
        Cell withheld(boolean number, boolean whole) {
            return number || whole
                    ? new Cell(
                            number ? Amount.WITHHELD : this.number,
                            whole && this.whole != null ? Amount.WITHHELD : this.whole,
                            null,
                            isComputed && !number,
                            measuredOn,
                            source,
                            number ? "" : note,
                            target)
                    : this;
        }
    }
}
