package nl.landingsbaan.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Colleague;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.task.OpenedStep;
import nl.landingsbaan.platform.task.PostponementRefused;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskProjection;
import nl.landingsbaan.platform.task.TaskResult;
import nl.landingsbaan.platform.task.TaskResult.Refusal;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.Transfers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The same for several tasks at once: each is done or refused for itself, with the reason. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class SeveralTasksTest {

    private static final AtomicLong KEYS = new AtomicLong(700_000_000);

    @Autowired
    TestRegions regions;

    @Autowired
    Tasks tasks;

    @Autowired
    Transfers transfers;

    @Autowired
    TaskProjection projection;

    @Autowired
    Routes routes;

    @Autowired
    Clock clock;

    TestRegion region;
    Actor secondCoach;
    long transfer;

    @BeforeEach
    void aYoungPersonWithACoachInARegionWithTwo() {
        region = regions.make(
                "meer" + KEYS.incrementAndGet(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(2).withDayOfMonth(1));
        secondCoach = regions.actor(region.region(), "coach", "programma");
        transfer = regions.refer(region, "Noor", "Testman");
        tasks.complete(
                region.mentor(),
                open("kennismaken", null),
                Map.of("coach", Long.toString(region.coach().accountId()), "gaat_door", "ja"));
    }

    @Test
    void aColleagueGetsTheTasksAndTakesPartUntilTheyAreDone() {
        var first = open("begeleiden", null);
        var second = open("begeleiden", null);

        assertThat(tasks.receivers(region.coordinator(), List.of(first)))
                .extracting(Colleague::accountId)
                .contains(secondCoach.accountId());
        assertThat(tasks.reassign(region.coordinator(), List.of(first, second), secondCoach.accountId()))
                .allMatch(TaskResult::done);

        assertThat(list(region.coach())).isEmpty();
        assertThat(list(secondCoach)).hasSize(2).allMatch(TaskSummary::claimed);
        assertThat(transfers.dossier(secondCoach, transfer).summary().firstName())
                .isEqualTo("Noor");

        tasks.claim(secondCoach, first);
        tasks.complete(secondCoach, first, Map.of("verslag", "Gaat goed", "gestart", "ja"));
        assertThat(transfers.dossier(secondCoach, transfer)).isNotNull();

        tasks.release(secondCoach, second);
        assertThat(list(region.coach())).extracting(TaskSummary::id).containsExactly(second);
        assertThatThrownBy(() -> transfers.dossier(secondCoach, transfer)).isInstanceOf(TransferNotFound.class);
    }

    @Test
    void whatCannotBeGivenAwayStaysAndTheRestIsGiven() {
        var mine = open("begeleiden", null);
        var done = open("begeleiden", null);
        tasks.complete(region.coach(), done, Map.of("verslag", "Gaat goed", "gestart", "ja"));
        var ofTheMentor = open("kennismaken", null);

        var results =
                tasks.reassign(region.coordinator(), List.of(mine, done, ofTheMentor, 1L), secondCoach.accountId());

        assertThat(results)
                .extracting(TaskResult::taskId, TaskResult::refusal)
                .containsExactlyInAnyOrder(
                        tuple(mine, null),
                        tuple(done, Refusal.CLOSED),
                        tuple(ofTheMentor, Refusal.NO_ROLE),
                        tuple(1L, Refusal.NOT_THERE));
    }

    @Test
    void whoHasNothingToDoWithATaskCannotGiveItAwayOrPostponeIt() {
        var task = open("begeleiden", Instant.now().plus(Duration.ofDays(1)));
        var otherSchool = regions.actor(region.region(), "coordinator", "andere-school");

        for (var stranger : List.of(secondCoach, region.mentor(), otherSchool)) {
            assertThat(tasks.reassign(stranger, List.of(task), stranger.accountId()))
                    .extracting(TaskResult::refusal)
                    .containsExactly(Refusal.NOT_THERE);
            assertThat(tasks.postpone(stranger, List.of(task), today().plusDays(5), "Vakantie"))
                    .extracting(TaskResult::refusal)
                    .containsExactly(Refusal.NOT_THERE);
        }
        assertThat(list(region.coach())).extracting(TaskSummary::id).containsExactly(task);
    }

    @Test
    void backToTheRoleIsBackToWhomTheTaskIsFor() {
        var task = open("begeleiden", null);
        tasks.reassign(region.coach(), List.of(task), secondCoach.accountId());

        assertThat(tasks.reassign(region.coordinator(), List.of(task), null)).allMatch(TaskResult::done);

        assertThat(list(region.coach())).extracting(TaskSummary::id).containsExactly(task);
        assertThat(list(secondCoach)).isEmpty();
    }

    @Test
    void aPostponedTaskShowsItsNewDateToAllAndKeepsTheOriginalAndTheReason() {
        var due = Instant.now().plus(Duration.ofDays(1));
        var task = open("begeleiden", due);
        var undated = open("begeleiden", null);

        assertThat(tasks.postpone(region.coach(), List.of(task, undated), today().plusDays(4), "Toetsweek"))
                .extracting(TaskResult::refusal)
                .containsExactly(null, Refusal.NO_DUE_DATE);

        var shown = list(region.coach()).getFirst();
        assertThat(shown.dueAt()).isAfter(due);
        assertThat(shown.originalDueAt()).isCloseTo(due, within(1, ChronoUnit.MILLIS));
        assertThat(shown.postponeReason()).isEqualTo("Toetsweek");
        assertThat(tasks.way(region.mentor(), transfer))
                .anySatisfy(line -> assertThat(line.dueAt()).isEqualTo(shown.dueAt()));
    }

    @Test
    void postponingHasALimitThatRepeatingDoesNotLift() {
        var late = open("begeleiden", Instant.now().minus(Duration.ofDays(40)));
        var most = today().plusDays(tasks.longestPostponement(region.coach()));

        assertThat(postpone(late, most.plusDays(1))).isEqualTo(Refusal.TOO_FAR);
        assertThat(postpone(late, most.minusDays(1))).isNull();
        assertThat(postpone(late, most.minusDays(2))).isEqualTo(Refusal.NOT_LATER);
        assertThat(postpone(late, most)).isNull();
        assertThat(postpone(late, most.plusDays(1))).isEqualTo(Refusal.TOO_FAR);
        assertThatThrownBy(() -> tasks.postpone(region.coach(), List.of(late), most, " "))
                .isInstanceOfSatisfying(
                        PostponementRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("reden"));
        assertThatThrownBy(() -> tasks.postpone(region.coach(), List.of(late), today().minusDays(1), "Ziek"))
                .isInstanceOfSatisfying(
                        PostponementRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("datum"));
    }

    private Refusal postpone(long task, LocalDate until) {
        return tasks.postpone(region.coach(), List.of(task), until, "Toetsweek")
                .getFirst()
                .refusal();
    }

    private LocalDate today() {
        return PlatformClock.today(clock);
    }

    private List<TaskSummary> list(Actor actor) {
        return tasks.list(actor, TaskFilter.ALL, null, 50).tasks();
    }

    private long open(String element, Instant due) {
        var key = KEYS.incrementAndGet();
        var step = routes
                .steps(routes.current(region.region().id()).orElseThrow().id())
                .stream()
                .filter(each -> each.elementId().equals(element))
                .findFirst()
                .orElseThrow()
                .id();
        projection.open(new OpenedStep(region.region().id(), transfer, step, key, key, due));
        return projection.openSteps(region.region().id(), transfer).stream()
                .filter(each -> each.jobKey() == key)
                .findFirst()
                .orElseThrow()
                .taskId();
    }
}
