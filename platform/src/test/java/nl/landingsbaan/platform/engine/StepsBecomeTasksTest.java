package nl.landingsbaan.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.task.TaskClosed;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskState;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.Transfers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@WithServers(clock = TestServers.EngineClock.CONTROLLED)
@SpringBootTest(classes = TestPlatform.class)
class StepsBecomeTasksTest {

    private static final Duration SECONDS = Duration.ofSeconds(30);
    private static int count;

    @Autowired
    TestRegions regions;

    @Autowired
    Tasks tasks;

    @Autowired
    Transfers transfers;

    @Autowired
    EngineClock clock;

    @Autowired
    PlatformClock now;

    TestRegion region;
    LocalDate startMbo;

    @BeforeEach
    void aRegionThatStartsInHalfAYear() {
        startMbo = PlatformClock.today(now).plusMonths(6).withDayOfMonth(1);
        if (startMbo.getMonthValue() > 10) {
            startMbo = startMbo.plusMonths(4);
        }
        region = regions.make("regio" + ++count, startMbo);
    }

    @Test
    void aReferralOpensTheFirstTaskAndEachCompletionTheNextUntilTheEnd() {
        var transfer = regions.refer(region, "Noor", "Testman");

        complete(region.mentor(), only(region.mentor(), "Kennismaken"), kennismaken());
        complete(region.coach(), only(region.coach(), "Begeleiden"), Map.of("verslag", "Ging goed", "gestart", "ja"));

        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(transfers
                                .list(region.mentor(), TransferFilter.ALL, 0, 10)
                                .getFirst()
                                .outcome())
                        .isEqualTo("afgerond"));
        assertThat(tasks.way(region.mentor(), transfer))
                .extracting(TaskLine::state)
                .containsExactly(TaskState.COMPLETED, TaskState.COMPLETED);
        assertThat(transfers.dossier(region.mentor(), transfer).phases())
                .allSatisfy(phase -> assertThat(phase.leftAt()).isNotNull())
                .hasSize(2);
    }

    @Test
    void aTimerThatTakesAStepAwayTakesItsTaskOutOfTheListAndOpensTheNext() {
        var transfer = regions.refer(region, "Sam", "Testvrouw");
        var task = only(region.mentor(), "Kennismaken");

        clock.moveTo(startMbo.atTime(7, 0).atZone(PlatformClock.ZONE).toInstant());

        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(list(region.mentor())).isEmpty());
        assertThat(tasks.way(region.mentor(), transfer))
                .extracting(TaskLine::stepName, TaskLine::state)
                .contains(org.assertj.core.groups.Tuple.tuple("Kennismaken", TaskState.EXPIRED));
        assertThatThrownBy(() -> tasks.complete(region.mentor(), task.id(), kennismaken()))
                .isInstanceOfSatisfying(
                        TaskClosed.class, closed -> assertThat(closed.state()).isEqualTo(TaskState.EXPIRED));
    }

    @Test
    void somethingReportedFromTheDossierEndsTheRouteAndItsTasks() {
        var transfer = regions.refer(region, "Bo", "Tester");
        only(region.mentor(), "Kennismaken");
        var event = transfers.dossier(region.mentor(), transfer).events().getFirst();

        transfers.report(region.mentor(), transfer, event.stepId(), Map.of("reden_afmelden", "verhuisd"));

        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(list(region.mentor())).isEmpty());
        assertThat(transfers.dossier(region.mentor(), transfer).summary().outcome())
                .isEqualTo("gestopt");
    }

    private Map<String, Object> kennismaken() {
        var answers = new HashMap<String, Object>();
        answers.put("coach", Long.toString(region.coach().accountId()));
        answers.put("gaat_door", "ja");
        return answers;
    }

    private void complete(Actor actor, TaskSummary task, Map<String, Object> answers) {
        tasks.complete(actor, task.id(), answers);
        assertThat(list(actor)).doesNotContain(task);
    }

    private TaskSummary only(Actor actor, String stepName) {
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(list(actor))
                        .singleElement()
                        .extracting(TaskSummary::stepName)
                        .isEqualTo(stepName));
        return list(actor).getFirst();
    }

    private List<TaskSummary> list(Actor actor) {
        return tasks.list(actor, TaskFilter.ALL, null, 50).tasks();
    }
}
