package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.Transfers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Decisions on the real engine: each transfer is decided by the table of its own region and of its own version. */
@WithServers
@SpringBootTest(classes = TestPlatform.class)
class DecisionOnEngineTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate START_MBO =
            LocalDate.now(PlatformClock.ZONE).plusMonths(6).withDayOfMonth(1);

    @Autowired
    TestRegions testRegions;

    @Autowired
    Regions regions;

    @Autowired
    Routes routes;

    @Autowired
    Tasks tasks;

    @Autowired
    Transfers transfers;

    @Test
    void eachRegionAndEachVersionDecidesByItsOwnTable() throws Exception {
        var one = region("tabel-een", DecidingRoute.faultless());
        var other = region(
                "tabel-twee",
                DecidingRoute.deciding(DecidingRoute.table("<text>\"gewoon\"</text>", "<text>\"intensief\"</text>")));
        testRegions.refer(one, "Noor", "Testman");
        testRegions.refer(other, "Sam", "Testman");

        assertThat(outcome(one, "ja")).isEqualTo("afgerond");
        assertThat(outcome(other, "ja")).isEqualTo("gestopt");

        testRegions.refer(one, "Esra", "Testman");
        var running = only(one.mentor(), "Kennismaken");
        publish(
                one,
                DecidingRoute.deciding(DecidingRoute.table("<text>\"intensief\"</text>", "<text>\"gewoon\"</text>")));
        assertThat(running.stepName()).isEqualTo("Kennismaken");
        assertThat(outcome(one, "nee")).as("on the version with which it began").isEqualTo("gestopt");

        testRegions.refer(one, "Adam", "Testman");
        assertThat(outcome(one, "nee")).as("on the new version").isEqualTo("afgerond");
    }

    private TestRegion region(String code, RouteBundle route) throws RouteRejected {
        var region = testRegions.make(code, START_MBO);
        publish(region, route);
        return region;
    }

    private void publish(TestRegion region, RouteBundle route) throws RouteRejected {
        var id = region.region().id();
        var version =
                routes.publish(id, region.region().code(), regions.roles(id).keySet(), route);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(routes.version(version.id()).state()).isEqualTo(RouteState.LIVE));
    }

    /** Does the open steps of the only young person that is under way, and tells how it ended. */
    private String outcome(TestRegion region, String started) {
        var first = only(region.mentor(), "Kennismaken");
        tasks.complete(
                region.mentor(),
                first.id(),
                Map.of("coach", Long.toString(region.coach().accountId()), "gaat_door", "ja"));
        var last = only(region.coach(), "Begeleiden");
        tasks.complete(region.coach(), last.id(), Map.of("verslag", "Kort", "gestart", started));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(transfers.list(region.coordinator(), TransferFilter.ALL, 0, 50))
                        .filteredOn(each -> each.id() == first.transferId())
                        .singleElement()
                        .satisfies(each -> assertThat(each.outcome()).isNotNull()));
        return transfers.list(region.coordinator(), TransferFilter.ALL, 0, 50).stream()
                .filter(each -> each.id() == first.transferId())
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private TaskSummary only(Actor actor, String stepName) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                tasks.list(actor, TaskFilter.ALL, null, 50).tasks())
                        .extracting(TaskSummary::stepName)
                        .containsExactly(stepName));
        return tasks.list(actor, TaskFilter.ALL, null, 50).tasks().getFirst();
    }
}
