package nl.landingsbaan.ui.steering;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.landingsbaan.platform.history.Amount;
import nl.landingsbaan.platform.history.PrintedTotal;
import nl.landingsbaan.platform.steering.PastTable;
import nl.landingsbaan.platform.steering.PastTable.Cell;
import nl.landingsbaan.platform.steering.PastTable.Row;

/**
 * The figures of before the platform, as they are printed. No colours and no pictures: what one region calls a good outcome is
 * another's step on the way, and years are not ranked.
 */
final class PastTables {

    private static final String COMPUTED = " *";

    private final Words words;
    private final UnaryOperator<String> texts;

    PastTables(Words words, UnaryOperator<String> texts) {
        this.words = words;
        this.texts = texts;
    }

    Section section(List<PastTable> tables) {
        var explanation = new Paragraph(texts.apply("doorstroom.eerder.uitleg"));
        explanation.addClassName("lb-quiet");
        var section = new Section(new H2(texts.apply("doorstroom.eerder")), explanation);
        section.addClassNames("lb-card", "lb-past");
        tables.forEach(table -> section.add(part(table)));
        return section;
    }

    private Div part(PastTable table) {
        var title = title(table);
        var part = new Div(new H3(title), figures(title, table));
        part.addClassName("lb-past-table");
        part.add(quiet(texts.apply("doorstroom.eerder.eenheid") + " " + unit(table) + "."));
        sources(table).forEach(source -> part.add(quiet(texts.apply("doorstroom.eerder.bron") + " " + source + ".")));
        each(table, Cell::note).forEach(note -> part.add(quiet(note)));
        if (cells(table).anyMatch(Cell::isComputed)) {
            part.add(quiet(texts.apply("doorstroom.eerder.berekend")));
        }
        if (cells(table).anyMatch(PastTables::isPrintedEmpty)) {
            part.add(quiet(texts.apply("doorstroom.eerder.leeg")));
        }
        return part;
    }

    private FigureTable figures(String title, PastTable table) {
        var columns = new ArrayList<String>();
        columns.add(texts.apply("doorstroom.eerder.wat"));
        table.periods().forEach(period -> columns.add(period(period)));
        var figures = new FigureTable(title, columns);
        figures.addClassName("lb-years");
        table.rows()
                .forEach(row -> figures.row(
                        name(row),
                        row.cells().stream()
                                .map(cell -> words.text(cell) + (cell.isComputed() ? COMPUTED : ""))
                                .toArray(String[]::new)));
        figures.row(
                texts.apply("doorstroom.eerder.gemeten"),
                IntStream.range(0, table.periods().size())
                        .mapToObj(column -> measured(table, column))
                        .toArray(String[]::new));
        return figures;
    }

    /** What a table is called. */
    String title(PastTable table) {
        return table.programme() + ": "
                + (table.measure().isEmpty() ? texts.apply("doorstroom.eerder.trajecten") : table.measure());
    }

    String unit(PastTable table) {
        return table.unit().isEmpty() ? texts.apply("doorstroom.jongeren") : table.unit();
    }

    /** What a row is called: by the region, or by us for closed transfers. */
    String name(Row row) {
        if (!row.code().isEmpty()) {
            return ofTransfers(row.code());
        }
        var name = row.name().isEmpty() ? texts.apply("doorstroom.eerder.totaal") : row.name();
        return row.level() == PastTable.Level.DETAIL ? indented(name) : name;
    }

    String period(String period) {
        return period.equals(PrintedTotal.TOGETHER) ? texts.apply("doorstroom.eerder.samen") : period;
    }

    private String ofTransfers(String code) {
        var mbo = "bestemming.mbo.";
        if (!code.startsWith(mbo)) {
            return texts.apply("doorstroom.eerder." + (code.equals("trajecten") ? "rij.trajecten" : code));
        }
        var detail = code.substring(mbo.length()).split("\\.", -1);
        var level = detail[0].isEmpty()
                ? texts.apply("doorstroom.eerder.niveau.onbekend")
                : texts.apply("doorstroom.eerder.niveau") + " " + detail[0];
        return indented(detail[1].isEmpty() ? level : level + " " + detail[1]);
    }

    private static String indented(String name) {
        return "– " + name;
    }

    private String measured(PastTable table, int column) {
        return table.rows().stream()
                .map(row -> row.cells().get(column).measuredOn())
                .filter(Objects::nonNull)
                .distinct()
                .map(words::text)
                .collect(Collectors.joining(", "));
    }

    /** The source has the cell, and nothing in it. */
    private static boolean isPrintedEmpty(Cell cell) {
        return cell.number().kind() == Amount.Kind.EMPTY && !cell.source().isEmpty();
    }

    private static List<String> sources(PastTable table) {
        return each(table, Cell::source);
    }

    private static List<String> each(PastTable table, Function<Cell, String> text) {
        return cells(table).map(text).filter(each -> !each.isEmpty()).distinct().toList();
    }

    private static Stream<Cell> cells(PastTable table) {
        return table.rows().stream().flatMap(row -> row.cells().stream());
    }

    private static Paragraph quiet(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("lb-quiet");
        return paragraph;
    }
}
