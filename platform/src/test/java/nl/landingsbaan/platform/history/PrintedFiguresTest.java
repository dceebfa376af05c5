package nl.landingsbaan.platform.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.steering.PastTable;
import nl.landingsbaan.platform.steering.PastTable.Cell;
import nl.landingsbaan.platform.steering.Share;
import nl.landingsbaan.platform.steering.Throughput;
import nl.landingsbaan.platform.steering.ThroughputOverview;
import nl.landingsbaan.platform.steering.ThroughputOverview.FunnelStep;
import nl.landingsbaan.platform.steering.ThroughputOverview.TrendPoint;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The regions of {@code tenants/}, taken in as an installation takes them in: their figures come out of the steering page's
 * service as they are printed (seed 002; domain sheet, acceptance data of section D and table A8).
 */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(
        classes = TestPlatform.class,
        properties = {
            "landingsbaan.library=../processes",
            "landingsbaan.tenants=../tenants",
            "landingsbaan.regions=emmen,nijmegen,leeuwarden,den-haag,arnhem,rea-ontwikkeltraject,rea-talentexpeditie"
        })
class PrintedFiguresTest {

    private static final String AT_LATEST_NOVEMBER = "uiterlijk 2025-11";

    @Autowired
    Regions regions;

    @Autowired
    People people;

    @Autowired
    Throughput throughput;

    @Test
    void emmenStartedTwentyOneOfWhomSixteenGotADiplomaAndFifteenWentToTheMboAndNobodyLeft() {
        var table = table("emmen", Right.STEER, "");

        assertThat(table.periods()).containsExactly("2024-2025");
        assertThat(figures(table))
                .containsEntry("trajecten", "21")
                .containsEntry("gestart", "100% (21 van 21)")
                .containsEntry("diploma.YES", "76% (16 van 21)")
                .containsEntry("bestemming.mbo", "71% (15 van 21)")
                .containsEntry("bestemming.mbo.2.", "62% (13 van 21)")
                .containsEntry("bestemming.mbo.2.bbl", "5% (1 van 21)")
                .containsEntry("bestemming.mbo.3.", "5% (1 van 21)")
                .containsEntry("bestemming.werk", "5% (1 van 21)")
                .containsEntry("uitkomst.langstudeerder", "24% (5 van 21)")
                .containsEntry("uitkomst.niet_gestart", "0% (0 van 21)")
                .containsEntry("uitkomst.gestopt", "0% (0 van 21)")
                .containsEntry("uitkomst.switch", "0% (0 van 21)")
                .containsEntry("uitval", "0% (0 van 21)");
        everyFigureHasItsDate(table, AT_LATEST_NOVEMBER);
    }

    @Test
    void nijmegensNextLevelStandsAt45And25And30PercentOf47AndAt78And22PercentOf54AndAtAllOf65() {
        var table = table("nijmegen", Right.STEER, "Next Level", "Stand in oktober 2024");

        assertThat(table.periods()).containsExactly("2022", "2023", "2024");
        assertThat(cells(table, "Bezig met opleiding"))
                .containsExactly("45% (21 van 47)", "78% (42 van 54)", "100% (65 van 65)");
        assertThat(cells(table, "Diploma")).containsExactly("25% (12 van 47)", "22% (12 van 54)", "");
        assertThat(cells(table, "Gestopt")).containsExactly("30% (14 van 47)", "", "");
        assertThat(cells(table, "")).containsExactly("47", "54", "65");
        everyFigureHasItsDate(table, "2024-10");
    }

    @Test
    void nijmegensNextLevelReached166OfWhomVoZeroElevenAndTwentySoVsoAndProTheOthers() {
        var table = table("nijmegen", Right.STEER, "Next Level", "Deelnemers naar school van herkomst");

        assertThat(table.periods()).containsExactly("2022", "2023", "2024", "samen");
        assertThat(cells(table, "")).containsExactly("47", "54", "65", "166");
        assertThat(numbers(table, "Vo")).containsExactly("0", "11", "20", "31");
        assertThat(numbers(table, "Vso en pro")).containsExactly("47", "43", "45", "135");
        assertThat(row(table, "Vso en pro").cells().getFirst().isComputed()).isTrue();
    }

