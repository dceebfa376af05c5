package nl.landingsbaan.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Staff;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteRejected;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.task.OpenedStep;
import nl.landingsbaan.platform.task.TaskClosed;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskNotFound;
import nl.landingsbaan.platform.task.TaskProjection;
import nl.landingsbaan.platform.task.TaskState;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.FormRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** In whose list a task stands, and what happens to it there. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class TaskRulesTest {

    private static final AtomicLong KEYS = new AtomicLong(500_000_000);

    @Autowired
    TestRegions regions;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskProjection projection;

    @Autowired
    Routes routes;

    @Autowired
    Staff staff;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final Map<Long, Long> jobs = new ConcurrentHashMap<>();

    TestRegion region;
    Actor secondCoach;
    long transfer;

    @BeforeEach
    void aYoungPersonInARegionWithTwoCoaches() {
        region = regions.make(
                "regels" + KEYS.incrementAndGet(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(2).withDayOfMonth(1));
        secondCoach = regions.actor(region.region(), "coach", "programma");
        transfer = regions.refer(region, "Noor", "Testman");
    }

    @Test
    void aTaskOfWhichTheParticipantIsNotKnownYetIsThereForEverybodyWithTheRole() {
        open("begeleiden");

        assertThat(names(region.coach())).containsExactly("Begeleiden");
        assertThat(names(secondCoach)).containsExactly("Begeleiden");
        assertThat(names(region.mentor())).isEmpty();
    }

    @Test
    void whoClaimsATaskTakesItOutOfTheListsOfTheOthersAndReleasingGivesItBack() {
        var task = open("begeleiden");

        tasks.claim(secondCoach, task);

        assertThat(names(region.coach())).isEmpty();
        assertThat(list(secondCoach)).extracting(TaskSummary::assigneeId).containsExactly(secondCoach.accountId());
        assertThatThrownBy(() -> tasks.claim(region.coach(), task)).isInstanceOf(TaskNotFound.class);
        assertThatThrownBy(() -> tasks.complete(region.coach(), task, begeleid()))
                .isInstanceOf(TaskNotFound.class);

        tasks.release(secondCoach, task);

        assertThat(names(region.coach())).containsExactly("Begeleiden");
        assertThat(names(secondCoach)).containsExactly("Begeleiden");
        assertThat(list(region.coach())).extracting(TaskSummary::assigneeId).containsOnlyNulls();
    }

    @Test
    void openTasksFollowWhenAnotherPersonTakesPart() {
        open("begeleiden");

        meet(secondCoach);
        assertThat(names(region.coach())).isEmpty();
        assertThat(names(secondCoach)).containsExactly("Begeleiden");

        meet(region.coach());
        assertThat(names(region.coach())).containsExactly("Begeleiden");
        assertThat(names(secondCoach)).isEmpty();
    }

    @Test
    void aTaskForTwoRolesStandsInTheListsOfBothAndIsDoneOnce() {
        var task = open(stepForTwoRoles());

        assertThat(names(region.coordinator())).containsExactly("Begeleiden");

        meet(region.coach());
        assertThat(names(region.coach())).containsExactly("Begeleiden");
        assertThat(names(region.coordinator())).containsExactly("Begeleiden");
        assertThat(names(secondCoach)).isEmpty();

        tasks.complete(region.coordinator(), task, begeleid());

        assertThat(names(region.coach())).isEmpty();
        assertThat(names(region.coordinator())).isEmpty();
        assertThatThrownBy(() -> tasks.complete(region.coach(), task, begeleid()))
                .isInstanceOfAny(TaskClosed.class, TaskNotFound.class);
    }

    @Test
    void aTaskOfSomebodyWhoLeavesIsNotLost() {
        meet(secondCoach);
        open("begeleiden");
        var claimed = open("begeleiden");
        tasks.claim(secondCoach, claimed);
        var administrator = regions.actor(region.region(), "beheerder", "programma");

        staff.takeRole(
                administrator,
                secondCoach.accountId(),
                secondCoach.memberships().getFirst().organisationId(),
                "coach");

        assertThat(names(region.coach())).containsExactly("Begeleiden", "Begeleiden");
    }

    @Test
    void whatWasTypedIsKeptUntilTheTaskIsDone() {
        var task = open("begeleiden");

        tasks.saveDraft(region.coach(), task, Map.of("verslag", "Half verha"));
        assertThatThrownBy(() -> tasks.complete(region.coach(), task, Map.of("verslag", "Half verhaal")))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.errors()).containsOnlyKeys("gestart"));

        assertThat(tasks.open(region.coach(), task).draft()).containsEntry("verslag", "Half verha");
        assertThat(tasks.open(region.coach(), task).state()).isEqualTo(TaskState.OPEN);
    }

    @Test
    void whatWasTypedIsStillThereWhenTheRouteTookTheTaskAway() {
        meet(region.coach());
        var task = open("begeleiden");
        tasks.saveDraft(region.coach(), task, Map.of("verslag", "Half verha"));

        projection.gone(jobOf(task));

        assertThat(names(region.coach())).isEmpty();
        assertThatThrownBy(() -> tasks.complete(region.coach(), task, begeleid()))
                .isInstanceOfSatisfying(
                        TaskClosed.class, closed -> assertThat(closed.state()).isEqualTo(TaskState.EXPIRED));
        assertThat(tasks.open(region.coach(), task).draft()).containsEntry("verslag", "Half verha");
    }

    @Test
    void whenTwoCompleteATaskAtTheSameMomentItIsDoneOnceAndTheOtherIsTold() throws Exception {
        for (var round = 0; round < 5; round++) {
            var task = open("begeleiden");
            var together = new CyclicBarrier(2);
            var failures = new ArrayList<Throwable>();
            try (var both = Executors.newFixedThreadPool(2)) {
                var attempts = Stream.of(region.coach(), secondCoach)
                        .map(coach -> both.submit((Callable<?>) () -> {
                            together.await();
                            tasks.complete(coach, task, begeleid());
                            return null;
                        }))
                        .toList();
                for (var attempt : attempts) {
                    try {
                        attempt.get();
                    } catch (ExecutionException e) {
                        failures.add(e.getCause());
                    }
                }
            }
            assertThat(failures).singleElement().isInstanceOfAny(TaskClosed.class, TaskNotFound.class);
        }
    }

    @Test
    void aTaskThatIsDoneWhileSomebodyElseComesToTakePartStandsInNoList() throws Exception {
        meet(region.coach());
        var task = open("begeleiden");
        var next = open("kennismaken");
        var done = new CountDownLatch(1);
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(() -> transaction.executeWithoutResult(status -> {
                tasks.complete(region.coach(), task, begeleid());
                done.countDown();
                await().until(() -> somebodyWaits());
            }));
            done.await();
            var second = both.submit(() -> tasks.complete(
                    region.mentor(), next, Map.of("coach", Long.toString(secondCoach.accountId()), "gaat_door", "ja")));
            first.get();
            second.get();
        }

        assertThat(names(region.coach())).isEmpty();
        assertThat(names(secondCoach)).isEmpty();
    }

    @Test
    void whatOneOrganisationTypedIsNotShownToTheOneThatTheTaskGoesTo() {
        var elsewhere = regions.actor(region.region(), "coach", "andere-school");
        meet(elsewhere);
        var task = open("begeleiden");
        tasks.saveDraft(elsewhere, task, Map.of("verslag", "Nog niet gedeeld"));

        meet(region.coach());
        assertThat(tasks.open(region.coach(), task).draft()).isEmpty();
        tasks.saveDraft(region.coach(), task, Map.of());

        meet(elsewhere);
        assertThat(tasks.open(elsewhere, task).draft()).containsEntry("verslag", "Nog niet gedeeld");
    }

    private boolean somebodyWaits() {
        return jdbc.sql(
                                "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID()"
                                        + " AND TIME_MS > 100 AND (INFO LIKE '%task%for update%' OR INFO LIKE 'DELETE FROM inbox%')")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void aStepThatTheEngineTellsTwiceIsOneTask() {
        var key = KEYS.incrementAndGet();
        var step = step("begeleiden");
        projection.open(new OpenedStep(region.region().id(), transfer, step, key, key, null));
        projection.open(new OpenedStep(region.region().id(), transfer, step, key, key, null));

        assertThat(names(region.coach())).containsExactly("Begeleiden");
    }

    private long open(String element) {
        return open(step(element));
    }

    private long open(long step) {
        var key = KEYS.incrementAndGet();
        projection.open(new OpenedStep(region.region().id(), transfer, step, key, key, null));
        var task = projection.openSteps(region.region().id(), transfer).stream()
                .filter(each -> each.jobKey() == key)
                .findFirst()
                .orElseThrow()
                .taskId();
        jobs.put(task, key);
        return task;
    }

    private long jobOf(long task) {
        return jobs.get(task);
    }

    /** The mentor completes the first step and names the coach. */
    private void meet(Actor coach) {
        tasks.complete(
                region.mentor(),
                open("kennismaken"),
                Map.of("coach", Long.toString(coach.accountId()), "gaat_door", "ja"));
    }

    private long step(String element) {
        return step(element, routes.current(region.region().id()).orElseThrow().id());
    }

    private long step(String element, long version) {
        return routes.steps(version).stream()
                .filter(each -> each.elementId().equals(element))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private long stepForTwoRoles() {
        var one = TestRegions.klein();
        var two = new RouteBundle(
                one.rootProcessId(),
                Map.of(
                        "klein.bpmn",
                        one.drawings()
                                .get("klein.bpmn")
                                .replace("candidateGroups=\"coach\"", "candidateGroups=\"coach,coordinator\"")),
                one.forms(),
                one.catalogue());
        try {
            var roles = Set.of("mentor", "coach", "coordinator");
            return step(
                    "begeleiden",
                    routes.publish(region.region().id(), region.region().code(), roles, two)
                            .id());
        } catch (RouteRejected e) {
            throw new IllegalStateException(e.problems().toString());
        }
    }

    private static Map<String, Object> begeleid() {
        return Map.of("verslag", "Gaat goed", "gestart", "ja");
    }

    private List<TaskSummary> list(Actor actor) {
        return tasks.list(actor, TaskFilter.ALL, null, 50).tasks();
    }

    private List<String> names(Actor actor) {
        return list(actor).stream().map(TaskSummary::stepName).toList();
    }
}
