package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteCompilerTest {

    private final List<DeployableProcess> compiled = Blueprint.of(
                    "proef", SmallRoute.ROLES, SmallRoute.faultless().bundle())
            .compile(3);
    private final BpmnModelInstance root = read(compiled.getFirst());
    private final BpmnModelInstance aftercare = read(compiled.getLast());

    @Test
    void everyIdThatRegionsCouldShareGetsTheRegionsPrefix() {
        assertThat(compiled).extracting(DeployableProcess::processId).containsExactly("proef.route", "proef.nazorg");
        assertThat(root.getModelElementsByType(Process.class))
                .extracting(Process::getId)
                .containsExactly("proef.route");
        assertThat(root.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactly("proef.datum");
        ZeebeCalledElement called = Extensions.single(element(root, "nazorg_fase"), ZeebeCalledElement.class);
        assertThat(called.getProcessId()).isEqualTo("proef.nazorg");
        assertThat(called.getBindingType()).hasToString("deployment");
    }

    @Test
    void aUserTaskBecomesAJobWithItsDueDateAndNothingElseOfThePlatform() {
        ServiceTask task = (ServiceTask) element(root, "gesprek");
        assertThat(Extensions.single(task, ZeebeTaskDefinition.class).getType()).isEqualTo("landingsbaan-task");
        assertThat(root.getModelElementsByType(ZeebeInput.class))
                .singleElement()
                .satisfies(input -> {
                    assertThat(input.getSource()).isEqualTo("=date(ankers.kerst)");
                    assertThat(input.getTarget()).isEqualTo("uiterlijk");
                });
        assertThat(root.getModelElementsByType(UserTask.class)).isEmpty();
        assertThat(root.getModelElementsByType(ZeebeFormDefinition.class)).isEmpty();
        assertThat(element(aftercare, "nazorg_gesprek")).isInstanceOf(ServiceTask.class);
    }

    @Test
    void phasesStartAndOutcomesTellThePlatform() {
        assertThat(listeners(root, "begin")).containsExactly("end landingsbaan-transfer-started");
        assertThat(listeners(root, "fase_intake"))
                .containsExactly("start landingsbaan-phase-entered", "end landingsbaan-phase-left");
        assertThat(listeners(root, "nazorg_fase"))
                .containsExactly("start landingsbaan-phase-entered", "end landingsbaan-phase-left");
        assertThat(listeners(root, "klaar")).containsExactly("start landingsbaan-transfer-ended");
        assertThat(listeners(root, "intake_einde")).isEmpty();
        assertThat(listeners(aftercare, "na_begin"))
                .as("an instance of its own")
                .containsExactly("end landingsbaan-moment");
        assertThat(listeners(root, "gesprek"))
                .as("its last day hangs on an anchor")
                .containsExactly("start landingsbaan-moment");
    }

    @Test
    void aTimerOnAnAnchorBetweenTwoStepsComesToStandOnTheEdgeOfAStepThatNobodyDoes() {
        var timer = "<bpmn:timerEventDefinition id=\"m1\"><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">"
                + "=date and time(date(ankers.kerst), time(\"06:00:00@Europe/Amsterdam\"))</bpmn:timeDate>"
                + "</bpmn:timerEventDefinition>";
        var compiled = read(Blueprint.of(
                        "proef",
                        SmallRoute.ROLES,
                        SmallRoute.faultless()
                                .replacing(
                                        "route.bpmn",
                                        "<bpmn:messageEventDefinition id=\"m1\" messageRef=\"bericht\" />",
                                        timer)
                                .bundle())
                .compile(3)
                .getFirst());

        var edge = (BoundaryEvent) element(compiled, "datum_gemeld");
        assertThat(edge.getAttachedTo()).isInstanceOf(ReceiveTask.class);
        assertThat(edge.cancelActivity()).isTrue();
        assertThat(edge.getOutgoing())
                .extracting(flow -> flow.getTarget().getId())
                .containsExactly("intake_einde");
        assertThat(edge.getAttachedTo().getIncoming())
                .extracting(flow -> flow.getSource().getId())
                .containsExactly("gesprek");
        assertThat(listeners(compiled, edge.getAttachedTo().getId())).containsExactly("start landingsbaan-moment");
        assertThat(listeners(compiled, "datum_gemeld")).isEmpty();
    }

    @Test
    void aPlaceIsWaitedForBeforeThePhaseAndGivenBackAfterIt() {
        var wanting = SmallRoute.faultless()
                .replacing(
                        "route.bpmn",
                        "<zeebe:property name=\"fase\" value=\"intake\" />",
                        "<zeebe:property name=\"fase\" value=\"intake\" /><zeebe:property name=\"plek\" value=\"intake\" />");
        var blueprint = Blueprint.of("proef", SmallRoute.ROLES, wanting.bundle());

        assertThat(listeners(read(blueprint.compile(3).getFirst()), "fase_intake"))
                .containsExactly(
                        "start landingsbaan-place-wanted",
                        "start landingsbaan-phase-entered",
                        "end landingsbaan-phase-left",
                        "end landingsbaan-place-left");
        assertThat(blueprint.places()).containsExactly(new Blueprint.WantedPlace("route", "fase_intake", "intake"));
    }

    @Test
    void everyVersionIsANewDefinitionForTheEngine() {
        var next = Blueprint.of(
                        "proef", SmallRoute.ROLES, SmallRoute.faultless().bundle())
                .compile(4);
        assertThat(next).zipSatisfy(compiled, (a, b) -> assertThat(a.xml()).isNotEqualTo(b.xml()));
    }

    private static List<String> listeners(BpmnModelInstance model, String id) {
        ZeebeExecutionListeners listeners = Extensions.single(element(model, id), ZeebeExecutionListeners.class);
        return listeners == null
                ? List.of()
                : listeners.getExecutionListeners().stream()
                        .map(l -> l.getEventType() + " " + l.getType())
                        .toList();
    }

    private static BaseElement element(BpmnModelInstance model, String id) {
        return (BaseElement) model.getModelElementById(id);
    }

    private static BpmnModelInstance read(DeployableProcess process) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(process.xml().getBytes(StandardCharsets.UTF_8)));
    }
}
