package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.tenant.CatalogueFile;
import org.junit.jupiter.api.Test;

/** What is wrong with how groups and young people are tied together is said where it stands. */
class GroupCheckTest {

    private static final Catalogue CATALOGUE = CatalogueFile.parse("""
            gestart:
              label: Gestart
              soort: keuze
              categorie: uitkomst
              procesvariabele: ja
              keuzes: {ja: Ja, nee: Nee}
            verslag: {label: Verslag, soort: lange-tekst, categorie: voortgang}
            dagen: {label: Dagen, soort: getal, categorie: voortgang}
            ingedeeld: {label: Wie, soort: meerkeuze, categorie: voortgang, bron: leden}
            """);

    private static final String CLASS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                id="k" targetNamespace="http://bpmn.io/schema/bpmn">
              <bpmn:process id="klas" isExecutable="true">
                <bpmn:startEvent id="k_begin"><bpmn:outgoing>k1</bpmn:outgoing></bpmn:startEvent>
                <bpmn:userTask id="k_taak" name="Klas maken">
                  <bpmn:extensionElements>
                    <zeebe:assignmentDefinition candidateGroups="coach" />
                    <zeebe:formDefinition formId="klas" />
                  </bpmn:extensionElements>
                  <bpmn:incoming>k1</bpmn:incoming>
                  <bpmn:outgoing>k2</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:intermediateThrowEvent id="k_vertel" name="Vertellen">
                  <bpmn:extensionElements>
                    <zeebe:properties><zeebe:property name="leden" value="=ingedeeld" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>k2</bpmn:incoming>
                  <bpmn:outgoing>k3</bpmn:outgoing>
                  <bpmn:messageEventDefinition id="k_m" messageRef="k_bericht" />
                </bpmn:intermediateThrowEvent>
                <bpmn:endEvent id="k_einde" name="Klas">
                  <bpmn:extensionElements>
                    <zeebe:properties><zeebe:property name="uitkomst" value="klas" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>k3</bpmn:incoming>
                </bpmn:endEvent>
                <bpmn:sequenceFlow id="k1" sourceRef="k_begin" targetRef="k_taak" />
                <bpmn:sequenceFlow id="k2" sourceRef="k_taak" targetRef="k_vertel" />
                <bpmn:sequenceFlow id="k3" sourceRef="k_vertel" targetRef="k_einde" />
              </bpmn:process>
              <bpmn:message id="k_bericht" name="NAAM" />
            </bpmn:definitions>""";

    private static final String FORM =
            "{\"id\": \"klas\", \"components\": [{\"type\": \"taglist\", \"key\": \"ingedeeld\"}]}";

    /** A young person is up for the class during the intake, where it is waited for the class. */
    private final SmallRoute route = SmallRoute.faultless()
            .replacing(
                    "route.bpmn",
                    "<zeebe:property name=\"fase\" value=\"intake\" />",
                    "<zeebe:property name=\"fase\" value=\"intake\" /><zeebe:property name=\"groep\" value=\"klas\" />")
            .replacing(
                    "route.bpmn",
                    "<zeebe:property name=\"rollen\" value=\"mentor,coach\" />",
                    "<zeebe:property name=\"van-groep\" value=\"klas\" />")
            .withForm("klas", FORM);

    private final String heard = message();

    @Test
    void aRouteWithAGroupIsGood() {
        assertThat(problems(route, CLASS.replace("NAAM", heard), "klas")).isEmpty();
    }

    @Test
    void theMembersAreToldByAJobAndWhoComesUpByListeners() {
        var compiled = Blueprint.of("proef", SmallRoute.ROLES, bundle(route, CLASS.replace("NAAM", heard), "klas"))
                .compile(1);

        assertThat(compiled.getFirst().xml())
                .contains(EngineVocabulary.UP_FOR_GROUP, EngineVocabulary.NOT_UP_FOR_GROUP)
                .doesNotContain(EngineVocabulary.GROUP_STARTED);
        assertThat(compiled)
                .filteredOn(each -> each.processId().equals("proef.klas"))
                .singleElement()
                .satisfies(each -> assertThat(each.xml())
                        .contains(
                                EngineVocabulary.GROUP_STARTED,
                                EngineVocabulary.GROUP_ENDED,
                                EngineVocabulary.TELL_MEMBERS)
                        .doesNotContain(EngineVocabulary.TRANSFER_STARTED));
    }

    @Test
    void aGroupWhoseProcessIsNotThere() {
        assertThat(problems(route, CLASS.replace("NAAM", heard), "elders"))
                .anySatisfy(each -> assertThat(each.problem())
                        .startsWith("De groep 'klas' noemt het proces 'elders', en dat zit niet bij de tekeningen."));
    }

    @Test
    void aMessageToWhichNobodyListensAndAListenerWhoIsNeverTold() {
        assertThat(problems(route, CLASS.replace("NAAM", "anders"), "klas"))
                .anySatisfy(each -> {
                    assertThat(each.elementId()).isEqualTo("k_vertel");
                    assertThat(each.problem()).isEqualTo("Niemand luistert naar het bericht 'anders'.");
                })
                .anySatisfy(each -> {
                    assertThat(each.elementId()).isEqualTo("datum_gemeld");
                    assertThat(each.problem()).startsWith("De groep 'klas' vertelt nergens");
                });
    }

    @Test
    void aMarkThatNobodyGets() {
        assertThat(problems(route, CLASS.replace("NAAM", heard).replace("=ingedeeld", "=not(geplaatst)"), "klas"))
                .anySatisfy(each -> {
                    assertThat(each.elementId()).isEqualTo("k_vertel");
                    assertThat(each.problem()).contains("het merk 'geplaatst', en dat krijgt niemand");
                });
    }

    @Test
    void aGroupThatTheRegionDoesNotHave() {
        var other = route.replacing("route.bpmn", "name=\"groep\" value=\"klas\"", "name=\"groep\" value=\"club\"");

        assertThat(problems(other, CLASS.replace("NAAM", heard), "klas")).anySatisfy(each -> {
            assertThat(each.elementId()).isEqualTo("fase_intake");
            assertThat(each.problem()).isEqualTo("De groep 'club' heeft deze regio niet.");
        });
    }

    @Test
    void aTaskOfAYoungPersonThatAsksForMembers() {
        var other = route.withForm("gesprek", FORM.replace("\"klas\"", "\"gesprek\""));

        assertThat(problems(other, CLASS.replace("NAAM", heard), "klas"))
                .anySatisfy(each -> assertThat(each.problem()).contains("dit formulier is niet van een groep"));
    }

    private String message() {
        var xml = route.bundle().drawings().get("route.bpmn");
        var at = xml.indexOf("<bpmn:message id=\"bericht\" name=\"") + "<bpmn:message id=\"bericht\" name=\"".length();
        return xml.substring(at, xml.indexOf('"', at));
    }

    private static List<RouteProblem> problems(SmallRoute route, String group, String processId) {
        return Blueprint.of("proef", SmallRoute.ROLES, bundle(route, group, processId))
                .problems();
    }

    private static RouteBundle bundle(SmallRoute route, String group, String processId) {
        var small = route.bundle();
        var drawings = new HashMap<>(small.drawings());
        drawings.put("klas.bpmn", group);
        return new RouteBundle(
                small.rootProcessId(),
                drawings,
                small.forms(),
                small.decisions(),
                CATALOGUE,
                List.of(new GroupProcess("klas", processId, null, false)));
    }
}
