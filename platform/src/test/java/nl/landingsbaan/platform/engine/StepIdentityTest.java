package nl.landingsbaan.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.ClientStatusException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskState;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferStarted;
import nl.landingsbaan.platform.transfer.TransferSummary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Engine keys are addresses, not identities: whatever comes twice or under another key is known by the transfer. */
class StepIdentityTest {

    private static final LocalDate START_MBO =
            LocalDate.now(PlatformClock.ZONE).plusMonths(6).withDayOfMonth(1);

    /** A key of the engine's first partition that nothing has: its numbers begin much higher. */
    private static final long UNKNOWN_KEY = (1L << 51) + 1;

    private static final String JOBS_COME_ROUND = "--landingsbaan.engine.held-lease=3s";

    private static TestServers.Engine engine;
    private static TestServers.Database database;
    private static RunningPlatform platform;

    @BeforeAll
    static void aPlatformToWhichJobsComeRoundEveryFewSeconds() {
        engine = TestServers.ownEngine(TestServers.EngineClock.REAL);
        database = TestServers.freshDatabase();
        platform = RunningPlatform.start(database, engine.grpcAddress(), JOBS_COME_ROUND);
    }

    @AfterAll
    static void end() throws Exception {
        platform.close();
        engine.close();
    }

    @Test
    void aStepThatComesBackUnderAnotherKeyIsAdoptedAndNotOpenedTwice() {
        var region = platform.regions().make("adoptie", START_MBO);
        var transfer = platform.regions().refer(region, "Noor", "Testman");
        var task = platform.only(region.mentor(), "Kennismaken");
        var realKey = jobKey(task.id());

        platform.context()
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        transaction -> jdbc().sql("UPDATE task SET job_key = ?, element_instance_key = ? WHERE id = ?")
                                .params(UNKNOWN_KEY, UNKNOWN_KEY, task.id())
                                .update());

