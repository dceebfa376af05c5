package nl.landingsbaan.platform.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.history.Amount.Kind;
import nl.landingsbaan.platform.history.History;
import nl.landingsbaan.platform.history.HistoryFile;
import nl.landingsbaan.platform.people.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What may be shown of the figures of before the platform, and what is computed from them. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class PastFiguresTest {

    private static final AtomicInteger REGIONS = new AtomicInteger();
    private static final String TOTALS =
            "programma;meting;periode;categorie;groep;waarde;eenheid;gemeten_op;bron;decimalen;openbaar\n";
    private static final String TRANSFERS =
            "nummer;schooljaar;programma;uitkomst;diploma;bestemming;bestemming_niveau;gemeten_op;bron;openbaar\n";

    @Autowired
    History history;

    @Autowired
    Throughput throughput;

    @Autowired
    TestRegions regions;

    TestRegion region;
    Actor steering;

    @BeforeEach
    void aRegionWithASteeringGroup() {
        region = regions.make("eerder" + REGIONS.incrementAndGet(), LocalDate.of(2026, 9, 1));
        steering = regions.actor(region.region(), "stuurgroep", "programma");
    }

    @Test
    void percentagesOfADividedTotalAddUpToAHundred() {
        load(
                TOTALS,
                total("2022", "", "47"),
                total("2022", "A", "21"),
                total("2022", "B", "12"),
                total("2022", "C", "14"));

        assertThat(shares(steering)).containsExactly("A 45", "B 25", "C 30");
    }

    @Test
    void aShareOfARangeIsARangeAndAllIsAHundredPercent() {
        load(
                TOTALS,
                total("2022", "", "circa 20"),
                total("2022", "A", "5 tot 10"),
                total("2022", "B", "alle"),
                total("2022", "C", "onbekend"),
                total("2022", "D", "n.v.t."));

        assertThat(shares(steering)).containsExactly("A 25–50", "B 100");
        assertThat(cell(steering, "D").number().kind()).isEqualTo(Kind.NOT_APPLICABLE);
    }

    @Test
    void ofAUnknownTotalThereIsNoPercentage() {
        load(TOTALS, total("2022", "", "onbekend"), total("2022", "A", "7"), total("2022", "B", "rest"));

        assertThat(shares(steering)).isEmpty();
        assertThat(cell(steering, "B").number().kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void zeroIsAFigureAndEmptyIsNone() {
        load(
                TOTALS,
                total("2022", "", "20"),
                total("2022", "A", "20"),
                total("2022", "B", "0"),
                total("2022", "C", ""));

        assertThat(shares(steering)).containsExactly("A 100", "B 0");
        assertThat(cell(steering, "C").number().kind()).isEqualTo(Kind.EMPTY);
    }

    @Test
    void periodsStandInTheOrderOfTimeWhateverTheirFigures() {
        load(
                TOTALS,
                total("samen", "", "som"),
                total("2024", "", "9"),
                total("2022", "", "30"),
                total("2023", "", "10"));

        assertThat(table(steering).periods()).containsExactly("2022", "2023", "2024", "samen");
        assertThat(cells(steering, "")).containsExactly("30", "10", "9", "49");
    }

    @Test
    void whatIsComputedIsMarkedAndHasNoPercentageOverYearsTogether() {
        load(
                TOTALS,
                total("2022", "", "20"),
                total("2022", "A", "8"),
                total("2022", "B", "rest"),
                total("samen", "A", "som"),
                total("samen", "", "som"));

        assertThat(row(steering, "B").cells().getFirst().isComputed()).isTrue();
        assertThat(row(steering, "A").cells().getFirst().isComputed()).isFalse();
        assertThat(row(steering, "A").cells().getLast().share()).isNull();
    }

    @Test
    void aSmallNumberAndWhatWouldGiveItAwayIsWithheldFromWhoDoesNotCoordinate() {
        load(
                TOTALS,
                secret("2022", "", "30"),
                secret("2022", "A", "3 à 4"),
                secret("2022", "B", "10"),
                secret("2022", "C", "rest"));

        // A would follow from the total and the other two, so one more is withheld; so is every percentage of it
        assertThat(cell(steering, "A").number().kind()).isEqualTo(Kind.WITHHELD);
        assertThat(cell(steering, "A").share()).isNull();
        assertThat(cells(region.coordinator(), "A")).containsExactly("3 à 4");
    }

    @Test
    void whatIsSaidAboutAWithheldNumberIsWithheldWithIt() {
        load(
                TOTALS.strip() + ";toelichting\n",
                secret("2022", "", "30").strip() + ";Alle deelnemers\n",
                secret("2022", "A", "3").strip() + ";Het zijn er drie\n");

        assertThat(cell(steering, "A").note()).isEmpty();
        assertThat(cell(steering, "").note()).isEqualTo("Alle deelnemers");
        assertThat(cell(region.coordinator(), "A").note()).isEqualTo("Het zijn er drie");
    }

    @Test
    void whatCouldBeSubtractedIsWithheldToo() {
        load(
                TOTALS,
                secret("2022", "", "30"),
                secret("2022", "A", "3"),
                secret("2022", "B", "10"),
                secret("2022", "C", "17"));

        var withheld = List.of("A", "B", "C").stream()
                .filter(each -> cell(steering, each).number().kind() == Kind.WITHHELD)
                .toList();
        assertThat(withheld).contains("A").hasSize(2);
        assertThat(cells(steering, "")).containsExactly("30");
    }

    @Test
    void aSumOverYearsDoesNotGiveAwayAYear() {
        load(
                TOTALS,
                secret("2022", "", "3"),
                secret("2023", "", "10"),
                secret("2024", "", "12"),
                secret("samen", "", "som"));

        assertThat(table(steering).rows().getFirst().cells())
                .extracting(cell -> cell.number().kind())
                .containsExactly(Kind.WITHHELD, Kind.NUMBER, Kind.NUMBER, Kind.WITHHELD);
    }

    @Test
    void whatAnybodyCanReadInTheSourceIsShownAsItIsPrinted() {
        load(TOTALS, total("2022", "", "8"), total("2022", "A", "5"), total("2022", "B", "1"), total("2022", "C", "2"));

        assertThat(cells(steering, "B")).containsExactly("1");
    }

    @Test
    void oneLineThatIsNotPublicMakesTheWholeTableNotPublic() {
        load(TOTALS, total("2022", "", "20"), secret("2022", "A", "18"), total("2022", "B", "2"));

        assertThat(cell(steering, "B").number().kind()).isEqualTo(Kind.WITHHELD);
    }

    @Test
    void closedTransfersKeepUitvalApartAndWithholdSmallNumbers() {
        var lines = new StringBuilder();
        IntStream.range(0, 10).forEach(i -> lines.append(transfer(i, "afgerond", "ja", "mbo", "2")));
        IntStream.range(10, 12).forEach(i -> lines.append(transfer(i, "afgerond", "ja", "werk", "")));
        IntStream.range(12, 20).forEach(i -> lines.append(transfer(i, "gestopt", "nee", "onbekend", "")));
        IntStream.range(20, 26).forEach(i -> lines.append(transfer(i, "niet_gestart", "", "", "")));
        load(TRANSFERS, lines.toString());

        assertThat(closed(region.coordinator(), "gestart")).isEqualTo("20 van 26");
        assertThat(closed(region.coordinator(), "diploma.YES")).isEqualTo("12 van 20");
        assertThat(closed(region.coordinator(), "bestemming.werk")).isEqualTo("2 van 20");
        assertThat(closed(region.coordinator(), "uitkomst.gestopt")).isEqualTo("8 van 26");
        assertThat(closed(region.coordinator(), "uitkomst.niet_gestart")).isEqualTo("6 van 26");
        assertThat(closed(region.coordinator(), "uitkomst.switch")).isEqualTo("0 van 26");
        assertThat(closed(region.coordinator(), "uitval")).isEqualTo("14 van 26");
        // two went to work: neither that, nor the diplomas without the mbo
        assertThat(closed(steering, "bestemming.werk")).isEqualTo("WITHHELD");
        assertThat(List.of(closed(steering, "diploma.YES"), closed(steering, "bestemming.mbo")))
                .contains("WITHHELD");
    }

    private String closed(Actor actor, String code) {
        return table(actor).rows().stream()
                .filter(row -> row.code().equals(code))
                .map(row -> row.cells().getFirst())
                .map(cell -> cell.number().isNumber()
                        ? cell.number().most() + " van "
                                + (cell.whole().isNumber()
                                        ? cell.whole().most()
                                        : cell.whole().kind())
                        : cell.number().kind().toString())
                .findFirst()
                .orElseThrow();
    }

    private void load(String head, String... lines) {
        var text = head + String.join("", lines);
        var file = HistoryFile.read(
                text.getBytes(StandardCharsets.UTF_8),
                region.region().settings().measures());
        assertThat(file.problems()).isEmpty();
        history.load(region.region().id(), Map.of("bestand.csv", file));
    }

    private static String total(String period, String category, String value) {
        return "Coaching;Stand;" + period + ";" + category + ";;" + value + ";jongeren;2024-10;Rapport;;ja\n";
    }

    private static String secret(String period, String category, String value) {
        return total(period, category, value).replace(";ja\n", ";nee\n");
    }

    private static String transfer(int number, String outcome, String diploma, String destination, String level) {
        return number + ";2024-2025;Entree;" + outcome + ";" + diploma + ";" + destination + ";" + level
                + ";2025;Rapport;nee\n";
    }

    private PastTable table(Actor actor) {
        return throughput
                .overview(actor, throughput.schoolYears(actor).getFirst())
                .past()
                .getFirst();
    }

    private PastTable.Row row(Actor actor, String name) {
        return table(actor).rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PastTable.Cell cell(Actor actor, String name) {
        return row(actor, name).cells().getFirst();
    }

    private List<String> cells(Actor actor, String name) {
        return row(actor, name).cells().stream()
                .map(cell -> cell.number().printed().isEmpty()
                        ? Integer.toString(cell.number().most())
                        : cell.number().printed())
                .toList();
    }

    private List<String> shares(Actor actor) {
        return table(actor).rows().stream()
                .filter(row -> row.cells().getFirst().share() != null)
                .map(row -> row.name() + " " + text(row.cells().getFirst().share()))
                .toList();
    }

    private static String text(Share share) {
        return share.least().equals(share.most())
                ? share.least().toPlainString()
                : share.least().toPlainString() + "–" + share.most().toPlainString();
    }
}
