package nl.landingsbaan.bench;

import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.tenant.CatalogueFile;

/** The route of the young people of earlier years: four phases, in each a task for three of the twelve roles. */
final class HistoricRoute {

    static final int PHASES = 4;
    static final int TASKS_PER_PHASE = 3;

    private static final String FORM = """
            {"id":"stap","type":"default","components":[{"type":"radio","key":"gaat_door","validate":{"required":true}}]}
            """;

    private static final String FIELDS = """
            gaat_door:
              label: Gaat door?
              soort: keuze
              categorie: voortgang
              procesvariabele: ja
              keuzes: {ja: Ja, nee: Nee}
            """;

    private HistoricRoute() {}

    static String phase(int number) {
        return "fase_" + number;
    }

    static RouteBundle bundle(List<String> roles) {
        var drawing = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
                xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="vroeger-definities" targetNamespace="http://bpmn.io/schema/bpmn">
                <bpmn:process id="vroeger" name="Vroeger" isExecutable="true">
                <bpmn:startEvent id="begin" name="Aangemeld"><bpmn:extensionElements><zeebe:formDefinition formId="stap" />
                <zeebe:properties><zeebe:property name="rollen" value="mentor" /></zeebe:properties></bpmn:extensionElements>
                <bpmn:outgoing>naar-fase_0</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="naar-fase_0" sourceRef="begin" targetRef="fase_0" />
                """);
        for (int phase = 0; phase < PHASES; phase++) {
            phase(drawing, phase, roles);
        }
        drawing.append("""
                <bpmn:endEvent id="eind" name="Afgerond"><bpmn:extensionElements><zeebe:properties>
                <zeebe:property name="uitkomst" value="afgerond" /></zeebe:properties></bpmn:extensionElements>
                <bpmn:incoming>naar-eind</bpmn:incoming></bpmn:endEvent></bpmn:process></bpmn:definitions>
                """);
        return new RouteBundle(
                "vroeger",
                Map.of("vroeger.bpmn", drawing.toString()),
                Map.of("stap", FORM),
                CatalogueFile.parse(FIELDS));
    }

    private static void phase(StringBuilder drawing, int number, List<String> roles) {
        var id = phase(number);
        var next = number == PHASES - 1 ? "eind" : phase(number + 1);
        drawing.append("""
                <bpmn:subProcess id="%1$s" name="Fase %2$d"><bpmn:extensionElements><zeebe:properties>
                <zeebe:property name="fase" value="%1$s" /></zeebe:properties></bpmn:extensionElements>
                <bpmn:incoming>naar-%1$s</bpmn:incoming><bpmn:outgoing>naar-%3$s</bpmn:outgoing>
                <bpmn:startEvent id="%1$s-begin"><bpmn:outgoing>%1$s-0</bpmn:outgoing></bpmn:startEvent>
                """.formatted(id, number + 1, next));
        var before = id + "-begin";
        for (int task = 0; task < TASKS_PER_PHASE; task++) {
            var index = number * TASKS_PER_PHASE + task;
            drawing.append("""
                    <bpmn:sequenceFlow id="%1$s-%2$d" sourceRef="%3$s" targetRef="stap_%4$d" />
                    <bpmn:userTask id="stap_%4$d" name="Stap %4$d"><bpmn:extensionElements>
                    <zeebe:assignmentDefinition candidateGroups="%5$s" /><zeebe:formDefinition formId="stap" />
                    </bpmn:extensionElements><bpmn:incoming>%1$s-%2$d</bpmn:incoming>
                    <bpmn:outgoing>%1$s-%6$d</bpmn:outgoing></bpmn:userTask>
                    """.formatted(id, task, before, index, roles.get(index), task + 1));
            before = "stap_" + index;
        }
        drawing.append("""
                <bpmn:sequenceFlow id="%1$s-%2$d" sourceRef="%3$s" targetRef="%1$s-eind" />
                <bpmn:endEvent id="%1$s-eind"><bpmn:incoming>%1$s-%2$d</bpmn:incoming></bpmn:endEvent></bpmn:subProcess>
                <bpmn:sequenceFlow id="naar-%4$s" sourceRef="%1$s" targetRef="%4$s" />
                """.formatted(id, TASKS_PER_PHASE, before, next));
    }
}
