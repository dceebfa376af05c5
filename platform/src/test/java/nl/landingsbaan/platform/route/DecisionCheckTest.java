package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each test spoils one thing in a faultless route that decides by a table. */
class DecisionCheckTest {

    private static final Set<String> ROLES = Set.of("mentor", "coach", "coordinator");

    @Test
    void aFaultlessRouteHasNoProblems() {
        assertThat(problems(DecidingRoute.faultless())).isEmpty();
    }

    @Test
    void aDecisionThatIsNotThere() {
        finds(
                DecidingRoute.drawn("decisionId=\"begeleiding\"", "decisionId=\"financiering\""),
                "beslissen",
                "De beslissing 'financiering' zit niet bij de route.");
        finds(DecidingRoute.deciding(null), "beslissen", "De beslissing 'begeleiding' zit niet bij de route.");
    }

    @Test
    void aDecisionThatIsAFormulaOrNotNamed() {
        finds(
                DecidingRoute.drawn("decisionId=\"begeleiding\"", "decisionId=\"=soort\""),
                "beslissen",
                "Welke beslissing wordt genomen is een formule.");
        finds(
                DecidingRoute.drawn("decisionId=\"begeleiding\"", "decisionId=\"\""),
                "beslissen",
                "Hier staat niet welke beslissing wordt genomen.");
    }

    @Test
    void aResultWithoutAName() {
        finds(
                DecidingRoute.drawn("resultVariable=\"advies\"", "resultVariable=\"\""),
                "beslissen",
                "Hier staat niet onder welke naam de uitkomst verdergaat.");
    }

    @Test
    void theResultIsKnownToTheRouteUnderItsNameOnly() {
        finds(
                DecidingRoute.drawn("resultVariable=\"advies\"", "resultVariable=\"raad\""),
                "keuze",
                "De voorwaarde kijkt naar 'advies', maar geen formulier van de route vraagt dat.");
    }

    @Test
    void aBusinessRuleTaskOfAProgram() {
        finds(
                DecidingRoute.drawn(
                        "<zeebe:calledDecision decisionId=\"begeleiding\" resultVariable=\"advies\" />",
                        "<zeebe:taskDefinition type=\"regels\" />"),
                "beslissen",
                "Deze stap vraagt werk van een programma.");
    }

