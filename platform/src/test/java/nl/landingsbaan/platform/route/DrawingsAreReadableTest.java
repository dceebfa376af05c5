package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Drawings are laid out to be read: no line crosses another or runs through what it does not lead to, nothing overlaps, and no name
 * stands on a line or on something else.
 */
class DrawingsAreReadableTest {

    private static final List<Path> FOLDERS = List.of(Path.of("..", "processes"), Path.of("..", "tenants"));

    @TestFactory
    Stream<DynamicTest> everyDrawing() throws IOException {
        return FOLDERS.stream()
                .flatMap(DrawingsAreReadableTest::drawings)
                .map(file -> DynamicTest.dynamicTest(
                        file.getParent().getFileName() + "/" + file.getFileName(),
                        () -> assertThat(Layout.of(Files.readString(file)).problems())
                                .as("layout of %s", file.normalize())
                                .isEmpty()));
    }

    @Test
    void linesThatCrossAreFound() {
        assertThat(layout("""
                        <bpmndi:BPMNEdge bpmnElement="een"><di:waypoint x="36" y="18"/><di:waypoint x="200" y="118"/></bpmndi:BPMNEdge>
                        <bpmndi:BPMNEdge bpmnElement="twee"><di:waypoint x="36" y="118"/><di:waypoint x="200" y="18"/></bpmndi:BPMNEdge>
                        """)).anySatisfy(problem -> assertThat(problem).startsWith("een en twee kruisen elkaar"));
    }

    @Test
    void aLineThroughSomethingElseIsFound() {
        assertThat(layout("""
                        <bpmndi:BPMNShape bpmnElement="c"><dc:Bounds x="100" y="0" width="36" height="36"/></bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge bpmnElement="een"><di:waypoint x="36" y="18"/><di:waypoint x="200" y="18"/></bpmndi:BPMNEdge>
                        """)).anySatisfy(problem -> assertThat(problem).startsWith("een loopt door c"));
    }

    @Test
    void thingsThatOverlapAreFound() {
        assertThat(layout("""
                        <bpmndi:BPMNShape bpmnElement="c"><dc:Bounds x="10" y="10" width="36" height="36"/></bpmndi:BPMNShape>
                        """)).anySatisfy(problem -> assertThat(problem).startsWith("a en c liggen over elkaar"));
    }

    @Test
    void aNameOnALineIsFound() {
        assertThat(layout("""
                        <bpmndi:BPMNShape bpmnElement="c"><dc:Bounds x="100" y="40" width="36" height="36"/>
                          <bpmndi:BPMNLabel><dc:Bounds x="80" y="10" width="76" height="14"/></bpmndi:BPMNLabel></bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge bpmnElement="een"><di:waypoint x="36" y="18"/><di:waypoint x="200" y="18"/></bpmndi:BPMNEdge>
                        """)).anySatisfy(problem -> assertThat(problem).startsWith("een loopt door de naam van c"));
    }

    private static List<String> layout(String more) {
        return Layout.of("""
                        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                            xmlns:di="http://www.omg.org/spec/DD/20100524/DI">
                          <bpmn:process id="p">
                            <bpmn:startEvent id="a"/><bpmn:endEvent id="b"/><bpmn:endEvent id="c" name="Een naam"/>
                            <bpmn:startEvent id="d"/><bpmn:endEvent id="e"/>
                            <bpmn:sequenceFlow id="een" sourceRef="a" targetRef="b"/>
                            <bpmn:sequenceFlow id="twee" sourceRef="d" targetRef="e"/>
                          </bpmn:process>
                          <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">
                            <bpmndi:BPMNShape bpmnElement="a"><dc:Bounds x="0" y="0" width="36" height="36"/></bpmndi:BPMNShape>
                            <bpmndi:BPMNShape bpmnElement="b"><dc:Bounds x="200" y="0" width="36" height="36"/></bpmndi:BPMNShape>
                            %s
                          </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                        </bpmn:definitions>""".formatted(more)).problems();
    }

    private static Stream<Path> drawings(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
