package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.form.CatalogueField;
import nl.landingsbaan.platform.form.Sensitivity;
import org.junit.jupiter.api.Test;

/** Each test spoils one thing in a faultless route. */
class RouteCheckTest {

    private final SmallRoute route = SmallRoute.faultless();

    @Test
    void aFaultlessRouteHasNoProblems() {
        assertThat(problems(route)).isEmpty();
    }

    @Test
    void aTaskWithoutARole() {
        finds(
                route.replacing("route.bpmn", "<zeebe:assignmentDefinition candidateGroups=\"coach\" />", ""),
                "gesprek",
                "Bij deze taak staat niet welke rol haar doet.");
    }

    @Test
    void aTaskWithARoleThatTheRegionDoesNotHave() {
        finds(
                route.replacing("route.bpmn", "candidateGroups=\"coach\"", "candidateGroups=\"coach, jobcoach\""),
                "gesprek",
                "De rol 'jobcoach' heeft deze regio niet.");
    }

    @Test
    void aTaskWhoseRoleIsAFormula() {
        finds(
                route.replacing("route.bpmn", "candidateGroups=\"coach\"", "candidateGroups=\"=rol\""),
                "gesprek",
                "De rol van deze taak is een formule");
    }

    @Test
    void aTaskWithoutAForm() {
        finds(
                route.replacing("route.bpmn", "<zeebe:formDefinition formId=\"gesprek\" />", ""),
                "gesprek",
                "Deze taak heeft geen formulier.");
    }

    @Test
    void aFormThatIsNotThere() {
        finds(
                route.replacing("route.bpmn", "formId=\"gesprek\"", "formId=\"verslag\""),
                "gesprek",
                "Het formulier 'verslag' zit niet bij de route.");
    }

    @Test
    void aFormThatCannotBeReadIsReportedOnce() {
        assertThat(problems(route.withForm("aanmelding", "{"))).singleElement().satisfies(p -> {
            assertThat(p.file()).isEqualTo("aanmelding.form");
            assertThat(p.problem()).contains("geen geldige JSON (regel 1");
        });
    }

    @Test
    void freeTextOrSpecialDataAsAProcessVariable() {
        var spoilt = SmallRoute.CATALOGUE.fields().values().stream()
                .map(field -> field.key().equals("gestart")
                        ? processVariable(field, Sensitivity.BIJZONDER)
                        : processVariable(field, field.sensitivity()))
                .toList();
        var bundle = route.bundle();
        assertThat(Blueprint.of(
                                "proef",
                                SmallRoute.ROLES,
                                new RouteBundle("route", bundle.drawings(), bundle.forms(), Catalogue.of(spoilt)))
                        .problems())
                .anySatisfy(p -> {
                    assertThat(p.elementId()).isEqualTo("verslag");
                    assertThat(p.problem()).contains("vrije tekst");
                })
                .anySatisfy(p -> {
                    assertThat(p.elementId()).isEqualTo("gestart");
                    assertThat(p.problem()).contains("bijzonder persoonsgegeven");
                });
    }

    private static CatalogueField processVariable(CatalogueField field, Sensitivity sensitivity) {
        return new CatalogueField(
                field.key(),
                field.label(),
                field.explanation(),
                field.type(),
                field.category(),
                sensitivity,
                true,
                field.choices(),
                field.choiceSource());
    }

    @Test
    void fieldsThatTheCatalogueDoesNotHaveOrHasOtherwise() {
        var spoilt = route.withForm("gesprek", """
                {"id": "gesprek", "components": [
                  {"type": "checkbox", "key": "gestart"},
                  {"type": "number", "key": "kilometers"},
                  {"type": "textarea", "key": "verslag"}]}""");
        finds(spoilt, "gestart", "In de veldenlijst is dit een keuze, hier staat een vinkje.");
        finds(spoilt, "kilometers", "Dit veld staat niet in de veldenlijst.");
    }

    @Test
    void aConditionOnAFieldThatTheEngineMayNotKnow() {
        assertThat(problems(route.replacing("route.bpmn", "=gestart = \"ja\"", "=dagen = 3")))
                .anySatisfy(p -> {
                    assertThat(p.elementId()).isEqualTo("keuze");
                    assertThat(p.problem()).contains("'dagen', maar dat veld mag geen procesvariabele zijn");
                });
    }

    @Test
    void aConditionInAFormOnAFieldThatItDoesNotHave() {
        var problems = problems(route.withForm("los", """
                {"id": "los", "components": [{"type": "number", "key": "dagen",
                  "conditional": {"hide": "=gestrat = \\"ja\\""}}]}"""));
        assertThat(problems)
                .singleElement()
                .satisfies(p -> assertThat(p.problem()).contains("kijkt naar 'gestrat'"));
    }

