package nl.landingsbaan.platform.export;

import java.util.List;
import java.util.stream.Collectors;

/** CSV as a Dutch spreadsheet reads it; what it would take for a formula is made text. */
public final class SafeCsv {

    /** By this a spreadsheet knows that the file is UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private SafeCsv() {}

    /** A line of the file, with its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(SafeCsv::cell).collect(Collectors.joining(";")) + "\r\n";
    }

    private static String cell(String cell) {
        var text = !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return text.matches("[^;\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
