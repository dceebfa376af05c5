package nl.landingsbaan.platform.route;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.tenant.CatalogueFile;

/** A faultless small route, in which a test spoils one thing. */
record SmallRoute(Map<String, String> drawings, Map<String, String> forms) {

    static final Set<String> ROLES = Set.of("mentor", "coach");

    static SmallRoute faultless() {
        return new SmallRoute(
                Map.of("route.bpmn", ROOT, "nazorg.bpmn", AFTERCARE),
                Map.of("aanmelding", FORM.formatted("aanmelding"), "gesprek", FORM.formatted("gesprek")));
    }

    SmallRoute replacing(String file, String text, String by) {
        Map<String, String> spoilt = new HashMap<>(drawings);
        String before = spoilt.get(file);
        if (!before.contains(text)) {
            throw new IllegalArgumentException("Not in " + file + ": " + text);
        }
        spoilt.put(file, before.replace(text, by));
        return new SmallRoute(spoilt, forms);
    }

    SmallRoute with(String file, String xml) {
        Map<String, String> more = new HashMap<>(drawings);
        more.put(file, xml);
        return new SmallRoute(more, forms);
    }

    SmallRoute withForm(String id, String json) {
        Map<String, String> more = new HashMap<>(forms);
        more.put(id, json);
        return new SmallRoute(drawings, more);
    }

    SmallRoute without(String file) {
        Map<String, String> fewer = new HashMap<>(drawings);
        fewer.remove(file);
        return new SmallRoute(fewer, forms);
    }

    RouteBundle bundle() {
        return new RouteBundle("route", drawings, forms, CATALOGUE);
    }

    static final Catalogue CATALOGUE = CatalogueFile.parse("""
            gestart:
              label: Gestart
              soort: keuze
              categorie: uitkomst
              procesvariabele: ja
              keuzes: {ja: Ja, nee: Nee}
            verslag: {label: Verslag, soort: lange-tekst, categorie: voortgang}
            dagen: {label: Dagen, soort: getal, categorie: voortgang}
            """);

    private static final String FORM = """
            {"id": "%s", "components": [
              {"type": "radio", "key": "gestart"},
              {"type": "textarea", "key": "verslag"}]}""";

    private static final String ROOT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                id="d" targetNamespace="http://bpmn.io/schema/bpmn">
              <bpmn:process id="route" isExecutable="true">
                <bpmn:startEvent id="begin">
                  <bpmn:extensionElements>
                    <zeebe:formDefinition formId="aanmelding" />
                    <zeebe:properties><zeebe:property name="rollen" value="mentor" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:outgoing>p1</bpmn:outgoing>
                </bpmn:startEvent>
                <bpmn:subProcess id="fase_intake" name="Intake">
                  <bpmn:extensionElements>
                    <zeebe:properties><zeebe:property name="fase" value="intake" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>p1</bpmn:incoming>
                  <bpmn:outgoing>p2</bpmn:outgoing>
                  <bpmn:startEvent id="intake_begin"><bpmn:outgoing>i1</bpmn:outgoing></bpmn:startEvent>
                  <bpmn:userTask id="gesprek" name="Gesprek voeren">
                    <bpmn:documentation>Daarom.</bpmn:documentation>
                    <bpmn:extensionElements>
                      <zeebe:assignmentDefinition candidateGroups="coach" />
                      <zeebe:formDefinition formId="gesprek" />
                      <zeebe:taskSchedule dueDate="=date(ankers.kerst)" />
                    </bpmn:extensionElements>
                    <bpmn:incoming>i1</bpmn:incoming>
                    <bpmn:outgoing>i2</bpmn:outgoing>
                  </bpmn:userTask>
                  <bpmn:intermediateCatchEvent id="datum_gemeld" name="Datum gemeld">
                    <bpmn:extensionElements>
                      <zeebe:properties>
                        <zeebe:property name="rollen" value="mentor,coach" />
                        <zeebe:property name="formulier" value="gesprek" />
                      </zeebe:properties>
                    </bpmn:extensionElements>
                    <bpmn:incoming>i2</bpmn:incoming>
                    <bpmn:outgoing>i3</bpmn:outgoing>
                    <bpmn:messageEventDefinition id="m1" messageRef="bericht" />
                  </bpmn:intermediateCatchEvent>
                  <bpmn:endEvent id="intake_einde"><bpmn:incoming>i3</bpmn:incoming></bpmn:endEvent>
                  <bpmn:sequenceFlow id="i1" sourceRef="intake_begin" targetRef="gesprek" />
                  <bpmn:sequenceFlow id="i2" sourceRef="gesprek" targetRef="datum_gemeld" />
                  <bpmn:sequenceFlow id="i3" sourceRef="datum_gemeld" targetRef="intake_einde" />
                </bpmn:subProcess>
                <bpmn:callActivity id="nazorg_fase" name="Nazorg">
                  <bpmn:extensionElements>
                    <zeebe:calledElement processId="nazorg" />
                    <zeebe:properties><zeebe:property name="fase" value="nazorg" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>p2</bpmn:incoming>
                  <bpmn:outgoing>p3</bpmn:outgoing>
                </bpmn:callActivity>
                <bpmn:exclusiveGateway id="keuze" name="Gestart?" default="p5">
                  <bpmn:incoming>p3</bpmn:incoming>
                  <bpmn:outgoing>p4</bpmn:outgoing>
                  <bpmn:outgoing>p5</bpmn:outgoing>
                </bpmn:exclusiveGateway>
                <bpmn:endEvent id="klaar" name="Klaar">
                  <bpmn:extensionElements>
                    <zeebe:properties><zeebe:property name="uitkomst" value="afgerond" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>p4</bpmn:incoming>
                </bpmn:endEvent>
                <bpmn:endEvent id="niet" name="Niet gestart">
                  <bpmn:extensionElements>
                    <zeebe:properties><zeebe:property name="uitkomst" value="niet_gestart" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>p5</bpmn:incoming>
                </bpmn:endEvent>
                <bpmn:sequenceFlow id="p1" sourceRef="begin" targetRef="fase_intake" />
                <bpmn:sequenceFlow id="p2" sourceRef="fase_intake" targetRef="nazorg_fase" />
                <bpmn:sequenceFlow id="p3" sourceRef="nazorg_fase" targetRef="keuze" />
                <bpmn:sequenceFlow id="p4" sourceRef="keuze" targetRef="klaar">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=gestart = "ja"</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="p5" sourceRef="keuze" targetRef="niet" />
              </bpmn:process>
              <bpmn:message id="bericht" name="datum">
                <bpmn:extensionElements><zeebe:subscription correlationKey="=transfer" /></bpmn:extensionElements>
              </bpmn:message>
            </bpmn:definitions>
            """;

    private static final String AFTERCARE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:z="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
              <process id="nazorg" isExecutable="true">
                <startEvent id="na_begin"><outgoing>n1</outgoing></startEvent>
                <userTask id="nazorg_gesprek" name="Nazorg">
                  <extensionElements>
                    <z:assignmentDefinition candidateGroups="mentor" />
                    <z:formDefinition formId="gesprek" />
                  </extensionElements>
                  <incoming>n1</incoming>
                  <outgoing>n2</outgoing>
                </userTask>
                <endEvent id="na_einde"><incoming>n2</incoming></endEvent>
                <sequenceFlow id="n1" sourceRef="na_begin" targetRef="nazorg_gesprek" />
                <sequenceFlow id="n2" sourceRef="nazorg_gesprek" targetRef="na_einde" />
              </process>
            </definitions>
            """;
}
