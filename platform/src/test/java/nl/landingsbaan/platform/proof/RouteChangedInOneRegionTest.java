package nl.landingsbaan.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteRejected;
import nl.landingsbaan.platform.route.RouteState;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferSummary;
import nl.landingsbaan.platform.transfer.Transfers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A region that changes its route while transfers run, there and in another region with the same process ids. */
@WithServers(clock = TestServers.EngineClock.CONTROLLED)
@SpringBootTest(classes = TestPlatform.class)
class RouteChangedInOneRegionTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Map<String, Object> GUIDED = Map.of("verslag", "Ging goed", "gestart", "ja");
    private static int count;

    @Autowired
    TestRegions regions;

    @Autowired
    Routes routes;

    @Autowired
    Tasks tasks;

    @Autowired
    Transfers transfers;

    @Autowired
    PlatformClock now;

    TestRegion changing;
    TestRegion other;

    @BeforeEach
    void twoRegionsWithTheSameRoute() {
        count++;
        var startMbo = PlatformClock.today(now).plusMonths(8).withMonth(9).withDayOfMonth(1);
        changing = regions.make("wisselend" + count, startMbo);
        other = regions.make("gelijk" + count, startMbo);
    }

    @Test
    void newTransfersAreOnTheNewVersionAndRunningOnesFinishOnTheOld() throws RouteRejected {
        var before = regions.refer(changing, "Bo", "Voordien");
        var elsewhere = regions.refer(other, "Els", "Elders");
        acquainted(changing);
        assertThat(only(changing.coach()).stepName()).isEqualTo("Begeleiden");
        var oldVersion = routes.current(changing.region().id()).orElseThrow();
        var versionElsewhere = routes.current(other.region().id()).orElseThrow();

        var newVersion = routes.publish(
                changing.region().id(),
                changing.region().code(),
                Set.of("mentor", "coach", "coordinator"),
                guidedTogether());
        await().atMost(SOON).until(() -> routes.version(newVersion.id()).state() == RouteState.LIVE);
        var after = regions.refer(changing, "Na", "Nadien");
        acquainted(changing);

        assertThat(newVersion.number()).isEqualTo(oldVersion.number() + 1);
        assertThat(stepsOfCoach(before)).containsExactly("Begeleiden");
        await().atMost(SOON).untilAsserted(() -> assertThat(stepsOfCoach(after)).containsExactly("Samen begeleiden"));
        assertThat(versionOf(changing, before)).isEqualTo(oldVersion.id());
        assertThat(versionOf(changing, after)).isEqualTo(newVersion.id());

        for (var task : tasks.list(changing.coach(), TaskFilter.ALL, null, 10).tasks()) {
            tasks.complete(changing.coach(), task.id(), GUIDED);
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(transfers.list(changing.mentor(), TransferFilter.ALL, 0, 10))
                        .extracting(TransferSummary::outcome)
                        .containsExactly("afgerond", "afgerond"));
        assertThat(tasks.way(changing.mentor(), before))
                .extracting(TaskLine::stepName)
                .containsExactly("Kennismaken", "Begeleiden");

        assertThat(routes.current(other.region().id())).contains(versionElsewhere);
        acquainted(other);
        assertThat(only(other.coach()).stepName()).isEqualTo("Begeleiden");
        assertThat(versionOf(other, elsewhere)).isEqualTo(versionElsewhere.id());
    }

    /** The small route, with another second step under another element id. */
    private static RouteBundle guidedTogether() {
        var route = TestRegions.klein();
        return new RouteBundle(
                route.rootProcessId(),
                route.drawings().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                drawing -> drawing.getValue()
                                        .replace(
                                                "id=\"begeleiden\" name=\"Begeleiden\"",
                                                "id=\"samen\" name=\"Samen begeleiden\"")
                                        .replace("Ref=\"begeleiden\"", "Ref=\"samen\""))),
                route.forms(),
                route.catalogue());
    }

    private void acquainted(TestRegion region) {
        tasks.complete(
                region.mentor(),
                only(region.mentor()).id(),
                Map.of("coach", Long.toString(region.coach().accountId()), "gaat_door", "ja"));
        await().atMost(SOON)
                .until(() -> tasks.list(region.mentor(), TaskFilter.ALL, null, 10)
                        .tasks()
                        .isEmpty());
    }

    private TaskSummary only(Actor actor) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                tasks.list(actor, TaskFilter.ALL, null, 10).tasks())
                        .hasSize(1));
        return tasks.list(actor, TaskFilter.ALL, null, 10).tasks().getFirst();
    }

    private List<String> stepsOfCoach(long transfer) {
        return tasks.list(changing.coach(), TaskFilter.ALL, null, 10).tasks().stream()
                .filter(task -> task.transferId() == transfer)
                .map(TaskSummary::stepName)
                .toList();
    }

    private long versionOf(TestRegion region, long transfer) {
        return transfers.find(region.mentor(), transfer).routeVersionId();
    }
}
