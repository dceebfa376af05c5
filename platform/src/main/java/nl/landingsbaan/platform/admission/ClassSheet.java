package nl.landingsbaan.platform.admission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.landingsbaan.platform.export.CsvFile;
import nl.landingsbaan.platform.export.NotCsv;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The rows of a file, whatever program saved it: Excel, or CSV with the separator and the characters of its maker. */
final class ClassSheet {

    static final int MOST_ROWS = 5000;

    /** A file of a few megabytes can unpack to many times the memory there is. */
    private static final int MOST_UNPACKED = 60_000_000;

    private static final int MOST_SERIAL = 100_000;

    private ClassSheet() {}

    /** @throws ClassFileRefused when it is no such file */
    static List<SheetRow> read(byte[] content) {
        var rows = content.length > 1 && content[0] == 'P' && content[1] == 'K' ? workbook(content) : csv(content);
        if (rows.size() > MOST_ROWS + 1) {
            throw new ClassFileRefused(
                    "Dit bestand heeft meer dan " + MOST_ROWS + " rijen. Verdeel het over meer bestanden.");
        }
        return rows;
    }

    private static List<SheetRow> csv(byte[] content) {
        try {
            var rows = new ArrayList<SheetRow>();
            CsvFile.read(content, MOST_ROWS + 2)
                    .forEach(row -> rows.add(new SheetRow(
                            rows.size() + 1,
                            row.cells().stream()
                                    .map(value -> new SheetRow.Cell(value, null))
                                    .toList())));
            return rows;
        } catch (NotCsv e) {
            throw new ClassFileRefused(
                    e.reason() == NotCsv.Reason.NO_TEXT
                            ? "Dit is geen CSV- of Excel-bestand (.xlsx). Gebruik het voorbeeldbestand."
                            : "Dit bestand is niet te lezen als CSV: er staat een aanhalingsteken te veel of te weinig in."
                                    + " Sla het op als Excel-bestand en probeer het opnieuw.");
        }
    }

    private static List<SheetRow> workbook(byte[] content) {
        refuseBomb(content);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content));
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.limit(MOST_ROWS + 2L).map(ClassSheet::row).toList();
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw new ClassFileRefused(
                    "Dit Excel-bestand is niet te lezen. Sla het opnieuw op als .xlsx, zonder wachtwoord.");
        }
    }

    private static SheetRow row(Row row) {
        var cells = new ArrayList<SheetRow.Cell>();
        row.forEach(cell -> cells.add(cell == null ? SheetRow.Cell.EMPTY : cell(cell)));
        return new SheetRow(row.getRowNum(), cells);
    }

    private static SheetRow.Cell cell(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return new SheetRow.Cell(cell.asNumber().stripTrailingZeros().toPlainString(), date(cell));
        }
        var text = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        return new SheetRow.Cell(text == null ? "" : text.strip(), null);
    }

    private static LocalDate date(Cell cell) {
        var serial = cell.asNumber().doubleValue();
        return serial < 1 || serial > MOST_SERIAL ? null : cell.asDate().toLocalDate();
    }

    private static void refuseBomb(byte[] content) {
        var buffer = new byte[16_384];
        long unpacked = 0;
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var packed = zip.getInputStream(entry)) {
                    for (int read; (read = packed.read(buffer)) > 0; ) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) {
                            throw new ClassFileRefused(
                                    "Dit Excel-bestand is te groot. Laat alleen het blad met jongeren over.");
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new ClassFileRefused("Dit Excel-bestand is beschadigd. Sla het opnieuw op als .xlsx.");
        }
    }
}
