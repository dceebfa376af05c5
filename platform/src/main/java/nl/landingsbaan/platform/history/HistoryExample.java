package nl.landingsbaan.platform.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.landingsbaan.platform.export.SafeCsv;

/** A file to begin with, for each layout. What is in it is invented. */
final class HistoryExample {

    private static final String SOURCE = "Voorbeeld: verzonnen getallen";

    private HistoryExample() {}

    static byte[] of(HistoryLayout layout) {
        var headings = new ArrayList<>(layout.required());
        headings.addAll(layout.optional());
        var text = new StringBuilder(SafeCsv.BYTE_ORDER_MARK).append(SafeCsv.line(headings));
        lines(layout).forEach(line -> text.append(SafeCsv.line(line)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** In the order of the headings: first those that are required, then the others. */
    private static List<List<String>> lines(HistoryLayout layout) {
        return switch (layout) {
            case TOTALS ->
                List.of(
                        total("2022", "40", "", ""),
                        total("2022", "22", "Bezig", "Nog op school"),
                        total("2022", "10", "Diploma", "Nog op school"),
                        total("2022", "rest", "Gestopt", ""),
                        total("2023", "circa 50", "", ""),
                        total("2023", "30 tot 35", "Bezig", "Nog op school"),
                        total("2023", "", "Diploma", "Nog op school"),
                        total("2023", "onbekend", "Gestopt", ""));
            case TRANSFERS ->
                List.of(
                        transfer("1", "afgerond", "ja", "mbo", "2", "bol", ""),
                        transfer("2", "afgerond", "ja", "werk", "", "", ""),
                        transfer("3", "langstudeerder", "nee", "geen", "", "", "ander_profiel"),
                        transfer("4", "niet_gestart", "", "onbekend", "", "", ""));
        };
    }

    private static List<String> total(String period, String value, String category, String group) {
        return List.of(
                "Coaching",
                "Status",
                period,
                value,
                "jongeren",
                "2024-10",
                SOURCE,
                category,
                group,
                "0",
                "",
                "nee",
                "");
    }

    private static List<String> transfer(
            String number,
            String outcome,
            String diploma,
            String destination,
            String level,
            String track,
            String reason) {
        return List.of(
                number,
                "2024-2025",
                "Entree",
                outcome,
                "2025-07-31",
                SOURCE,
                "vso",
                "entree",
                "2024-08-26",
                "",
                diploma,
                destination,
                level,
                track,
                reason,
                "nee");
    }
}
