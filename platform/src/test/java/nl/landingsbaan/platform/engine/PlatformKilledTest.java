package nl.landingsbaan.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.engine.CrashingPlatform.Moment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The platform is killed ({@code kill -9}) at the worst moments, and another one takes over. */
class PlatformKilledTest {

    private static TestServers.Database database;
    private static TestServers.Engine engine;

    @BeforeAll
    static void servers() {
        database = TestServers.freshDatabase();
        engine = TestServers.ownEngine(TestServers.EngineClock.REAL);
    }

    @AfterAll
    static void endOfServers() throws Exception {
        engine.close();
    }

    @Test
    void aJobThatWasReceivedButNotCommittedBecomesOneTask() throws Exception {
        kill("vooraf", Moment.A_JOB_IS_RECEIVED_AND_ITS_TASK_NOT_COMMITTED);

        try (var platform = platform()) {
            var region = platform.regions().find("vooraf");
            assertThat(platform.count(
                            "task WHERE region_id = ?", region.region().id()))
                    .as("nothing was committed")
                    .isZero();

            platform.complete(region, platform.only(region.mentor(), "Kennismaken"));

            goOnToTheEnd(platform, region);
        }
    }

    @Test
    void aCompletionThatWasCommittedReachesTheEngine() throws Exception {
        kill("onverteld", Moment.A_COMPLETION_IS_COMMITTED_AND_THE_ENGINE_NOT_TOLD);

        try (var platform = platform()) {
            goOnToTheEnd(platform, platform.regions().find("onverteld"));
        }
    }

    @Test
    void aCompletionOfWhichTheAnswerWasNotHeardIsNotDoneTwice() throws Exception {
        kill("ongehoord", Moment.A_COMPLETION_IS_TOLD_AND_THE_ANSWER_NOT_HEARD);

        try (var platform = platform()) {
            goOnToTheEnd(platform, platform.regions().find("ongehoord"));
        }
    }

    @Test
    void aTransferOfWhichTheStartWasNotAnsweredRunsOnce() throws Exception {
        kill("dubbel", Moment.A_START_IS_TOLD_AND_THE_ANSWER_NOT_HEARD);

        try (var platform = platform()) {
            var region = platform.regions().find("dubbel");
            platform.complete(region, platform.only(region.mentor(), "Kennismaken"));

            goOnToTheEnd(platform, region);
        }
    }

    private static void goOnToTheEnd(RunningPlatform platform, TestRegion region) {
        platform.complete(region, platform.only(region.coach(), "Begeleiden"));
        platform.assertEachWentTheWholeWayOnce(region, 1);
    }

    private static RunningPlatform platform() {
        return RunningPlatform.start(database, engine.grpcAddress());
    }

    /** Runs a platform until it stands still, and kills it there. */
    private static void kill(String region, Moment moment) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CrashingPlatform.class.getName()));
        command.addAll(List.of(RunningPlatform.arguments(
                database, engine.grpcAddress(), "--crash.region=" + region, "--crash.moment=" + moment)));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var said = new StringBuilder();
            for (var line = output.readLine(); !CrashingPlatform.STANDS_STILL.equals(line); line = output.readLine()) {
                assertThat(line).as("the platform ended: %s", said).isNotNull();
                said.append(line).append('\n');
            }
        } finally {
            process.destroyForcibly();
        }
        await().atMost(RunningPlatform.SOON).until(() -> !process.isAlive());
    }
}
