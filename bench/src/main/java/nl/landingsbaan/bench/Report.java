package nl.landingsbaan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, beside the budgets of the design. */
final class Report {

    private record Row(String work, String peers, String budget, String measured, String met) {

        List<String> cells() {
            return List.of(work, peers, budget, measured, met);
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** A figure that is to stay below its budget. */
    void below(String work, String peers, double limit, String unit, double measured, String more) {
        add(work, peers, limit, "under", unit, measured, more, measured < limit);
    }

    /** A figure that is to be above its budget. */
    void above(String work, String peers, double limit, String unit, double measured, String more) {
        add(work, peers, limit, "above", unit, measured, more, measured > limit);
    }

    /** A figure without a budget of its own. */
    void seen(String work, String measured) {
        rows.add(new Row(work, "", "", measured, ""));
        System.out.println("  " + work + ": " + measured);
    }

    /** Something that could not be measured. */
    void missed(String work, String why) {
        rows.add(new Row(work, "", "", "not measured: " + why, "no"));
        System.out.println("  " + work + ": not measured: " + why);
    }

    /** A line that is printed now and again below the table. */
    void note(String text) {
        notes.add(text);
        System.out.println("  " + text);
    }

    void print() {
        var table = new ArrayList<Row>();
        table.add(new Row("work", "peers", "budget", "measured", "met?"));
        table.addAll(rows);
        var widths = new int[5];
        for (var row : table) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] =
                        Math.max(widths[column], row.cells().get(column).length());
            }
        }
        System.out.println();
        for (int line = 0; line < table.size(); line++) {
            System.out.println(line(table.get(line).cells(), widths));
            if (line == 0) {
                System.out.println(line(List.of("", "", "", "", ""), widths).replace(' ', '-'));
            }
        }
        System.out.println();
        notes.forEach(System.out::println);
    }

    private void add(
            String work,
            String peers,
            double limit,
            String direction,
            String unit,
            double measured,
            String more,
            boolean met) {
        var figure = number(measured) + " " + unit + (more.isEmpty() ? "" : "; " + more);
        rows.add(new Row(work, peers, direction + " " + number(limit) + " " + unit, figure, met ? "yes" : "NO"));
        System.out.println("  " + work + ": " + figure + (met ? "" : "  <- over budget"));
    }

    private static String number(double value) {
        return value == Math.rint(value) || value >= 100
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            line.append(' ')
                    .append(cells.get(column))
                    .append(" ".repeat(widths[column] - cells.get(column).length()))
                    .append(" |");
        }
        return line.toString();
    }
}