    @Test
    void aFileThatCannotBeReadIsReportedOnce() {
        assertThat(problems(DecidingRoute.deciding("<definitions>")))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.file()).isEqualTo(DecidingRoute.FILE);
                    assertThat(p.problem()).startsWith("Dit is geen geldige XML (regel 1");
                });
        assertThat(problems(DecidingRoute.deciding("<html/>")))
                .singleElement()
                .satisfies(p -> assertThat(p.problem()).startsWith("Dit is geen beslistabel in DMN 1.3"));
    }

    @Test
    void aColumnThatReadsWhatNobodyAsks() {
        finds(
                DecidingRoute.deciding(DecidingRoute.table("<text>gestart</text>", "<text>leeftijd</text>")),
                "zwaarte",
                "De kolom 'Gestart' kijkt naar 'leeftijd', maar geen formulier van de route vraagt dat.");
    }

    @Test
    void aColumnThatReadsWhatTheEngineMayNotKnow() {
        finds(
                DecidingRoute.deciding(DecidingRoute.table("<text>gestart</text>", "<text>verslag</text>")),
                "zwaarte",
                "De kolom 'Gestart' kijkt naar 'verslag', maar dat veld mag geen procesvariabele zijn.");
    }

    @Test
    void aColumnThatReadsNothing() {
        finds(
                DecidingRoute.deciding(DecidingRoute.table("<text>gestart</text>", "<text></text>")),
                "zwaarte",
                "Bij de kolom 'Gestart' staat niet waarnaar zij kijkt.");
    }

    @Test
    void aTextWithoutQuotationMarks() {
        finds(
                DecidingRoute.deciding(DecidingRoute.table("<text>\"nee\"</text>", "<text>nee</text>")),
                "zwaarte",
                "Een voorwaarde in de tabel kijkt naar 'nee'");
        finds(
                DecidingRoute.deciding(DecidingRoute.table("<text>\"gewoon\"</text>", "<text>gewoon</text>")),
                "begeleiding",
                "Een uitkomst kijkt naar 'gewoon'");
    }

    @Test
    void aCellThatCannotBeParsed() {
        finds(
                DecidingRoute.deciding(DecidingRoute.table("<text>\"nee\"</text>", "<text>\"nee\",</text>")),
                "zwaarte",
                "Een voorwaarde in de tabel is niet te lezen: \"nee\",");
    }

    @Test
    void theResultOfADecisionIsKnownOnlyToThoseThatBuildOnIt() {
        finds(
                DecidingRoute.deciding(DecidingRoute.table("<requiredDecision href=\"#zwaarte\" />", "")),
                "begeleiding",
                "De kolom 'Zwaarte' kijkt naar 'zwaarte'");
        finds(
                DecidingRoute.deciding(DecidingRoute.table("href=\"#zwaarte\"", "href=\"#leeftijd\"")),
                "begeleiding",
                "Deze beslissing bouwt op 'leeftijd', en die staat niet in dit bestand.");
    }

    @Test
    void aDecisionThatDoesNotSayHow() {
        finds(DecidingRoute.deciding("""
                        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="leeg" name="Leeg">
                          <decision id="begeleiding" name="Begeleiding" />
                        </definitions>"""), "begeleiding", "Hier staat niet hoe besloten wordt.");
    }

    @Test
    void aDecisionInAnotherLanguage() {
        finds(
                DecidingRoute.deciding(DecidingRoute.table(
                        "id=\"kolom_gestart_leest\"", "id=\"kolom_gestart_leest\" expressionLanguage=\"juel\"")),
                "zwaarte",
                "Deze beslissing is geschreven in 'juel'.");
    }

    @Test
    void twoDecisionsWithOneId() {
        var route = DecidingRoute.faultless();
        var twice = new RouteBundle(
                route.rootProcessId(),
                route.drawings(),
                route.forms(),
                Map.of(
                        DecidingRoute.FILE,
                        DecidingRoute.table(),
                        "nog-een.dmn",
                        DecidingRoute.table("id=\"begeleidingskeuze\"", "id=\"nog_een\"")),
                route.catalogue());
        finds(
                twice,
                "begeleiding",
                "Deze beslissing heeft het id 'begeleiding', en dat staat ook in " + DecidingRoute.FILE);
    }

    @Test
    void openWordsInTextsOfATableAreFilledInAndUnknownOnesAreNamed() throws Exception {
        var dialect = new Dialect(ROLES, Map.of(), Map.of("jongere", "student"));
        var open = DecidingRoute.deciding(
                DecidingRoute.table("name=\"Hoe zwaar is het\"", "name=\"Hoe zwaar is het voor de {jongere}\""));
        assertThat(dialect.translate(open).decisions().get(DecidingRoute.FILE))
                .contains("name=\"Hoe zwaar is het voor de student\"");
        assertThat(dialect.translate(DecidingRoute.faultless()).decisions())
                .isEqualTo(DecidingRoute.faultless().decisions());

        var unknown = DecidingRoute.deciding(
                DecidingRoute.table("name=\"Hoe zwaar is het\"", "name=\"Hoe zwaar is het voor de {leerling}\""));
        assertThat(catchThrowableOfType(RouteRejected.class, () -> dialect.translate(unknown))
                        .problems())
                .singleElement()
                .satisfies(p -> assertThat(p.elementId()).isEqualTo("zwaarte"));
    }

    private static void finds(RouteBundle route, String elementId, String problem) {
        assertThat(problems(route)).anySatisfy(p -> {
            assertThat(p.elementId()).isEqualTo(elementId);
            assertThat(p.problem()).startsWith(problem);
            assertThat(p.remedy()).isNotBlank();
        });
    }

    private static List<RouteProblem> problems(RouteBundle route) {
        return Blueprint.of("proef", ROLES, route).problems();
    }
}
