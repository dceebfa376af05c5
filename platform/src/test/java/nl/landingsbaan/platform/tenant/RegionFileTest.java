package nl.landingsbaan.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.place.PlaceKind;
import nl.landingsbaan.platform.region.AnchorDay;
import nl.landingsbaan.platform.region.GroupRule;
import nl.landingsbaan.platform.region.HolidayRegion;
import nl.landingsbaan.platform.region.Measure;
import nl.landingsbaan.platform.region.Right;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionFileTest {

    private static final String GOOD = """
            code: venlo
            naam: Regio Venlo
            programma: Stap voor stap
            route: stap
            hoofdproces: stap-voor-stap
            drempel: 5
            rollen:
              - code: mentor
                naam: Mentor
                rechten: [aanmelden, uitvoeren]
              - code: coach
                naam: Coach
                rechten: [uitvoeren]
            organisaties:
              - code: school-a
                naam: School A
                soort: vso
              - code: mbo-b
                naam: College B
                soort: mbo
            deelnemers:
              mentor: school
              coach: mbo-b
            parameters:
              weken: 5
              deel: 0.5
              proef: true
              dag: dinsdag
            meetpunten:
              - code: deelnemers
                naam: Deelnemers
                streefwaarde: 100
              - code: gestart
                naam: Gestart
                veld: gestart
                waarde: "ja"
                streefwaarde: 85
            uitkomsten:
              niet_gestart: Niet gestart
            kalender:
              - schooljaar: 2025-2026
                begin: 2025-08-01
                eind: 2026-07-31
                ankers:
                  aanmelddeadline: 2025-04-01
                  start_mbo: 2025-09-01
                  kerst: 2025-12-20
              - schooljaar: 2026-2027
                begin: 2026-08-01
                eind: 2027-07-31
                ankers:
                  start_mbo: 2026-09-01
                  kerst: 2026-12-19
            """;

    @TempDir
    Path tenants;

    Path folder;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(tenants.resolve("venlo"));
    }

    @Test
    void aGoodFileBecomesARegion() throws IOException {
        write(GOOD);

        var file = RegionFile.read(folder);

        assertThat(file.route()).isEqualTo("stap");
        assertThat(file.rootProcessId()).isEqualTo("stap-voor-stap");
        var region = file.definition();
        assertThat(region.code()).isEqualTo("venlo");
        assertThat(region.roles().getFirst().rights()).containsExactly(Right.REFER, Right.WORK);
        assertThat(region.organisations()).extracting("code").containsExactly("school-a", "mbo-b");
        var settings = region.settings();
        assertThat(settings.participants()).containsEntry("mentor", "school").containsEntry("coach", "mbo-b");
        assertThat(settings.parameters())
                .containsEntry("weken", 5)
                .containsEntry("deel", new BigDecimal("0.5"))
                .containsEntry("proef", true)
                .containsEntry("dag", "dinsdag");
        assertThat(settings.measures())
                .containsExactly(
                        new Measure("deelnemers", "Deelnemers", null, null, 100),
                        new Measure("gestart", "Gestart", "gestart", "ja", 85));
        assertThat(settings.entryUntil()).isEqualTo("kerst");
        assertThat(region.calendar().getLast().anchor("kerst")).isEqualTo(LocalDate.of(2026, 12, 19));
    }

    @Test
    void arnhemsFileIsGood() throws IOException {
        var arnhem = RegionFile.read(Path.of("..", "tenants", "arnhem")).definition();

        assertThat(arnhem.settings().measures()).extracting(Measure::target).containsExactly(100, 85, 78);
        assertThat(arnhem.calendar()).extracting("code").containsExactly("2025-2026", "2026-2027", "2027-2028");
    }

    @Test
    void anUnknownKeyIsNamedWithItsLine() throws IOException {
        refuses("drempel: 5", "drempel: 5\ndrmpel: 6", 7, "De sleutel 'drmpel' is onbekend");
    }

    @Test
    void aKeyGivenTwiceIsNamedWithItsLine() throws IOException {
        refuses("drempel: 5", "drempel: 5\ndrempel: 6", 7, "'drempel' staat twee keer");
    }

    @Test
    void aMissingKeyIsNamedWithTheLineOfItsSection() throws IOException {
        refuses("    naam: School A\n", "", 15, "'naam' ontbreekt in een organisatie");
    }

    @Test
    void aNumberThatIsNoneIsNamedWithItsLine() throws IOException {
        refuses("drempel: 5", "drempel: vijf", 6, "'drempel' is geen geheel getal");
    }

    @Test
    void aThresholdThatProtectsNobodyIsRefused() throws IOException {
        refuses("drempel: 5", "drempel: 1", 6, "'drempel' is geen geheel getal van 3");
    }

    @Test
    void aListThatIsNoneIsNamedWithItsLine() throws IOException {
        refuses("rechten: [uitvoeren]", "rechten: uitvoeren", 13, "'rechten' moet een lijst zijn");
    }

    @Test
    void freeTextAsAParameterIsRefusedBecauseItWouldGoToTheEngine() throws IOException {
        refuses("dag: dinsdag", "dag: Bel Jan de Vries", 28, "'dag' is vrije tekst");
    }

    @Test
    void anUnknownRightIsNamedWithThoseThatExist() throws IOException {
        write(GOOD.replace("rechten: [uitvoeren]", "rechten: [toveren]"));

        assertThat(problems())
                .extracting(TenantFileProblem::line, TenantFileProblem::problem, TenantFileProblem::remedy)
                .containsExactly(tuple(
                        13,
                        "Het recht 'toveren' bestaat niet.",
                        "Kies een van: aanmelden, beheren, coordineren, sturen, uitvoeren."));
    }

    @Test
    void anUnknownKindOfOrganisationIsNamedWithItsLine() throws IOException {
        refuses("soort: mbo", "soort: havo", 20, "De soort 'havo' bestaat niet");
    }

    @Test
    void aRoleTwiceIsNamedWithItsLine() throws IOException {
        refuses(
                "organisaties:\n",
                "  - code: coach\n    naam: Coach\n    rechten: []\norganisaties:\n",
                14,
                "'coach' komt al eerder voor");
    }

    @Test
    void anOrganisationTwiceIsNamedWithItsLine() throws IOException {
        refuses(
                "code: mbo-b",
                "code: mbo-b\n    naam: College C\n    soort: mbo\n  - code: mbo-b",
                21,
                "'mbo-b' komt al eerder voor");
    }

    @Test
    void aParticipantOfAnUnknownRoleIsNamedWithItsLine() throws IOException {
        refuses("  mentor: school", "  kok: school", 22, "De rol 'kok' bestaat niet");
    }

    @Test
    void aParticipantOfAnUnknownOrganisationIsNamedWithItsLine() throws IOException {
        refuses("  coach: mbo-b", "  coach: mbo-c", 23, "De organisatie 'mbo-c' bestaat niet");
    }

    @Test
    void aMeasureWithAFieldNeedsAValue() throws IOException {
        refuses("    waarde: \"ja\"\n", "", 33, "'waarde' ontbreekt in een meetpunt");
    }

    @Test
    void aSchoolYearOfThreeYearsIsRefused() throws IOException {
        refuses("schooljaar: 2026-2027", "schooljaar: 2026-2028", 48, "'2026-2028' is geen schooljaar");
    }

    @Test
    void schoolYearsThatOverlapAreRefused() throws IOException {
        refuses("begin: 2026-08-01", "begin: 2026-07-31", 49, "begint voordat schooljaar 2025-2026 eindigt");
    }

    @Test
    void aSchoolYearThatEndsBeforeItBeginsIsRefused() throws IOException {
        write(GOOD.replace("eind: 2027-07-31", "eind: 2026-07-31"));

        assertThat(problems()).first().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(50);
            assertThat(problem.problem()).isEqualTo("Het schooljaar eindigt niet na het begin.");
        });
    }

    @Test
    void aDateThatIsNoneIsNamedWithItsLine() throws IOException {
        refuses("kerst: 2026-12-19", "kerst: 19-12-2026", 53, "'kerst' is geen datum: 19-12-2026");
    }

    @Test
    void anAnchorThatThePlatformNeedsMayNotBeMissing() throws IOException {
        refuses("      kerst: 2026-12-19\n", "", 52, "Het anker 'kerst' ontbreekt");
    }

    @Test
    void anAnchorOutsideItsSchoolYearIsRefused() throws IOException {
        refuses("kerst: 2026-12-19", "kerst: 2027-12-19", 53, "ligt buiten het schooljaar");
    }

    @Test
    void anchorsOutOfOrderAreRefused() throws IOException {
        refuses("aanmelddeadline: 2025-04-01", "aanmelddeadline: 2026-04-01", 46, "ligt niet na 'aanmelddeadline'");
    }

    @Test
    void theAnchorUntilWhichOneEntersAYearMayNotBeMissingInAny() throws IOException {
        refuses(
                "drempel: 5",
                "drempel: 5\ninstroom_tot: aanmelddeadline",
                7,
                "Schooljaar 2026-2027 heeft geen anker 'aanmelddeadline'");
    }

    @Test
    void aCodeOtherThanTheFoldersNameIsRefused() throws IOException {
        refuses("code: venlo", "code: roermond", 1, "anders dan de naam van de map 'venlo'");
    }

    @Test
    void textThatIsNoYamlIsNamedWithItsLine() throws IOException {
        refuses("naam: Regio Venlo", "naam: Regio: Venlo", 2, "geen leesbare YAML");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        write("");

        assertThat(problems()).extracting(TenantFileProblem::problem).containsExactly("Het bestand is leeg.");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(folder.resolve(RegionFile.NAME), "naam: Mariëndael".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems()).extracting(TenantFileProblem::remedy).containsExactly("Sla het op als UTF-8.");
    }

    @Test
    void aFolderWithoutItsFileIsRefused() throws IOException {
        assertThat(problems()).extracting(TenantFileProblem::problem).containsExactly("Het bestand ontbreekt.");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceInTheOrderOfTheFile() throws IOException {
        write(GOOD.replace("kerst: 2026-12-19", "kerst: morgen").replace("drempel: 5", "drempel: vijf"));

        assertThat(problems()).extracting(TenantFileProblem::line).containsExactly(6, 53);
    }

    @Test
    void aRefusalIsShownAsFileLineAndRemedy() throws IOException {
        write(GOOD.replace("drempel: 5", "drempel: vijf"));
        var refused = new TenantRefused(problems());

        var analysis = new TenantRefusedAnalyzer().analyze(new IllegalStateException("context", refused));

        assertThat(analysis.getDescription())
                .contains("venlo/region.yaml, regel 6: 'drempel' is geen geheel getal", "-> Schrijf bijvoorbeeld");
        assertThat(analysis.getAction()).isEqualTo("Verbeter de genoemde regels en start opnieuw.");
    }

    @Test
    void aRegionSaysWhereItLiesAndHowItCountsWeeks() throws IOException {
        write(GOOD.replace("drempel: 5", "drempel: 5\nvakantieregio: noord\nweken_tellen_als: school"));

        var region = RegionFile.read(folder);

        assertThat(region.holidayRegion()).isEqualTo(HolidayRegion.NOORD);
        assertThat(region.schoolWeeks()).isTrue();
    }

    @Test
    void aRegionThatSaysNothingHasNoHolidays() throws IOException {
        write(GOOD);

        assertThat(RegionFile.read(folder).holidayRegion()).isNull();
        assertThat(RegionFile.read(folder).schoolWeeks()).isFalse();
    }

    @Test
    void aHolidayRegionThatDoesNotExistIsNamed() throws IOException {
        refuses("drempel: 5", "drempel: 5\nvakantieregio: oost", 7, "De vakantieregio 'oost' bestaat niet");
    }

    @Test
    void weeksOfSchoolNeedAHolidayRegion() throws IOException {
        refuses("drempel: 5", "drempel: 5\nweken_tellen_als: school", 7, "niet te tellen zonder vakanties");
        refuses(
                "drempel: 5",
                "drempel: 5\nvakantieregio: zuid\nweken_tellen_als: werkweken",
                8,
                "Weken tellen als 'werkweken' kan niet");
    }

    @Test
    void aBirthdayIsNoAnchorOfTheSchoolYear() throws IOException {
        refuses("      kerst: 2026-12-19", "      wordt_18: 2026-12-19\n      kerst: 2026-12-19", 53, "de verjaardag");
    }

    @Test
    void groupsBeginOnDaysOfTheYearInCyclesOrByHand() throws IOException {
        write(GOOD.replace("drempel: 5", """
                drempel: 5
                groepen:
                  - code: klas
                    naam: Klas
                    proces: klasvorming
                    begint: {op: [start_mbo, start_mbo + 3 weken], per: richting}
                    deelnemers: {coach: mbo-b}
                  - {code: cyclus, naam: Groep, proces: cyclus, begint: {elke_weken: 10, vanaf: start_mbo}, leden: alle}
                  - {code: dag, naam: Dag, proces: dag, begint: met_de_hand}"""));

        var groups = RegionFile.read(folder).definition().settings().groups();

        assertThat(groups)
                .containsExactly(
                        new GroupRule(
                                "klas",
                                "Klas",
                                "klasvorming",
                                "richting",
                                List.of(new AnchorDay("start_mbo", 0, "dagen"), new AnchorDay("start_mbo", 3, "weken")),
                                null,
                                null,
                                false,
                                Map.of("coach", "mbo-b")),
                        new GroupRule("cyclus", "Groep", "cyclus", null, List.of(), 10, "start_mbo", true, Map.of()),
                        new GroupRule("dag", "Dag", "dag", null, List.of(), null, null, false, Map.of()));
        assertThat(groups).extracting(GroupRule::byHand).containsExactly(false, false, true);
    }

    @Test
    void aGroupThatBeginsOnNoDayIsRefused() throws IOException {
        refuses(
                "drempel: 5",
                "drempel: 5\ngroepen:\n  - {code: klas, naam: Klas, proces: klas, begint: {op: carnaval}}",
                8,
                "Geen schooljaar heeft een anker 'carnaval'.");
        refuses(
                "drempel: 5",
                "drempel: 5\ngroepen:\n  - {code: klas, naam: Klas, proces: klas, begint: ooit}",
                8,
                "Hier staat niet wanneer deze groep begint.");
    }

    @Test
    void placesHaveANameANumberAndPerhapsARole() throws IOException {
        write(GOOD.replace(
                "drempel: 5",
                "drempel: 5\nplekken:\n  coaching: {naam: Coaching, aantal: 14}\n"
                        + "  begeleiding: {naam: Begeleiding, aantal: 20, per: coach}"));

        assertThat(RegionFile.read(folder).places())
                .containsExactly(
                        new PlaceKind("coaching", "Coaching", 14, null),
                        new PlaceKind("begeleiding", "Begeleiding", 20, "coach"));
    }

    @Test
    void whatIsWrongWithAPlaceIsNamedWithItsLine() throws IOException {
        refuses("drempel: 5", "drempel: 5\nplekken:\n  coaching: {naam: Coaching}", 8, "'aantal' ontbreekt");
        refuses(
                "drempel: 5",
                "drempel: 5\nplekken:\n  coaching: {naam: Coaching, aantal: -1}",
                8,
                "'aantal' is geen geheel getal");
        refuses(
                "drempel: 5",
                "drempel: 5\nplekken:\n  coaching: {naam: Coaching, aantal: 20, per: kok}",
                8,
                "De rol 'kok' bestaat niet");
        refuses(
                "drempel: 5",
                "drempel: 5\nplekken:\n  coaching: {naam: Coaching, aantal: 20, pers: coach}",
                8,
                "De sleutel 'pers' is onbekend");
    }

    private void refuses(String good, String wrong, int line, String problem) throws IOException {
        assertThat(GOOD).contains(good);
        write(GOOD.replace(good, wrong));

        assertThat(problems()).singleElement().satisfies(found -> {
            assertThat(found.file()).isEqualTo(folder.resolve(RegionFile.NAME));
            assertThat(found.line()).as(found.problem()).isEqualTo(line);
            assertThat(found.problem()).contains(problem);
            assertThat(found.remedy()).isNotBlank();
        });
    }

    private List<TenantFileProblem> problems() {
        var refused = catchThrowableOfType(TenantRefused.class, () -> RegionFile.read(folder));
        assertThat(refused).as("The file was accepted").isNotNull();
        return refused.problems();
    }

    private void write(String content) throws IOException {
        Files.writeString(folder.resolve(RegionFile.NAME), content);
    }
}
