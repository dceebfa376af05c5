package nl.landingsbaan.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.place.HeldPlace;
import nl.landingsbaan.platform.place.PlaceKind;
import nl.landingsbaan.platform.place.PlaceOverview.Waiting;
import nl.landingsbaan.platform.place.PlaceQueue;
import nl.landingsbaan.platform.place.Places;
import nl.landingsbaan.platform.place.Wish;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteRejected;
import nl.landingsbaan.platform.route.RouteState;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.time.PlatformClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Engine keys are addresses, not identities: that goes for places too. */
class PlaceJobsTest {

    private static final LocalDate START_MBO =
            LocalDate.now(PlatformClock.ZONE).plusMonths(6).withDayOfMonth(1);

    /** A key of the engine's first partition that nothing has: its numbers begin much higher. */
    private static final long UNKNOWN_KEY = (1L << 51) + 7;

    private static TestServers.Engine engine;
    private static RunningPlatform platform;

    @BeforeAll
    static void aPlatformToWhichJobsComeRoundEveryFewSeconds() {
        engine = TestServers.ownEngine(TestServers.EngineClock.REAL);
        platform = RunningPlatform.start(
                TestServers.freshDatabase(), engine.grpcAddress(), "--landingsbaan.engine.held-lease=3s");
    }

    @AfterAll
    static void end() throws Exception {
        platform.close();
        engine.close();
    }

    @Test
    void whoeverWaitsAndComesBackUnderAnotherKeyKeepsThePlaceInTheQueueAndIsLetInOnce() throws Exception {
        var region = region("rij", 0);
        var first = toThePlace(region, "Noor");
        awaitQueue(region, first);
        var second = toThePlace(region, "Sam");
        awaitQueue(region, first, second);
        var real = held(region, first);
        forget(first);

        await().atMost(RunningPlatform.SOON)
                .untilAsserted(() -> assertThat(held(region, first)).isEqualTo(real));
        awaitQueue(region, first, second);

        platform.context().getBean(Places.class).change(region.coordinator(), "begeleiding", 1, "Een plek");
        await().atMost(RunningPlatform.SOON)
                .untilAsserted(() -> assertThat(platform.list(region.coach()))
                        .extracting(TaskSummary::transferId)
                        .containsExactly(first));
        awaitQueue(region, second);
    }

    @Test
    void whatTheEngineHasDroppedWithoutAWordIsFoundByTheDailyLook() throws Exception {
        var region = region("blik", 1);
        var transfers = List.of(
                platform.regions().refer(region, "Noor", "Testman"),
                platform.regions().refer(region, "Sam", "Testman"));
        for (var transfer : transfers) {
            queue().wish(new Wish(region.region().id(), transfer, "begeleiding", UNKNOWN_KEY, UNKNOWN_KEY));
        }
        platform.context()
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(transaction -> jdbc().sql(
                                "UPDATE place SET looked_at = looked_at - INTERVAL 2 DAY WHERE region_id = ?")
                        .param(region.region().id())
                        .update());

        await().atMost(RunningPlatform.SOON).untilAsserted(() -> {
            platform.context().getBean(PlaceJobs.class).lookAfterAll();
            assertThat(transfers)
                    .allSatisfy(
                            transfer -> assertThat(queue().open(region.region().id(), transfer))
                                    .isEmpty());
        });
    }

    private static TestRegion region(String code, int number) throws RouteRejected {
        var region = platform.regions().make(code, START_MBO);
        var id = region.region().id();
        var routes = platform.context().getBean(Routes.class);
        platform.context()
                .getBean(Places.class)
                .define(id, List.of(new PlaceKind("begeleiding", "Begeleiding", number, null)));
        var klein = TestRegions.klein();
        var drawing = klein.drawings()
                .get("klein.bpmn")
                .replace(
                        "<zeebe:property name=\"fase\" value=\"tweede\" />",
                        "<zeebe:property name=\"fase\" value=\"tweede\" />"
                                + "<zeebe:property name=\"plek\" value=\"begeleiding\" />");
        var version = routes.publish(
                id,
                code,
                platform.context().getBean(Regions.class).roles(id).keySet(),
                new RouteBundle(
                        klein.rootProcessId(), Map.of("klein.bpmn", drawing), klein.forms(), klein.catalogue()));
        await().atMost(RunningPlatform.SOON)
                .untilAsserted(
                        () -> assertThat(routes.version(version.id()).state()).isEqualTo(RouteState.LIVE));
        return region;
    }

    private static long toThePlace(TestRegion region, String firstName) {
        var transfer = platform.regions().refer(region, firstName, "Testman");
        platform.complete(region, platform.only(region.mentor(), "Kennismaken"));
        return transfer;
    }

    private static HeldPlace held(TestRegion region, long transfer) {
        return queue().open(region.region().id(), transfer).getFirst();
    }

    private static void forget(long transfer) {
        platform.context()
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(transaction -> jdbc().sql(
                                "UPDATE place SET job_key = ?, element_instance_key = ? WHERE transfer_id = ?")
                        .params(UNKNOWN_KEY, UNKNOWN_KEY, transfer)
                        .update());
    }

    private static void awaitQueue(TestRegion region, Long... transfers) {
        await().atMost(RunningPlatform.SOON)
                .untilAsserted(() -> assertThat(platform.context()
                                .getBean(Places.class)
                                .overview(region.coordinator())
                                .getFirst()
                                .queue())
                        .extracting(Waiting::transferId)
                        .containsExactly(transfers));
    }

    private static PlaceQueue queue() {
        return platform.context().getBean(PlaceQueue.class);
    }

    private static JdbcClient jdbc() {
        return platform.context().getBean(JdbcClient.class);
    }
}