        await().atMost(RunningPlatform.SOON)
                .untilAsserted(() -> assertThat(jobKey(task.id())).isEqualTo(realKey));
        assertThat(platform.tasks().way(region.mentor(), transfer))
                .extracting(TaskLine::id, TaskLine::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(task.id(), TaskState.OPEN));
        platform.complete(region, platform.only(region.mentor(), "Kennismaken"));
        goOnToTheEnd(region, 1);
    }

    @Test
    void aTaskThatGotLostIsBackAfterTheLeaseOfItsJob() {
        var region = platform.regions().make("verloren", START_MBO);
        platform.regions().refer(region, "Noor", "Testman");
        var task = platform.only(region.mentor(), "Kennismaken");
        List.of("inbox WHERE task_id = ?", "task WHERE id = ?")
                .forEach(rows -> platform.context()
                        .getBean(TransactionTemplate.class)
                        .executeWithoutResult(transaction -> jdbc().sql("DELETE FROM " + rows)
                                .param(task.id())
                                .update()));

        platform.complete(region, platform.only(region.mentor(), "Kennismaken"));

        goOnToTheEnd(region, 1);
    }

    @Test
    void aTaskCanBeCompletedWhileItsJobIsBetweenTwoLeases() {
        var region = platform.regions().make("tussenin", START_MBO);
        platform.regions().refer(region, "Noor", "Testman");
        var task = platform.only(region.mentor(), "Kennismaken");
        var client = platform.context().getBean(EngineConnection.class).client();
        platform.context().getBean(JobWorkers.class).close();
        await().atMost(RunningPlatform.SOON)
                .untilAsserted(() -> assertThatThrownBy(() -> client.newUpdateTimeoutCommand(jobKey(task.id()))
                                .timeout(Duration.ofMillis(1))
                                .send()
                                .join())
                        .isInstanceOfSatisfying(
                                ClientStatusException.class,
                                e -> assertThat(e.getStatusCode()).isEqualTo(io.grpc.Status.Code.FAILED_PRECONDITION)));

        platform.complete(region, task);

        platform.context().getBean(JobWorkers.class).open(client);
        goOnToTheEnd(region, 1);
    }

    @Test
    void aTransferThatWasStartedTwiceRunsOnce() {
        var region = platform.regions().make("tweemaal", START_MBO);
        var youngPeople = 10;
        IntStream.range(0, youngPeople).forEach(i -> platform.regions().refer(region, "Jongere" + i, "Testman"));

        platform.transfers(region).forEach(transfer -> startAgain(region, transfer));
        platform.transfers(region).forEach(transfer -> startAgain(region, transfer));

        await().atMost(RunningPlatform.SOON)
                .untilAsserted(() -> assertThat(platform.list(region.mentor())).hasSize(youngPeople));
        platform.list(region.mentor()).forEach(task -> platform.complete(region, task));
        goOnToTheEnd(region, youngPeople);
    }

    @Test
    void aTransferThatIsStartedAgainAfterItsEndStaysEnded() {
        var region = platform.regions().make("nogmaals", START_MBO);
        platform.regions().refer(region, "Noor", "Testman");
        platform.complete(region, platform.only(region.mentor(), "Kennismaken"));
        goOnToTheEnd(region, 1);

        var transfer = platform.transfers(region).getFirst();
        startAgain(region, transfer);
        startAgain(region, transfer);

        // The engine handles a message of later: what was started before it has been handled by then.
        platform.regions().refer(region, "Sam", "Testman");
        platform.complete(region, platform.only(region.mentor(), "Kennismaken"));
        goOnToTheEnd(region, 2);
    }

    @Test
    void twoPlatformsOnOneDatabaseDoEverythingOnce() {
        var region = platform.regions().make("samen", START_MBO);
        var youngPeople = 20;
        IntStream.range(0, 10).forEach(i -> platform.regions().refer(region, "Jongere" + i, "Testman"));

        // The other one starts in the middle, and says again whatever it finds in the outbox.
        try (var other = RunningPlatform.start(database, engine.grpcAddress(), JOBS_COME_ROUND)) {
            IntStream.range(10, youngPeople).forEach(i -> other.regions().refer(region, "Jongere" + i, "Testman"));
            await().atMost(RunningPlatform.SOON)
                    .untilAsserted(() -> assertThat(other.list(region.mentor())).hasSize(youngPeople));
            var open = platform.list(region.mentor());
            open.subList(0, 10).forEach(task -> platform.complete(region, task));
            open.subList(10, youngPeople).forEach(task -> other.complete(region, task));
            goOnToTheEnd(region, youngPeople);
        }
    }

    private static void startAgain(TestRegion region, TransferSummary transfer) {
        var variables = new HashMap<String, Object>();
        variables.put("transfer", Long.toString(transfer.id()));
        variables.put("ankers", Map.of(SchoolYear.START_MBO, START_MBO.toString()));
        var version = jdbc().sql("SELECT route_version_id FROM transfer WHERE id = ?")
                .param(transfer.id())
                .query(Long.class)
                .single();
        platform.context()
                .getBean(EngineCommands.class)
                .start(new TransferStarted(region.region().id(), transfer.id(), version, variables));
    }

    private static void goOnToTheEnd(TestRegion region, int youngPeople) {
        await().atMost(RunningPlatform.SOON).untilAsserted(() -> {
            platform.list(region.coach()).forEach(task -> platform.complete(region, task));
            assertThat(platform.transfers(region))
                    .extracting(TransferSummary::outcome)
                    .doesNotContainNull();
        });
        platform.assertEachWentTheWholeWayOnce(region, youngPeople);
    }

    private static JdbcClient jdbc() {
        return platform.context().getBean(JdbcClient.class);
    }

    private static long jobKey(long taskId) {
        return jdbc().sql("SELECT job_key FROM task WHERE id = ?")
                .param(taskId)
                .query(Long.class)
                .single();
    }
}
