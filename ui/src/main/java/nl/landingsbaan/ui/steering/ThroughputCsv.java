package nl.landingsbaan.ui.steering;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.landingsbaan.platform.region.Measure;
import nl.landingsbaan.platform.steering.Figure;
import nl.landingsbaan.platform.steering.PastTable;
import nl.landingsbaan.platform.steering.ThroughputOverview;
import nl.landingsbaan.platform.steering.ThroughputOverview.TrendPoint;
import nl.landingsbaan.platform.time.PlatformClock;

/** The figures as a file for a spreadsheet: one figure a line, with its denominator, unit and moment of measuring. */
final class ThroughputCsv {

    /** By this a Dutch spreadsheet knows that the file is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Words words;
    private final UnaryOperator<String> texts;
    private final StringBuilder lines = new StringBuilder(BYTE_ORDER_MARK);
    private String schoolYear;
    private String measuredAt;

    ThroughputCsv(Words words, UnaryOperator<String> texts) {
        this.words = words;
        this.texts = texts;
    }

    String of(ThroughputOverview overview, List<Measure> measures) {
        schoolYear = overview.schoolYear();
        measuredAt = overview.measuredAt()
                .atZone(PlatformClock.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toLocalDateTime()
                .toString();
        line("schooljaar", "onderdeel", "naam", "getal", "waarde", "noemer", "eenheid", "gemeten_op", "bron");
        for (var step : overview.funnel()) {
            figure("doorstroom.doelen", step.name(), "doorstroom.behaald", step.reached(), step.participants());
            figure("doorstroom.doelen", step.name(), "doorstroom.doel", Figure.of(step.target()), null);
            figure("doorstroom.doelen", step.name(), "doorstroom.niet", step.missed(), step.participants());
            figure(
                    "doorstroom.doelen",
                    step.name(),
                    "doorstroom.nog-niet-bekend",
                    step.notKnownYet(),
                    step.participants());
        }
        for (var phase : overview.phases()) {
            figure("doorstroom.fasen", phase.name(), "doorstroom.nu", phase.now(), overview.participants());
            figure("doorstroom.fasen", phase.name(), "doorstroom.doorlopen", phase.finished(), overview.participants());
            days(phase.name(), "doorstroom.mediaan", phase.medianDays(), phase.finished());
            days(phase.name(), "doorstroom.traag", phase.slowDays(), phase.finished());
        }
        ThroughputView.all(overview)
                .forEach(outcome -> figure(
                        "doorstroom.uitkomsten",
                        outcome.name(),
                        "doorstroom.aantal",
                        outcome.number(),
                        overview.outcomes().ended()));
        for (var role : overview.overdueByRole()) {
            line(
                    schoolYear,
                    texts.apply("doorstroom.te-laat"),
                    role.name(),
                    texts.apply("doorstroom.taken-te-laat"),
                    plain(role.overdue()),
                    plain(role.open()),
                    texts.apply("doorstroom.taken"),
                    measuredAt,
                    "");
        }
        for (var point : overview.trend()) {
            trend(point, measures);
        }
        overview.past().forEach(this::past);
        return lines.toString();
    }

    /** What was printed follows with its source among the figures of before. */
    private void trend(TrendPoint point, List<Measure> measures) {
        if (point.printed() != null && point.number() == Figure.Absent.UNKNOWN) {
            return;
        }
        line(
                point.schoolYear(),
                texts.apply("doorstroom.jaren"),
                measures.stream()
                        .filter(measure -> measure.code().equals(point.measure()))
                        .map(Measure::name)
                        .findFirst()
                        .orElse(point.measure()),
                texts.apply("doorstroom.aantal"),
                plain(point.number()),
                "",
                texts.apply("doorstroom.jongeren"),
                measuredAt,
                "");
    }

    private void past(PastTable table) {
        var tables = new PastTables(words, texts);
        for (var row : table.rows()) {
            for (int i = 0; i < table.periods().size(); i++) {
                var cell = row.cells().get(i);
                line(
                        tables.period(table.periods().get(i)),
                        tables.title(table),
                        tables.name(row),
                        texts.apply("doorstroom.aantal"),
                        words.text(cell.number()),
                        cell.whole() == null ? "" : words.text(cell.whole()),
                        tables.unit(table),
                        cell.measuredOn() == null ? "" : words.text(cell.measuredOn()),
                        cell.source());
            }
        }
    }

    private void figure(String part, String name, String what, Figure figure, Figure denominator) {
        line(
                schoolYear,
                texts.apply(part),
                name,
                texts.apply(what),
                plain(figure),
                denominator == null ? "" : plain(denominator),
                texts.apply("doorstroom.jongeren"),
                measuredAt,
                "");
    }

    private void days(String phase, String what, Figure figure, Figure measuredOver) {
        line(
                schoolYear,
                texts.apply("doorstroom.tijd"),
                phase,
                texts.apply(what),
                plain(figure),
                plain(measuredOver),
                texts.apply("doorstroom.dagen"),
                measuredAt,
                "");
    }

    /** A number without thousands separator, or the reason why there is none. */
    private String plain(Figure figure) {
        return figure.number().isPresent() ? Integer.toString(figure.number().getAsInt()) : words.text(figure);
    }

    private void line(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            lines.append(i == 0 ? "" : ";").append(quoted(cells[i]));
        }
        lines.append("\r\n");
    }

    /** Quoted where needed; what a spreadsheet would take for a formula is made text. */
    private static String quoted(String cell) {
        var text = !cell.isEmpty() && "=+-@\t".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return text.matches("[^;\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
