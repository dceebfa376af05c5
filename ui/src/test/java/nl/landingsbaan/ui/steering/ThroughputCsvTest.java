package nl.landingsbaan.ui.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.landingsbaan.platform.history.Amount;
import nl.landingsbaan.platform.history.MeasuredOn;
import nl.landingsbaan.platform.region.Measure;
import nl.landingsbaan.platform.steering.Figure;
import nl.landingsbaan.platform.steering.PastTable;
import nl.landingsbaan.platform.steering.PastTable.Cell;
import nl.landingsbaan.platform.steering.PastTable.Level;
import nl.landingsbaan.platform.steering.PastTable.Row;
import nl.landingsbaan.platform.steering.ThroughputOverview;
import nl.landingsbaan.platform.steering.ThroughputOverview.Backlog;
import nl.landingsbaan.platform.steering.ThroughputOverview.FunnelStep;
import nl.landingsbaan.platform.steering.ThroughputOverview.Outcome;
import nl.landingsbaan.platform.steering.ThroughputOverview.Outcomes;
import nl.landingsbaan.platform.steering.ThroughputOverview.Phase;
import nl.landingsbaan.platform.steering.ThroughputOverview.TrendPoint;
import org.junit.jupiter.api.Test;

class ThroughputCsvTest {

    private static final Words WORDS = new Words(Locale.forLanguageTag("nl"), key -> key.replace("doorstroom.", ""));

    @Test
    void eachFigureHasItsDenominatorUnitAndMomentOfMeasuring() {
        assertThat(csv())
                .contains("2026-2027;doelen;Gestart;behaald;51;60;jongeren;2026-11-23T10:15;\r\n")
                .contains("2026-2027;tijd;Intake;mediaan;30;20;dagen;2026-11-23T10:15;\r\n")
                .contains("2025-2026;jaren;Gestart;aantal;81;;jongeren;2026-11-23T10:15;\r\n");
    }

    @Test
    void zeroUnknownWithheldAndNotApplicableAreFourThings() {
        assertThat(csv())
                .contains("doelen;Gestart;niet;0;60;")
                .contains("doelen;Gestart;nog-niet-bekend;onbekend;60;")
                .contains("uitkomsten;Gestopt;aantal;niet-getoond;9;")
                .contains("uitkomsten;Switch;aantal;nvt;9;");
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsText() {
        assertThat(csv()).contains(";'=Coach;");
    }

    @Test
    void whatWasPrintedBeforeStaysARangeAndEmptyStaysEmptyEachWithItsSourceAndDate() {
        assertThat(csv())
                .contains(
                        "2022;Coaching: Stand;eerder.totaal;aantal;circa 47;;jongeren;oktober 2024;\"Rapport \"\"A\"\"; p. 3\"\r\n")
                .contains("2022;Coaching: Stand;Diploma;aantal;3 à 4;circa 47;jongeren;oktober 2024;")
                .contains("2022;Coaching: Stand;Gestopt;aantal;;circa 47;jongeren;oktober 2024;")
                .contains("2022;Coaching: Stand;Weg;aantal;onbekend;circa 47;")
                .doesNotContain("2022-2023;jaren");
    }

    @Test
    void aPercentageShowsWhatItIsOf() {
        assertThat(WORDS.percentage(Figure.of(85), Figure.of(51), Figure.of(60)))
                .isEqualTo("85% (51 van 60)");
        assertThat(WORDS.percentage(Figure.Absent.WITHHELD, Figure.Absent.WITHHELD, Figure.of(60)))
                .isEqualTo("niet-getoond");
    }

    private static String csv() {
        var sixty = Figure.of(60);
        return new ThroughputCsv(WORDS, key -> key.replace("doorstroom.", ""))
                .of(
                        new ThroughputOverview(
                                "2026-2027",
                                Instant.parse("2026-11-23T09:15:42Z"),
                                5,
                                sixty,
                                List.of(new Phase(
                                        "intake",
                                        "Intake",
                                        Figure.of(12),
                                        Figure.of(20),
                                        Figure.of(30),
                                        Figure.Absent.WITHHELD)),
                                List.of(new FunnelStep(
                                        "gestart",
                                        "Gestart",
                                        85,
                                        Figure.of(51),
                                        Figure.of(0),
                                        Figure.Absent.UNKNOWN,
                                        sixty,
                                        Figure.of(85))),
                                new Outcomes(
                                        Figure.of(9),
                                        List.of(
                                                outcome("Gestopt", Figure.Absent.WITHHELD),
                                                outcome("Switch", Figure.Absent.NOT_APPLICABLE)),
                                        outcome("Onbekend", Figure.of(0)),
                                        List.of()),
                                List.of(new Backlog("coach", "=Coach", Figure.of(7), Figure.of(31))),
                                List.of(
                                        new TrendPoint(
                                                "2022-2023", "gestart", Figure.Absent.UNKNOWN, Amount.of(7), "B"),
                                        new TrendPoint("2025-2026", "gestart", Figure.of(81), null, null)),
                                List.of(past())),
                        List.of(new Measure("gestart", "Gestart", "gestart", "ja", 85)));
    }

    private static PastTable past() {
        return new PastTable(
                "Coaching",
                "Stand",
                "jongeren",
                List.of("2022"),
                List.of(
                        row(Level.TOTAL, "", "circa 47", null),
                        row(Level.PART, "Diploma", "3 à 4", "circa 47"),
                        row(Level.PART, "Gestopt", "", "circa 47"),
                        row(Level.PART, "Weg", "onbekend", "circa 47")));
    }

    private static Row row(Level level, String name, String number, String whole) {
        return new Row(
                level,
                "",
                name,
                List.of(new Cell(
                        Amount.parse(number).orElseThrow(),
                        whole == null ? null : Amount.parse(whole).orElseThrow(),
                        null,
                        false,
                        new MeasuredOn("2024-10", false),
                        "Rapport \"A\"; p. 3",
                        "",
                        "")));
    }

    private static Outcome outcome(String name, Figure number) {
        return new Outcome(name, name, number, Figure.Absent.WITHHELD);
    }
}
