package nl.landingsbaan.platform.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import nl.landingsbaan.platform.TestRegions;
import org.springframework.core.io.ClassPathResource;

/** The small route of the tests, in which a table decides between the last task and the end. */
final class DecidingRoute {

    static final String FILE = "begeleiding.dmn";

    private DecidingRoute() {}

    /** After the coach's task the route ends as {@code gestopt} when the table says {@code intensief}, else as {@code afgerond}. */
    static RouteBundle faultless() {
        var klein = TestRegions.klein();
        var drawing = klein.drawings()
                .get("klein.bpmn")
                .replace("""
                    <bpmn:sequenceFlow id="naar-eind" sourceRef="tweede" targetRef="eind" />
                """, """
                    <bpmn:sequenceFlow id="naar-eind" sourceRef="tweede" targetRef="beslissen" />
                    <bpmn:businessRuleTask id="beslissen" name="Begeleiding kiezen">
                      <bpmn:extensionElements>
                        <zeebe:calledDecision decisionId="begeleiding" resultVariable="advies" />
                      </bpmn:extensionElements>
                      <bpmn:incoming>naar-eind</bpmn:incoming>
                      <bpmn:outgoing>naar-keuze</bpmn:outgoing>
                    </bpmn:businessRuleTask>
                    <bpmn:sequenceFlow id="naar-keuze" sourceRef="beslissen" targetRef="keuze" />
                    <bpmn:exclusiveGateway id="keuze" name="Intensief?" default="naar-afgerond">
                      <bpmn:incoming>naar-keuze</bpmn:incoming>
                      <bpmn:outgoing>naar-afgerond</bpmn:outgoing>
                      <bpmn:outgoing>naar-zwaar</bpmn:outgoing>
                    </bpmn:exclusiveGateway>
                    <bpmn:sequenceFlow id="naar-afgerond" sourceRef="keuze" targetRef="eind" />
                    <bpmn:sequenceFlow id="naar-zwaar" sourceRef="keuze" targetRef="zwaar">
                      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=advies = "intensief"</bpmn:conditionExpression>
                    </bpmn:sequenceFlow>
                    <bpmn:endEvent id="zwaar" name="Zware begeleiding">
                      <bpmn:extensionElements>
                        <zeebe:properties>
                          <zeebe:property name="uitkomst" value="gestopt" />
                        </zeebe:properties>
                      </bpmn:extensionElements>
                      <bpmn:incoming>naar-zwaar</bpmn:incoming>
                    </bpmn:endEvent>
                """)
                .replace(
                        "<bpmn:incoming>naar-eind</bpmn:incoming>\n    </bpmn:endEvent>",
                        "<bpmn:incoming>naar-afgerond</bpmn:incoming>\n    </bpmn:endEvent>");
        return new RouteBundle(
                klein.rootProcessId(),
                Map.of("klein.bpmn", drawing),
                klein.forms(),
                Map.of(FILE, table()),
                klein.catalogue());
    }

    /** The same with another table, or without when it is null. */
    static RouteBundle deciding(String table) {
        var route = faultless();
        return new RouteBundle(
                route.rootProcessId(),
                route.drawings(),
                route.forms(),
                table == null ? Map.of() : Map.of(FILE, table),
                route.catalogue());
    }

    /** The same with one thing changed in its drawing. */
    static RouteBundle drawn(String text, String by) {
        var route = faultless();
        var drawings = new HashMap<String, String>();
        route.drawings().forEach((file, xml) -> drawings.put(file, replaced(xml, text, by)));
        return new RouteBundle(route.rootProcessId(), drawings, route.forms(), route.decisions(), route.catalogue());
    }

    /** The table as it stands among the resources. */
    static String table() {
        try {
            return new ClassPathResource("routes/" + FILE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String table(String text, String by) {
        return replaced(table(), text, by);
    }

    private static String replaced(String content, String text, String by) {
        if (!content.contains(text)) {
            throw new IllegalArgumentException("Not there: " + text);
        }
        return content.replace(text, by);
    }
}
