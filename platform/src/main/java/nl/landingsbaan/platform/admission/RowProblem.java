package nl.landingsbaan.platform.admission;

/**
 * Something wrong in a row.
 *
 * @param row number as the spreadsheet shows it
 * @param column the heading of the column
 * @param typed what stands there
 * @param message what is wrong and the way out, in Dutch
 */
public record RowProblem(int row, String column, String typed, String message) {}
