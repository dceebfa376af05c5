package nl.landingsbaan.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.calendar.AnchorMove;
import nl.landingsbaan.platform.calendar.SchoolCalendar;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.servers.LocalZeebe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** The engine is away, or killed ({@code kill -9}) at work: the platform goes on, says so, and catches up by itself. */
class BrokerLossTest {

    private static final LocalDate START_MBO =
            LocalDate.now(PlatformClock.ZONE).plusMonths(6).withDayOfMonth(1);

    @TempDir
    Path directory;

    private LocalZeebe engine;
    private TestServers.Database database;

    @BeforeEach
    void servers() {
        database = TestServers.freshDatabase();
        engine = LocalZeebe.start(directory, LocalZeebe.Options.MODEST);
    }

    @AfterEach
    void endOfEngine() {
        engine.kill();
    }

    @Test
    void anEngineThatIsAwayAtTheStartIsToldEverythingWhenItComes() {
        engine.kill();

        try (var platform = platform()) {
            var region = platform.regions().make("vooraf", START_MBO);
            platform.regions().refer(region, "Noor", "Testman");
            assertThat(platform.engine().health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(platform.transfers(region)).hasSize(1);

            engine.restart();

            platform.complete(region, platform.only(region.mentor(), "Kennismaken"));
            platform.complete(region, platform.only(region.coach(), "Begeleiden"));
            assertThat(platform.engine().health().getStatus()).isEqualTo(Status.UP);
            platform.assertEachWentTheWholeWayOnce(region, 1);
        }
    }

    @Test
    void whileTheEngineIsAwayProfessionalsGoOnAndAfterwardsEverythingIsThereOnce() throws Exception {
        try (var platform = platform();
                var professionals = Executors.newFixedThreadPool(4)) {
            var region = platform.regions().make("midden", START_MBO);
            IntStream.range(0, 30).forEach(i -> platform.regions().refer(region, "Jongere" + i, "Testman"));
            awaitTasks(platform, region, 30);

            // Referring and completing go on while the engine dies.
            var tasks = platform.list(region.mentor());
            var atWork = IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<?>) () -> {
                        platform.regions().refer(region, "Nieuwkomer" + i, "Testman");
                        platform.complete(region, tasks.get(i));
                        return null;
                    })
                    .map(professionals::submit)
                    .toList();
            atWork.get(4).get();
            engine.kill();
            for (Future<?> each : atWork) {
                each.get();
            }
            await().atMost(RunningPlatform.SOON)
                    .untilAsserted(() ->
                            assertThat(platform.engine().health().getStatus()).isEqualTo(Status.DOWN));
            var open = platform.list(region.mentor());
            open.subList(0, 5).forEach(task -> platform.complete(region, task));
            assertThat(platform.list(region.mentor())).hasSize(open.size() - 5);

            engine.restart();

            await().atMost(RunningPlatform.SOON).until(() -> platform.engine().isReachable());
            completeAll(platform, region, 50);
            platform.assertEachWentTheWholeWayOnce(region, 50);
        }
    }

    @Test
    void aDayThatMovesWhileTheEngineIsAwayIsFollowedWhenItComes() {
        try (var platform = platform()) {
            var september = START_MBO.plusYears(1).withMonth(9);
            var region = platform.regions().make("verzet", september);
            platform.regions().refer(region, "Noor", "Testman");
            var task = platform.only(region.mentor(), "Kennismaken");
            var administrator = platform.regions().actor(region.region(), "beheerder", "programma");
            var calendar = platform.context().getBean(SchoolCalendar.class);

            engine.kill();
            var year = calendar.years(administrator).getFirst().code();
            calendar.move(administrator, year, "start_mbo", september.plusDays(7), "De opleiding begint later");
            await().atMost(RunningPlatform.SOON)
                    .untilAsserted(() ->
                            assertThat(platform.engine().health().getStatus()).isEqualTo(Status.DOWN));
            assertThat(calendar.moves(administrator))
                    .extracting(AnchorMove::followed)
                    .containsExactly(0);

            engine.restart();

            await().atMost(RunningPlatform.SOON.multipliedBy(2))
                    .untilAsserted(() -> assertThat(calendar.moves(administrator))
                            .extracting(AnchorMove::followed)
                            .containsExactly(1));
            var moved = platform.only(region.mentor(), "Kennismaken");
            assertThat(moved.id()).isEqualTo(task.id());
            assertThat(Duration.between(task.dueAt(), moved.dueAt())).isEqualTo(Duration.ofDays(7));
            platform.complete(region, moved);
            platform.complete(region, platform.only(region.coach(), "Begeleiden"));
            platform.assertEachWentTheWholeWayOnce(region, 1);
        }
    }

    /** Completes whatever appears until everybody has come to the end. */
    private static void completeAll(RunningPlatform platform, TestRegion region, int youngPeople) {
        await().atMost(RunningPlatform.SOON.multipliedBy(2)).untilAsserted(() -> {
            platform.list(region.mentor()).forEach(task -> platform.complete(region, task));
            platform.list(region.coach()).forEach(task -> platform.complete(region, task));
            assertThat(platform.transfers(region))
                    .hasSize(youngPeople)
                    .allSatisfy(transfer -> assertThat(transfer.outcome()).isNotNull());
        });
    }

    private static void awaitTasks(RunningPlatform platform, TestRegion region, int number) {
        await().atMost(RunningPlatform.SOON)
                .untilAsserted(() -> assertThat(platform.list(region.mentor())).hasSize(number));
    }

    private RunningPlatform platform() {
        return RunningPlatform.start(database, engine.grpcAddress());
    }
}
