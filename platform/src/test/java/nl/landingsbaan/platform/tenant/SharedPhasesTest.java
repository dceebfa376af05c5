package nl.landingsbaan.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.history.History;
import nl.landingsbaan.platform.place.PlaceKind;
import nl.landingsbaan.platform.place.Places;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.route.StepKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** A route that calls phases which regions share, on a small library of its own: {@code library} among the test's resources. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class SharedPhasesTest {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    @Autowired
    Regions regions;

    @Autowired
    Places places;

    @Autowired
    Routes routes;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    private Path library;
    private Path region;

    @BeforeEach
    void copyTheLibrary() throws IOException {
        library = folder.resolve("processes");
        FileSystemUtils.copyRecursively(RESOURCES.resolve("library"), library);
    }

    @Test
    void theBundleHoldsEveryPhaseThatTheRouteReachesWithItsForms() throws IOException {
        like("kleinstad-een");

        var version = load("kleinstad-een");

        assertThat(routes.drawings(version)).extracting("processId").containsExactly("kort", "afspraak", "gesprek");
        assertThat(routes.form(version, "afspraak").questions()).hasSize(1);
    }

    @Test
    void rolesOfTheLibraryBecomeRolesOfTheRegionInDrawingsFormsAndFields() throws IOException {
        like("kleinstad-twee");

        var version = load("kleinstad-twee");

        assertThat(routes.steps(version).stream().filter(step -> step.kind() == StepKind.START))
                .singleElement()
                .satisfies(start -> assertThat(start.roles()).containsExactly("mentor"));
        assertThat(routes.steps(version).stream().filter(step -> step.kind() == StepKind.USER_TASK))
                .allSatisfy(task -> assertThat(task.roles()).containsExactly("coach"));
        var form = routes.form(version, "gesprek");
        assertThat(form.field("gesprek_nodig").orElseThrow().visibleTo()).containsExactly("coach");
        assertThat(form.field("wie_begeleidt").orElseThrow().participantRole()).isEqualTo("coach");
        assertThat(form.field("wie_begeleidt").orElseThrow().choiceSource()).isEqualTo("medewerkers.coach");
    }

    @Test
    void aRoleThatTheRegionHasItselfWins() throws IOException {
        like("kleinstad-drie");
        change(
                "rolverdeling:\n  school: mentor",
                "  - code: school\n    naam: School\n    rechten: [aanmelden]\nrolverdeling:\n  school: mentor");

        var version = load("kleinstad-drie");

        assertThat(routes.steps(version).stream().filter(step -> step.kind() == StepKind.START))
                .singleElement()
                .satisfies(start -> assertThat(start.roles()).containsExactly("school"));
    }

    @Test
    void openWordsAreFilledInForTheRegionAndOtherwiseFromTheList() throws IOException {
        like("kleinstad-vier");

        var version = load("kleinstad-vier");

        assertThat(routes.steps(version))
                .filteredOn(step -> step.elementId().equals("gesprek_taak"))
                .singleElement()
                .extracting(Step::name, Step::why)
                .containsExactly("Gesprek met de student", "Student en school praten.");
        var form = routes.form(version, "gesprek");
        assertThat(form.fields().getFirst().text()).isEqualTo("### Praat met de student");
        assertThat(form.field("gesprek_nodig").orElseThrow().choices())
                .contains(new Choice("ja", "Ja, met de student"));
    }

    @Test
    void oneProcessSaysOtherWordsAndGivesItsRolesToOthersInItsDrawingAndInTheFormsAndFieldsThatOnlyItUses()
            throws IOException {
        like("kleinstad-negen");
        change("  jongere: student", """
                  jongere: leerling
                terminologie_in:
                  gesprek:
                    jongere: student
                rolverdeling_in:
                  gesprek:
                    begeleider: mentor
                """);

        var version = load("kleinstad-negen");

        assertThat(routes.steps(version))
                .filteredOn(step -> step.elementId().equals("gesprek_taak"))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.name()).isEqualTo("Gesprek met de student");
                    assertThat(task.why()).isEqualTo("Student en school praten.");
                    assertThat(task.roles()).containsExactly("mentor");
                });
        var form = routes.form(version, "gesprek");
        assertThat(form.fields().getFirst().text()).isEqualTo("### Praat met de student");
        assertThat(form.field("wie_begeleidt").orElseThrow().choiceSource()).isEqualTo("medewerkers.mentor");
        assertThat(form.field("gesprek_nodig").orElseThrow().choices())
                .as("what two processes ask is called as everywhere")
                .contains(new Choice("ja", "Ja, met de leerling"));
        assertThat(routes.form(version, "aanmelden")
                        .field("reden")
                        .orElseThrow()
                        .label())
                .isEqualTo("Waarom wil de leerling dit?");
    }

    @Test
    void wordsForAProcessThatTheRouteLacksAndUnknownWordsAreNamedWithTheirLine() throws IOException {
        like("kleinstad-q");
        change("  jongere: student", """
                  jongere: leerling
                terminologie_in:
                  stage:
                    jongere: student
                  gesprek:
                    kind: student
                """);

        assertThat(refusal().problems())
                .extracting(TenantFileProblem::line, TenantFileProblem::problem, TenantFileProblem::remedy)
                .containsExactly(
                        tuple(20, "De route heeft geen proces 'stage'.", "Kies een van: afspraak, gesprek, kort."),
                        tuple(
                                23,
                                "Het woord 'kind' komt in de teksten van de bibliotheek niet voor.",
                                "Gebruik onder 'terminologie_in' een van: jongere, school."));
    }

    @Test
    void theEngineGetsTheValuesOfThePhasesAndOverThemThoseOfTheRegion() throws IOException {
        like("kleinstad-vijf");
        change("  afspraak_dagen: 3", "  afspraak_dagen: 4");

        load("kleinstad-vijf");

        assertThat(regions.byCode("kleinstad-vijf").orElseThrow().settings().parameters())
                .containsEntry("gesprek_dagen", 7)
                .containsEntry("afspraak_dagen", 4);
    }

    @Test
    void aFormOfTheRegionReplacesTheOneWithTheSameId() throws IOException {
        like("kleinstad-zes");
        var own = Files.createDirectories(region.resolve("formulieren"));
        Files.writeString(
                own.resolve("ons-gesprek.form"),
                "{\"id\": \"gesprek\", \"components\": [{\"type\": \"radio\", \"key\": \"gesprek_nodig\"}]}");

        var version = load("kleinstad-zes");

        assertThat(routes.form(version, "gesprek").questions()).hasSize(1);
    }

    @Test
    void aDrawingOfTheRegionReplacesTheSharedPhaseOfTheSameName() throws IOException {
        like("kleinstad-zeven");
        var own = Files.createDirectories(region.resolve("route"));
        Files.writeString(
                own.resolve("afspraak-bij-ons.bpmn"),
                Files.readString(phase("afspraak", "afspraak.bpmn"))
                        .replace("Afspraak maken", "Bellen")
                        .replace("afspraak_dagen", "gesprek_dagen")
                        .replace("formId=\"afspraak\"", "formId=\"gesprek\""));

        var version = load("kleinstad-zeven");

        assertThat(routes.steps(version))
                .extracting(Step::name)
                .contains("Bellen")
                .doesNotContain("Afspraak maken");
    }

    @Test
    void decisionsBesideTheRouteInAPhaseAndOfTheRegionArePartOfTheVersion() throws IOException {
        like("kleinstad-acht");
        decision(library.resolve("kort").resolve("keuze.dmn"), "keuze", "gesprek_nodig");
        decision(phase("afspraak", "spoed.dmn"), "spoed", "parameters.afspraak_dagen");
        decision(Files.createDirectories(region.resolve("route")).resolve("keuze.dmn"), "onze_keuze", "gesprek_nodig");

        var version = load("kleinstad-acht");

        assertThat(routes.deployment(version))
                .extracting("resourceName")
                .endsWith("kleinstad-acht.spoed_bestand.dmn", "kleinstad-acht.onze_keuze_bestand.dmn")
                .doesNotContain("kleinstad-acht.keuze_bestand.dmn");
    }

    @Test
    void aDecisionThatReadsWhatNobodyAsksIsNamedWithItsFileAndLine() throws IOException {
        like("kleinstad-n");
        decision(library.resolve("kort").resolve("keuze.dmn"), "keuze", "leeftijd");

        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(library.resolve("kort").resolve("keuze.dmn"));
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.problem())
                    .isEqualTo("'Keuze': Een uitkomst kijkt naar 'leeftijd', maar geen formulier van de route vraagt"
                            + " dat.");
        });
    }

    @Test
    void aDecisionThatReadsAParameterThatTheRegionLacksIsNamedWithItsFileAndLine() throws IOException {
        like("kleinstad-o");
        decision(library.resolve("kort").resolve("keuze.dmn"), "keuze", "parameters.drempel");

        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(library.resolve("kort").resolve("keuze.dmn"));
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.problem())
                    .isEqualTo("De route leest de parameter 'drempel', en die heeft de regio niet.");
        });
    }

    @Test
    void aPlaceThatTheRegionLacksIsNamedWithItsDrawingAndOneThatItHasIsStored() throws IOException {
        like("kleinstad-p");
        change(
                library.resolve("kort").resolve("kort.bpmn"),
                "<zeebe:property name=\"fase\" value=\"gesprek\" />",
                "<zeebe:property name=\"fase\" value=\"gesprek\" />\n<zeebe:property name=\"plek\" value=\"praten\" />");

        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(library.resolve("kort").resolve("kort.bpmn"));
            assertThat(problem.problem()).isEqualTo("De route vraagt een plek 'praten', en die heeft de regio niet.");
        });

        change("drempel: 5", "drempel: 5\nplekken: {praten: {naam: Praten, aantal: 3, per: coach}}");
        load("kleinstad-p");
        assertThat(places.kinds(regions.byCode("kleinstad-p").orElseThrow().id()))
                .containsExactly(new PlaceKind("praten", "Praten", 3, "coach"));
    }

    private static void decision(Path file, String id, String formula) throws IOException {
        Files.writeString(file, """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%s_bestand" name="Keuze">
                  <decision id="%s" name="Keuze">
                    <literalExpression id="%s_formule"><text>%s</text></literalExpression>
                  </decision>
                </definitions>
                """.formatted(id, id, id, formula));
    }

    @Test
    void aRoleThatNobodyHasIsNamedWithTheDrawingTheLineAndTheWayOut() throws IOException {
        like("kleinstad-a");
        change("  begeleider: coach\n", "");

        var problems = refusal();

        assertThat(problems.problems())
                .filteredOn(problem -> problem.file().equals(phase("gesprek", "gesprek.bpmn")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(5);
                    assertThat(problem.problem())
                            .isEqualTo("'Gesprek met de student': De rol 'begeleider' heeft deze regio niet.");
                    assertThat(problem.remedy())
                            .isEqualTo("Zeg onder 'rolverdeling' van de regio welke rol dat is ('begeleider: ...'),"
                                    + " of kies een van: coach, mentor.");
                });
        assertThat(problems.problems())
                .filteredOn(problem -> problem.file().equals(phase("gesprek", "gesprek.form")))
                .isNotEmpty();
    }

    @Test
    void aDivisionOfRolesThatNamesAnUnknownRoleIsNamedWithItsLine() throws IOException {
        like("kleinstad-b");
        change("  begeleider: coach", "  begeleider: kok");

        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(region.resolve("region.yaml"));
            assertThat(problem.line()).isEqualTo(16);
            assertThat(problem.problem()).isEqualTo("De rol 'kok' bestaat niet.");
        });
    }

    @Test
    void aWordThatTheListLacksIsNamedWithTheElementThatUsesIt() throws IOException {
        like("kleinstad-c");
        change(phase("gesprek", "gesprek.bpmn"), "{Jongere} en {school}", "{Jongere} en {oma}");

        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(phase("gesprek", "gesprek.bpmn"));
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.problem())
                    .isEqualTo("'Gesprek met de student': Het woord '{oma}' staat niet in de woordenlijst.");
            assertThat(problem.remedy()).isEqualTo("Gebruik een van: jongere, school.");
        });
    }

    @Test
    void aFieldWithAWordThatTheListLacksIsNamedWithItsLineInTheCatalogue() throws IOException {
        like("kleinstad-d");
        change(library.resolve("velden.yaml"), "Is er nog", "Heeft {opa} nog");

        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(library.resolve("velden.yaml"));
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.problem()).contains("'{opa}'");
        });
    }

    @Test
    void aWordOfTheRegionThatNoTextUsesIsRefusedWithTheWordsThatThereAre() throws IOException {
        like("kleinstad-e");
        change("  jongere: student", "  kind: student");

        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(18);
            assertThat(problem.problem())
                    .isEqualTo("Het woord 'kind' komt in de teksten van de bibliotheek niet voor.");
            assertThat(problem.remedy()).isEqualTo("Gebruik onder 'terminologie' een van: jongere, school.");
        });
    }

    @Test
    void aParameterWithoutAValueIsExplained() throws IOException {
        like("kleinstad-f");
        change("  afspraak_dagen: 3", "  {}");

        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(region.resolve("region.yaml"));
            assertThat(problem.problem())
                    .isEqualTo("De parameter 'afspraak_dagen' heeft geen waarde: Zoveel dagen om een afspraak te"
                            + " maken.");
            assertThat(problem.remedy())
                    .isEqualTo("Schrijf onder 'parameters' een regel 'afspraak_dagen: ...' met een getal.");
        });
    }

    @Test
    void aParameterOfTheWrongTypeIsNamedWithItsLine() throws IOException {
        like("kleinstad-g");
        change("  afspraak_dagen: 3", "  afspraak_dagen: morgen");

        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(24);
            assertThat(problem.problem())
                    .isEqualTo("De parameter 'afspraak_dagen' moet een getal zijn: Zoveel dagen om een afspraak te"
                            + " maken.");
        });
    }

    @Test
    void twoPhasesThatMeanDifferentThingsByOneParameterAreRefused() throws IOException {
        like("kleinstad-h");
        change(
                phase("afspraak", "parameters.yaml"),
                "afspraak_dagen:",
                "gesprek_dagen: {uitleg: Iets anders., soort: ja-nee, standaard: true}\nafspraak_dagen:");

        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(phase("afspraak", "parameters.yaml"));
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.problem()).startsWith("De parameter 'gesprek_dagen' betekent in ");
        });
    }

    @Test
    void aStandardValueOfTheWrongTypeIsNamedWithItsLine() throws IOException {
        like("kleinstad-i");
        change(phase("gesprek", "parameters.yaml"), "standaard: 7", "standaard: zeven");

        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.problem()).isEqualTo("De standaard is niet een getal.");
        });
    }

    @Test
    void aPhaseThatTheLibraryLacksIsNamedAtTheElementThatCallsIt() throws IOException {
        like("kleinstad-j");
        change(phase("gesprek", "gesprek.bpmn"), "processId=\"afspraak\"", "processId=\"afspraken\"");
        change("  afspraak_dagen: 3", "  {}");

        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(phase("gesprek", "gesprek.bpmn"));
            assertThat(problem.line()).isEqualTo(15);
            assertThat(problem.problem()).contains("Het aangeroepen proces 'afspraken' zit niet bij de tekeningen");
        });
    }

    @Test
    void aFolderOfAPhaseWithoutItsProcessIsRefused() throws IOException {
        like("kleinstad-k");
        Files.delete(phase("afspraak", "afspraak.bpmn"));

        assertThat(refusal().problems())
                .extracting(TenantFileProblem::problem)
                .containsExactly("In deze map ligt geen tekening met het proces 'afspraak'.");
    }

    @Test
    void anOwnFormThatReplacesNothingIsRefused() throws IOException {
        like("kleinstad-l");
        var own = Files.createDirectories(region.resolve("formulieren"));
        Files.writeString(own.resolve("los.form"), "{\"id\": \"los\", \"components\": []}");

        assertThat(refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(own.resolve("los.form"));
            assertThat(problem.problem()).isEqualTo("De route heeft geen formulier 'los' dat dit kan vervangen.");
            assertThat(problem.remedy()).contains("aanmelden, afspraak, gesprek");
        });
    }

    @Test
    void anOwnDrawingAmongTheFormsIsRefused() throws IOException {
        like("kleinstad-m");
        var own = Files.createDirectories(region.resolve("formulieren"));
        Files.copy(phase("afspraak", "afspraak.bpmn"), own.resolve("afspraak.bpmn"));

        assertThat(refusal().problems())
                .extracting(TenantFileProblem::problem)
                .containsExactly("In 'formulieren' horen alleen formulieren.");
    }

    private void like(String code) throws IOException {
        region = folder.resolve("tenants").resolve(code);
        FileSystemUtils.copyRecursively(RESOURCES.resolve("tenants").resolve("kleinstad"), region);
        change("code: kleinstad", "code: " + code);
    }

    private void change(String text, String by) throws IOException {
        change(region.resolve("region.yaml"), text, by);
    }

    private static void change(Path file, String text, String by) throws IOException {
        var before = Files.readString(file);
        assertThat(before).contains(text);
        Files.writeString(file, before.replace(text, by));
    }

    private Path phase(String phase, String file) {
        return library.resolve("fasen").resolve(phase).resolve(file);
    }

    private long load(String code) {
        loader().load();
        return routes.current(regions.byCode(code).orElseThrow().id())
                .orElseThrow()
                .id();
    }

    private TenantRefused refusal() {
        return catchThrowableOfType(TenantRefused.class, () -> loader().load());
    }

    private TenantLoader loader() {
        return new TenantLoader(
                new TenantProperties(
                        library.toString(), folder.resolve("tenants").toString(), List.of()),
                regions,
                places,
                routes,
                history,
                transaction,
                json);
    }
}
