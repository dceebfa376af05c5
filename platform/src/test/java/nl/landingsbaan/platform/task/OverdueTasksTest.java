package nl.landingsbaan.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.task.OverdueTasks.OpenTasks;
import nl.landingsbaan.platform.time.PlatformClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class OverdueTasksTest {

    private static final AtomicLong KEYS = new AtomicLong(1_000_000);

    @Autowired
    OverdueTasks overdue;

    @Autowired
    TaskProjection projection;

    @Autowired
    TestRegions regions;

    @Autowired
    Routes routes;

    @Autowired
    JdbcClient jdbc;

    TestRegion region;

    @BeforeEach
    void aRegion() {
        region = regions.make(
                "laat" + KEYS.incrementAndGet(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(1));
    }

    @Test
    void tasksCountOncePerRoleAndAreOverdueFromTheDayAfter() {
        var transfer = regions.refer(region, "Sam", "Vos");
        var step = taskSteps().getFirst();
        var role = step.roles().getFirst();
        open(transfer, step, Instant.now().minus(Duration.ofDays(2)));
        open(transfer, step, Instant.now());
        var last = open(transfer, step, null);

        assertThat(overdue.byRole(region.region().id())).containsOnly(Map.entry(role, new OpenTasks(3, 1)));

        projection.gone(last);

        assertThat(overdue.byRole(region.region().id()).get(role).open()).isEqualTo(2);
    }

    @Test
    void anotherRegionsTasksAreNotCounted() {
        var other = regions.make(
                "ver" + KEYS.incrementAndGet(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(1));
        var step = routes
                .steps(routes.current(other.region().id()).orElseThrow().id())
                .stream()
                .filter(each -> each.kind() == StepKind.USER_TASK)
                .findFirst()
                .orElseThrow();
        var transfer = regions.refer(other, "Sam", "Vos");
        projection.open(new OpenedStep(
                other.region().id(), transfer, step.id(), KEYS.incrementAndGet(), KEYS.incrementAndGet(), null));

        assertThat(overdue.byRole(region.region().id())).isEmpty();
    }

    @Test
    void countingReadsTheIndexByRole() {
        var plan = jdbc.sql("EXPLAIN " + OverdueTasks.BY_ROLE)
                .params(Instant.now(), region.region().id())
                .query((rs, n) -> rs.getString("key") + " " + rs.getString("Extra"))
                .single();

        assertThat(plan).startsWith("inbox_by_role").contains("Using index").doesNotContain("filesort");
    }

    private List<Step> taskSteps() {
        return routes.steps(routes.current(region.region().id()).orElseThrow().id()).stream()
                .filter(step -> step.kind() == StepKind.USER_TASK)
                .toList();
    }

    private long open(long transfer, Step step, Instant due) {
        long job = KEYS.incrementAndGet();
        projection.open(new OpenedStep(region.region().id(), transfer, step.id(), KEYS.incrementAndGet(), job, due));
        return job;
    }
}
