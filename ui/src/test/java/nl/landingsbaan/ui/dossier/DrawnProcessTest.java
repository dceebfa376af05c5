package nl.landingsbaan.ui.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import nl.landingsbaan.platform.route.Drawing;
import org.junit.jupiter.api.Test;

class DrawnProcessTest {

    @Test
    void onlyAnInterruptingMessageStartOfAnEventSubProcessStopsTheWay() {
        var process = DrawnProcess.of(new Drawing("route", """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
                  <bpmn:process id="route" name="De route">
                    <bpmn:startEvent id="begin" />
                    <bpmn:intermediateCatchEvent id="datum"><bpmn:messageEventDefinition /></bpmn:intermediateCatchEvent>
                    <bpmn:subProcess id="afmelding" triggeredByEvent="true">
                      <bpmn:startEvent id="afgemeld"><bpmn:messageEventDefinition /></bpmn:startEvent>
                    </bpmn:subProcess>
                    <bpmn:subProcess id="verhuizing" triggeredByEvent="true">
                      <bpmn:startEvent id="verhuisd" isInterrupting="false"><bpmn:messageEventDefinition /></bpmn:startEvent>
                    </bpmn:subProcess>
                    <bpmn:subProcess id="termijn" triggeredByEvent="true">
                      <bpmn:startEvent id="verlopen"><bpmn:timerEventDefinition /></bpmn:startEvent>
                      <bpmn:boundaryEvent id="bericht"><bpmn:messageEventDefinition /></bpmn:boundaryEvent>
                    </bpmn:subProcess>
                  </bpmn:process>
                </bpmn:definitions>
                """));

        assertThat(process.name()).isEqualTo("De route");
        assertThat(process.stopping()).containsExactly("afgemeld");
    }
}
