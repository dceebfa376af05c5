package nl.landingsbaan.platform.admission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.export.SafeCsv;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.FieldType;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The file that a school fills in: the columns of the region's referral form, and on a second sheet what may be chosen. */
final class ClassTemplate {

    private static final int ROWS = 500;
    private static final int WIDTH = 26;

    private ClassTemplate() {}

    static byte[] csv(List<ClassColumn> columns) {
        return (SafeCsv.BYTE_ORDER_MARK
                        + SafeCsv.line(
                                columns.stream().map(ClassTemplate::heading).toList()))
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xlsx(List<ClassColumn> columns) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Landingsbaan", "1.0")) {
            var people = workbook.newWorksheet("Jongeren");
            var choices = workbook.newWorksheet("Keuzes");
            for (var c = 0; c < columns.size(); c++) {
                fill(columns.get(c), c, people, choices);
            }
            people.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void fill(ClassColumn column, int c, Worksheet people, Worksheet choices) {
        for (var sheet : List.of(people, choices)) {
            sheet.value(0, c, heading(column));
            sheet.style(0, c).bold().set();
            sheet.width(c, WIDTH);
        }
        var allowed = allowed(column);
        for (var r = 0; r < allowed.size(); r++) {
            choices.value(r + 1, c, allowed.get(r));
        }
        if (column.isDate()) {
            people.range(1, c, ROWS, c).style().format("dd-mm-yyyy").set();
        } else if (!allowed.isEmpty()
                && (column.question() == null || column.question().type() != FieldType.MULTIPLE_CHOICE)) {
            people.range(1, c, ROWS, c).validateWithList(choices.range(1, c, allowed.size(), c));
        }
    }

    private static List<String> allowed(ClassColumn column) {
        return column.question() != null && column.question().type() == FieldType.YES_NO
                ? List.of("ja", "nee")
                : column.choices().stream().map(Choice::label).collect(Collectors.toList());
    }

    private static String heading(ClassColumn column) {
        return column.heading() + (column.required() ? " *" : "");
    }
}