    @Test
    void aPhaseWithoutAnEnd() {
        var spoilt = route.replacing(
                        "route.bpmn",
                        "<bpmn:endEvent id=\"intake_einde\"><bpmn:incoming>i3</bpmn:incoming></bpmn:endEvent>",
                        "")
                .replacing(
                        "route.bpmn",
                        "<bpmn:sequenceFlow id=\"i3\" sourceRef=\"datum_gemeld\" targetRef=\"intake_einde\" />",
                        "")
                .replacing("route.bpmn", "<bpmn:outgoing>i3</bpmn:outgoing>", "");
        finds(spoilt, "fase_intake", "De fase 'intake' heeft geen einde.");
    }

    @Test
    void aPhaseThatCannotReachItsEnd() {
        var spoilt = route.replacing(
                "route.bpmn",
                "sourceRef=\"datum_gemeld\" targetRef=\"intake_einde\"",
                "sourceRef=\"datum_gemeld\" targetRef=\"gesprek\"");
        finds(spoilt, "fase_intake", "De fase 'intake' kan het einde nooit bereiken.");
        finds(spoilt, "intake_einde", "Deze stap wordt nooit bereikt");
    }

    @Test
    void twoPhasesWithTheSameCode() {
        finds(
                route.replacing("route.bpmn", "name=\"fase\" value=\"nazorg\"", "name=\"fase\" value=\"intake\""),
                "nazorg_fase",
                "De fasecode 'intake' komt twee keer voor");
    }

    @Test
    void aStepThatIsNeverReached() {
        finds(
                route.replacing(
                        "route.bpmn",
                        "<bpmn:exclusiveGateway id=\"keuze\"",
                        "<bpmn:callActivity id=\"los\" name=\"Los\"><bpmn:extensionElements>"
                                + "<zeebe:calledElement processId=\"nazorg\" /></bpmn:extensionElements></bpmn:callActivity>"
                                + "<bpmn:exclusiveGateway id=\"keuze\""),
                "los",
                "Deze stap wordt nooit bereikt");
    }

    @Test
    void aRouteWithAnEndThatSaysNoOutcome() {
        finds(
                route.replacing("route.bpmn", "name=\"uitkomst\" value=\"afgerond\"", "name=\"x\" value=\"afgerond\""),
                "klaar",
                "Bij dit einde van de route staat niet wat de uitkomst is.");
    }

    @Test
    void aCalledProcessThatIsNotInTheBundle() {
        finds(
                route.without("nazorg.bpmn"),
                "nazorg_fase",
                "Het aangeroepen proces 'nazorg' zit niet bij de tekeningen");
    }

    @Test
    void aCalledProcessThatIsAFormula() {
        finds(
                route.replacing("route.bpmn", "processId=\"nazorg\"", "processId=\"=regio + &quot;.nazorg&quot;\""),
                "nazorg_fase",
                "Welk proces wordt aangeroepen is een formule.");
    }

    @Test
    void aProcessThatCallsItself() {
        finds(
                route.replacing("route.bpmn", "processId=\"nazorg\"", "processId=\"route\""),
                "nazorg_fase",
                "Dit proces roept zichzelf aan");
    }

    @Test
    void aMessageThatDoesNotSayWhoseItIs() {
        finds(
                route.replacing("route.bpmn", "<zeebe:subscription correlationKey=\"=transfer\" />", ""),
                "datum_gemeld",
                "Het bericht 'datum' zegt niet bij welk traject het hoort.");
    }

    @Test
    void aMessageThatNobodyMayReport() {
        finds(
                route.replacing("route.bpmn", "<zeebe:property name=\"rollen\" value=\"mentor,coach\" />", ""),
                "datum_gemeld",
                "Bij dit bericht staat niet wie het mag melden.");
    }

    @Test
    void twoProcessesWithTheSameId() {
        var other = route.drawings().get("nazorg.bpmn");
        assertThat(problems(route.with("zorg.bpmn", other))).singleElement().satisfies(p -> {
            assertThat(p.file()).isEqualTo("zorg.bpmn");
            assertThat(p.problem()).isEqualTo("Het proces-id 'nazorg' staat ook in nazorg.bpmn.");
        });
    }

    @Test
    void xmlThatIsNotWellFormedIsReportedWithItsLine() {
        assertThat(problems(route.replacing("nazorg.bpmn", "</userTask>", ""))).anySatisfy(p -> {
            assertThat(p.file()).isEqualTo("nazorg.bpmn");
            assertThat(p.problem()).isEqualTo("Dit is geen geldige XML (regel 17).");
        });
    }

    @Test
    void anXmlFileThatIsNotBpmn() {
        assertThat(problems(route.with("wat.bpmn", "<html/>")))
                .singleElement()
                .satisfies(p -> assertThat(p.problem()).contains("geen BPMN-tekening"));
    }

