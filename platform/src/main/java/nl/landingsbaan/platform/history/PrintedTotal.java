package nl.landingsbaan.platform.history;

/**
 * A number that was printed somewhere, or is computed from such numbers.
 *
 * @param programme the programme or instrument that was measured
 * @param measure what was measured; with the programme it names a table
 * @param period a school year, a cohort's year, or what the source calls it; {@link #TOGETHER} for all periods
 * @param category the row of the table; empty for the total, of which the categories are shares
 * @param group categories of one group are counted together too; empty: none
 * @param amount as printed; unknown for what is computed
 * @param derived how it is computed
 * @param unit what is counted
 * @param decimals of the percentages, from 0 to 2
 * @param target code of the region's measure that this is the total of; empty: none
 * @param isPublic anybody can read the number in the source, so that withholding it protects nobody
 * @param note what a reader should know; empty: nothing
 */
public record PrintedTotal(
        String programme,
        String measure,
        String period,
        String category,
        String group,
        Amount amount,
        Derived derived,
        String unit,
        MeasuredOn measuredOn,
        String source,
        int decimals,
        String target,
        boolean isPublic,
        String note) {

    /** The period of what is summed over all periods. */
    public static final String TOGETHER = "samen";

    /** How a number is computed. */
    public enum Derived {
        /** It is printed. */
        NOT,
        /** "alle": the whole total of the period. */
        ALL,
        /** "rest": the total without the other categories. */
        REST,
        /** "som": the sum over all periods. */
        SUM
    }

    /** Two lines with the same key say the same thing. */
    String key() {
        return String.join("|", programme, measure, period, category).toLowerCase(java.util.Locale.ROOT);
    }
}
