package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.region.HolidayRegion;
import nl.landingsbaan.platform.region.SchoolHolidays;
import nl.landingsbaan.platform.tenant.LibraryRoutes;
import org.junit.jupiter.api.Test;

/** Weeks counted by the real engine: in a due date, in a timer, in a script and in a condition. */
class WeekCountOnEngineTest {

    private static final SchoolHolidays SOUTH = LibraryRoutes.holidays(HolidayRegion.ZUID);

    @Test
    void theEngineCountsAsWritten() throws Exception {
        try (var route = new WalkedRoute(
                Blueprint.of("weken", SmallRoute.ROLES, counting().bundle()).compile(1))) {
            assertThat(dueAfter(route, "2026-12-15", 1, SOUTH.freeWeeks())).isEqualTo(LocalDate.of(2027, 1, 5));
            assertThat(dueAfter(route, "2026-07-06", 3, SOUTH.freeWeeks())).isEqualTo(LocalDate.of(2026, 9, 7));
            assertThat(dueAfter(route, "2027-01-06", -1, SOUTH.freeWeeks())).isEqualTo(LocalDate.of(2026, 12, 16));
            assertThat(dueAfter(route, "2026-12-12", 1, SOUTH.freeWeeks())).isEqualTo(LocalDate.of(2027, 1, 9));
            assertThat(dueAfter(route, "2026-12-15", 1, List.of())).isEqualTo(LocalDate.of(2026, 12, 22));

            var waiting = start(route, route.today().plusDays(3).toString(), 1, List.of());
            waiting.due("gesprek");
            route.moveTo(route.today().plusDays(9));
            waiting.due("gesprek");
            route.moveTo(route.today().plusDays(1));
            waiting.loses("gesprek");
            waiting.due("nazorg_gesprek");
        }
    }

    private static LocalDate dueAfter(WalkedRoute route, String from, int weeks, List<LocalDate> free) {
        return start(route, from, weeks, free).due("gesprek");
    }

    private static WalkedRoute.Transfer start(WalkedRoute route, String from, int weeks, List<LocalDate> free) {
        return route.start(Map.of(
                "ankers", Map.of("kerst", from),
                "parameters", Map.of("weken", weeks),
                "kalender",
                        Map.of("vrij", free.stream().map(LocalDate::toString).toList())));
    }

    /** The due date counts weeks, a timer on the talk does, and the gateway behind it. */
    private static SmallRoute counting() {
        return SmallRoute.faultless()
                .replacing("route.bpmn", "=date(ankers.kerst)", "=weken_na(ankers.kerst, parameters.weken)")
                .replacing("route.bpmn", "<bpmn:endEvent id=\"intake_einde\">", """
                        <bpmn:boundaryEvent id="te_laat" attachedToRef="gesprek">
                          <bpmn:outgoing>i4</bpmn:outgoing>
                          <bpmn:timerEventDefinition id="t1"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">
                            =date and time(weken_na(ankers.kerst, parameters.weken), time("06:00:00@Europe/Amsterdam"))
                          </bpmn:timeDate></bpmn:timerEventDefinition>
                        </bpmn:boundaryEvent>
                        <bpmn:scriptTask id="tellen" name="Tellen">
                          <bpmn:extensionElements>
                            <zeebe:script expression="=weken_na(ankers.kerst, 2) - weken_na(ankers.kerst, 1) = duration(&#34;P7D&#34;)"
                                resultVariable="een_week" />
                          </bpmn:extensionElements>
                          <bpmn:incoming>i4</bpmn:incoming>
                          <bpmn:outgoing>i5</bpmn:outgoing>
                        </bpmn:scriptTask>
                        <bpmn:exclusiveGateway id="laat" default="i7">
                          <bpmn:incoming>i5</bpmn:incoming>
                          <bpmn:outgoing>i6</bpmn:outgoing>
                          <bpmn:outgoing>i7</bpmn:outgoing>
                        </bpmn:exclusiveGateway>
                        <bpmn:endEvent id="laat_einde"><bpmn:incoming>i6</bpmn:incoming></bpmn:endEvent>
                        <bpmn:userTask id="nooit" name="Nooit">
                          <bpmn:extensionElements>
                            <zeebe:assignmentDefinition candidateGroups="coach" />
                            <zeebe:formDefinition formId="gesprek" />
                          </bpmn:extensionElements>
                          <bpmn:incoming>i7</bpmn:incoming>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="i4" sourceRef="te_laat" targetRef="tellen" />
                        <bpmn:sequenceFlow id="i5" sourceRef="tellen" targetRef="laat" />
                        <bpmn:sequenceFlow id="i6" sourceRef="laat" targetRef="laat_einde">
                          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=een_week and weken_na(ankers.kerst, 1) > date(ankers.kerst)</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>
                        <bpmn:sequenceFlow id="i7" sourceRef="laat" targetRef="nooit" />
                        <bpmn:endEvent id="intake_einde">""");
    }
}
