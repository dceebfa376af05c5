package nl.landingsbaan.platform.people;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A table with data about a young person: how it is told and how it is erased. The SQL reads the parameters of a {@link DataSubject}.
 *
 * @param part what it is called in the export; null: it holds nothing that is not told elsewhere
 * @param explanation what it is, in words for the young person; for what is not told, why not
 * @param select what is told, under the names of the export; null when it is not told
 * @param opened makes a row readable that is kept sealed or in codes
 * @param erase what takes it away
 */
public record Holding(
        String part,
        String table,
        String explanation,
        String select,
        UnaryOperator<Map<String, Object>> opened,
        String erase) {

    private static final String OF_REGION = " WHERE region_id = :region AND ";

    /** @param condition which rows of the table are about the young person, within the region */
    public static Holding told(String part, String table, String explanation, String columns, String condition) {
        return told(part, table, explanation, columns, condition, UnaryOperator.identity());
    }

    public static Holding told(
            String part,
            String table,
            String explanation,
            String columns,
            String condition,
            UnaryOperator<Map<String, Object>> opened) {
        return new Holding(
                part,
                table,
                explanation,
                "SELECT " + columns + " FROM " + table + OF_REGION + condition,
                opened,
                "DELETE FROM " + table + OF_REGION + condition);
    }

    public static Holding untold(String table, String why, String condition) {
        return new Holding(
                null, table, why, null, UnaryOperator.identity(), "DELETE FROM " + table + OF_REGION + condition);
    }

    /** The name of an account, as a column. */
    public static String person(String column, String as) {
        return "(SELECT display_name FROM account WHERE account.id = " + column + ") AS " + as;
    }

    /** The name of an organisation of the region, as a column. */
    public static String organisation(String column, String as) {
        return "(SELECT name FROM organisation WHERE organisation.region_id = :region AND organisation.id = " + column
                + ") AS " + as;
    }

    /** The name of a role of the region, as a column. */
    public static String role(String column, String as) {
        return "(SELECT name FROM role WHERE role.region_id = :region AND role.code = " + column + ") AS " + as;
    }
}