    @Test
    void nijmegensOverstapcoachingIsPrintedAsItIsAndWhatIsEmptyStaysEmpty() {
        var table = table("nijmegen", Right.STEER, "Overstapcoaching", "Stand in oktober 2024");

        assertThat(numbers(table, "Bezig met opleiding")).containsExactly("5", "16", "75");
        assertThat(cells(table, "Bezig met opleiding")).element(1).isEqualTo("70% (16 van 23)");
        assertThat(numbers(table, "Diploma")).containsExactly("1", "7", "");
        assertThat(numbers(table, "Gestopt")).containsExactly("2", "", "2");
        assertThat(row(table, "Gestopt").cells().get(1).number()).isEqualTo(Amount.EMPTY);
        assertThat(cells(table, "")).containsExactly("8", "23", "77");
        everyFigureHasItsDate(table, "2024-10");
    }

    @Test
    void leeuwardenHadCirca25LeaversAndCoached3Or4Of14PlacesAllByFirda() {
        assertThat(figures(table("leeuwarden", Right.COORDINATE, "Overstapcoaches", "Deelname")))
                .containsEntry("", "circa 25")
                .containsEntry("Mee met activiteiten", "48% (circa 12 van circa 25)")
                .containsEntry("Met een coach op het mbo", "12–16% (3 à 4 van circa 25)");
        assertThat(figures(table("leeuwarden", Right.COORDINATE, "Overstapcoaches", "Plaatsen bij de coaches")))
                .containsEntry("", "14")
                .containsEntry("Bezet", "21–29% (3 à 4 van 14)");
        assertThat(figures(table("leeuwarden", Right.COORDINATE, "Overstapcoaches", "Keuze van de coach")))
                .containsEntry("Coach van Firda", "100% (3 à 4 van 3 à 4)");
    }

    @Test
    void leeuwardensThreeOrFourAreWithheldFromWhoDoesNotCoordinate() {
        assertThat(figures(table("leeuwarden", Right.STEER, "Overstapcoaches", "Deelname")))
                .containsEntry("", "circa 25")
                .containsEntry("Met een coach op het mbo", "WITHHELD");
        assertThat(figures(table("leeuwarden", Right.STEER, "Overstapcoaches", "Plaatsen bij de coaches")))
                .containsEntry("Bezet", "WITHHELD");
        assertThat(figures(table("leeuwarden", Right.STEER, "Overstapcoaches", "Keuze van de coach")))
                .containsEntry("", "WITHHELD")
                .containsEntry("Coach van Firda", "WITHHELD");
        assertThat(overview("leeuwarden", Right.STEER).toString()).doesNotContain("3 à 4", "rie of vier");
    }

    @Test
    void denHaagGuided45FromVsoAnd3FromProWhichMakes48() {
        var table = table("den-haag", Right.STEER, "Doorstroomcoaching", "Begeleide jongeren naar school van herkomst");

        assertThat(table.periods()).containsExactly("2023-2024", "2024-2025", "2025-2026", "samen");
        assertThat(cells(table, "Vso")).containsExactly("9", "12", "24", "45");
        assertThat(cells(table, "Pro")).containsExactly("0", "1", "2", "3");
        assertThat(cells(table, "Vso en pro samen")).containsExactly("9", "13", "26", "48");
    }

    @Test
    void denHaagLost4OfCirca110WhichIs3point6PercentAndWithoutWhoBeganAgain2point7() {
        var table = table("den-haag", Right.STEER, "Doorstroomcoaching", "Uitval in het eerste half jaar op het mbo");

        assertThat(figures(table))
                .containsEntry("", "circa 110")
                .containsEntry("Uitgevallen", "3.6% (circa 4 van circa 110)")
                .containsEntry("Uitgevallen en niet opnieuw begonnen", "2.7% (circa 3 van circa 110)");
        assertThat(table.unit()).isEqualTo("trajecten");
    }

    @Test
    void whatDenHaagsSourceContradictsItselfAboutIsUnknownWithTheReason() {
        var table = table("den-haag", Right.STEER, "Doorstroomcoaching", "Bereik");

        assertThat(table.periods()).containsExactly("2023-2024", "2024-2025", "2025-2026");
        assertThat(cells(table, "")).containsExactly("circa 10", "UNKNOWN", "60 tot 80");
        assertThat(row(table, "").cells().get(1).note()).contains("30 en 30 tot 40");
    }

    @Test
    void arnhemHad105And81And60AgainstTargetsOf100And85And78() {
        var overview = overview("arnhem", Right.STEER);

        assertThat(overview.trend())
                .filteredOn(point -> point.measure().equals("deelnemers") && point.printed() != null)
                .extracting(TrendPoint::schoolYear, point -> point.printed().most())
                .containsExactly(tuple("2023-2024", 105), tuple("2024-2025", 81), tuple("2025-2026", 60));
        assertThat(overview.funnel()).extracting(FunnelStep::target).containsExactly(100, 85, 78);
        var table = table("arnhem", Right.STEER, "Start & Go", "Deelnemers");
        assertThat(cells(table, "")).containsExactly("105", "81", "60");
        everyFigureHasItsDate(table, AT_LATEST_NOVEMBER);
    }