    @Test
    void bpmnThatBreaksItsOwnRulesIsReportedWithItsLine() {
        assertThat(problems(route.replacing(
                        "nazorg.bpmn", "<endEvent id=\"na_einde\">", "<eindje/><endEvent id=\"na_einde\">")))
                .anySatisfy(p -> assertThat(p.problem())
                        .isEqualTo("De tekening volgt de regels van BPMN niet (regel 14): <eindje> hoort daar niet."));
    }

    @Test
    void outsideEntitiesAreNotRead() {
        var spoilt = route.replacing(
                "nazorg.bpmn",
                "<definitions ",
                "<!DOCTYPE definitions [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><definitions ");
        assertThat(problems(spoilt)).anySatisfy(p -> assertThat(p.problem()).contains("geen geldige XML"));
    }

    @Test
    void aConditionOnAVariableThatNoFormAsks() {
        finds(
                route.replacing("route.bpmn", "=gestart = \"ja\"", "=begonnen = \"ja\""),
                "keuze",
                "De voorwaarde kijkt naar 'begonnen', maar geen formulier van de route vraagt dat.");
    }

    @Test
    void aFormulaThatCannotBeRead() {
        finds(
                route.replacing("route.bpmn", "dueDate=\"=date(ankers.kerst)\"", "dueDate=\"=date(ankers.kerst\""),
                "gesprek",
                "De uiterste datum is niet te lezen: date(ankers.kerst");
    }

    @Test
    void aChoiceInWhichTheRouteCanGetStuck() {
        finds(route.replacing("route.bpmn", " default=\"p5\"", ""), "keuze", "Deze keuze heeft geen standaardweg");
    }

    @Test
    void workForAProgramThatNobodyRuns() {
        finds(
                route.replacing("nazorg.bpmn", "<userTask id", "<serviceTask id")
                        .replacing("nazorg.bpmn", "</userTask>", "</serviceTask>"),
                "nazorg_gesprek",
                "Deze stap vraagt werk van een programma.");
    }

    @Test
    void whatOnlyTheEngineRefusesIsReportedToo() {
        finds(
                route.replacing("route.bpmn", "<bpmn:messageEventDefinition id=\"m1\" messageRef=\"bericht\" />", ""),
                "datum_gemeld",
                "De procesmotor neemt dit onderdeel niet aan.");
    }

    @Test
    void aPlaceForAStepThatIsNoStretch() {
        finds(
                route.replacing(
                        "route.bpmn",
                        "<zeebe:assignmentDefinition candidateGroups=\"coach\" />",
                        "<zeebe:assignmentDefinition candidateGroups=\"coach\" /><zeebe:properties>"
                                + "<zeebe:property name=\"plek\" value=\"coaching\" /></zeebe:properties>"),
                "gesprek",
                "Alleen voor een subproces of een aangeroepen proces kan een plek nodig zijn.");
    }

    @Test
    void aPlaceWithACodeThatCannotBe() {
        finds(
                route.replacing(
                        "route.bpmn",
                        "<zeebe:property name=\"fase\" value=\"intake\" />",
                        "<zeebe:property name=\"fase\" value=\"intake\" /><zeebe:property name=\"plek\" value=\"De plek\" />"),
                "fase_intake",
                "De code 'De plek' van de plek kan niet.");
    }

    @Test
    void aDurationThatHangsOnAnAnchorAndCouldNotMoveWithIt() {
        finds(
                route.replacing(
                        "route.bpmn",
                        "<bpmn:messageEventDefinition id=\"m1\" messageRef=\"bericht\" />",
                        "<bpmn:timerEventDefinition id=\"m1\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">"
                                + "=date(ankers.kerst) - today()</bpmn:timeDuration></bpmn:timerEventDefinition>"),
                "datum_gemeld",
                "Deze klok rekent een duur of herhaling uit met een anker.");
    }

    @Test
    void aRootThatIsNotThere() {
        var bundle = new RouteBundle("elders", route.drawings(), route.forms(), SmallRoute.CATALOGUE);
        assertThat(Blueprint.of("proef", SmallRoute.ROLES, bundle).problems())
                .anySatisfy(
                        p -> assertThat(p.problem()).isEqualTo("Het hoofdproces 'elders' zit niet bij de tekeningen."));
    }

    private static void finds(SmallRoute route, String elementId, String problem) {
        assertThat(problems(route)).anySatisfy(p -> {
            assertThat(p.elementId()).isEqualTo(elementId);
            assertThat(p.problem()).startsWith(problem);
            assertThat(p.remedy()).isNotBlank();
        });
    }

    private static List<RouteProblem> problems(SmallRoute route) {
        return Blueprint.of("proef", SmallRoute.ROLES, route.bundle()).problems();
    }
}
