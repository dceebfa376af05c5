package nl.landingsbaan.platform.export;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** Reads CSV whatever program saved it: with the separator and the characters of its maker. */
public final class CsvFile {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private CsvFile() {}

    /**
     * A row of the file.
     *
     * @param line where it begins, counted from 1
     * @param cells without the white space around them
     */
    public record Row(int line, List<String> cells) {

        /** What stands in a column, counted from 0; empty when the row is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        public boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /**
     * The rows of the file, the empty ones too.
     *
     * @param content in UTF-8 or Windows-1252, separated by semicolons, commas or tabs
     * @param most reading stops after this many rows
     * @throws NotCsv when it is something else
     */
    public static List<Row> read(byte[] content, int most) {
        var text = text(content);
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(false)
                .setTrim(true)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            var rows = new ArrayList<Row>();
            var records = parser.iterator();
            while (rows.size() < most) {
                int line = (int) parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    break;
                }
                rows.add(new Row(line, records.next().toList()));
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new NotCsv(NotCsv.Reason.QUOTES);
        }
    }

    private static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(content, WINDOWS);
        }
        if (text.indexOf('\0') >= 0) {
            throw new NotCsv(NotCsv.Reason.NO_TEXT);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The one that stands most in the first line. */
    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        return Stream.of(';', ',', '\t')
                .max(Comparator.comparingLong(
                        each -> first.chars().filter(c -> c == each).count()))
                .orElseThrow();
    }
}