    @Test
    void ofAHundredInTheOntwikkeltraject34WentToMboAnd11ToEsbWhichIs45PercentEducation() {
        var table = table("rea-ontwikkeltraject", Right.STEER, "Ontwikkeltraject", "Bestemming per 100 jongeren");

        assertThat(figures(table))
                .containsEntry("", "100")
                .containsEntry("Opleiding", "45% (45 van 100)")
                .containsEntry("Regulier mbo", "34% (34 van 100)")
                .containsEntry("Speciaal ESB-traject", "11% (11 van 100)")
                .containsEntry("Werk", "10% (10 van 100)")
                .containsEntry("Overig", "45% (45 van 100)");
        assertThat(cells(
                        table(
                                "rea-ontwikkeltraject",
                                Right.STEER,
                                "Ontwikkeltraject",
                                "Deelnemers per locatie per jaar"),
                        ""))
                .containsExactly("10–12");
    }

    @Test
    void ofTenInTheTalentexpeditieTwoToFourWentToTheMboWhichIs20To40Percent() {
        assertThat(figures(table("rea-talentexpeditie", Right.STEER, "Talentexpeditie", "Bestemming per 10 jongeren")))
                .containsEntry("", "10")
                .containsEntry("Regulier mbo", "20–40% (2 tot 4 van 10)");
    }

    private static void everyFigureHasItsDate(PastTable table, String date) {
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.cells()).allSatisfy(cell -> {
                    assertThat(cell.measuredOn().text()).isEqualTo(date);
                    assertThat(cell.source()).startsWith("Met vertrouwen overstappen");
                }));
    }

    private PastTable table(String region, Right right, String measure) {
        return overview(region, right).past().stream()
                .filter(table -> table.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private PastTable table(String region, Right right, String programme, String measure) {
        return overview(region, right).past().stream()
                .filter(table ->
                        table.programme().equals(programme) && table.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private ThroughputOverview overview(String region, Right right) {
        var actor = actor(region, right);
        return throughput.overview(actor, throughput.schoolYears(actor).getFirst());
    }

    /** Somebody who may coordinate, or who may steer and not coordinate. */
    private Actor actor(String code, Right right) {
        var region = regions.byCode(code).orElseThrow();
        var role = regions.roles(region.id()).values().stream()
                .filter(each -> each.rights().contains(right))
                .filter(each -> right == Right.COORDINATE || !each.rights().contains(Right.COORDINATE))
                .findFirst()
                .orElseThrow();
        var account = people.createAccount("lezer" + System.nanoTime() + "@" + code + ".example", "Lezer", "geheim");
        people.addMembership(
                account,
                region.id(),
                regions.organisations(region.id()).getFirst().id(),
                role.code());
        return people.actor(account, region.id()).orElseThrow();
    }

    private static Map<String, String> figures(PastTable table) {
        var figures = new TreeMap<String, String>();
        table.rows()
                .forEach(row ->
                        figures.put(row.code() + row.name(), text(row.cells().getFirst())));
        return figures;
    }

    private static PastTable.Row row(PastTable table, String name) {
        return table.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cells(PastTable table, String name) {
        return row(table, name).cells().stream().map(PrintedFiguresTest::text).toList();
    }

    private static List<String> numbers(PastTable table, String name) {
        return row(table, name).cells().stream()
                .map(cell -> text(cell.number()))
                .toList();
    }

    private static String text(Cell cell) {
        if (cell.whole() == null || !cell.number().isNumber()) {
            return text(cell.number());
        }
        return text(cell.share()) + " (" + text(cell.number()) + " van " + text(cell.whole()) + ")";
    }

    private static String text(Share share) {
        return (share.least().equals(share.most()) ? "" : share.least() + "–") + share.most() + "%";
    }

    private static String text(Amount amount) {
        return switch (amount.kind()) {
            case NUMBER ->
                amount.printed().isEmpty()
                        ? (amount.about() ? "circa " : "")
                                + (amount.least() == amount.most()
                                        ? Integer.toString(amount.least())
                                        : amount.least() + "–" + amount.most())
                        : amount.printed();
            case EMPTY -> "";
            default -> amount.kind().name();
        };
    }
}
