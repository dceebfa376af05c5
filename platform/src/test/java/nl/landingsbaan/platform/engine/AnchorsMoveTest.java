package nl.landingsbaan.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
import nl.landingsbaan.platform.calendar.AnchorsShifted;
import nl.landingsbaan.platform.calendar.MovedStep;
import nl.landingsbaan.platform.calendar.SchoolCalendar;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Moment;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteRejected;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import nl.landingsbaan.platform.transfer.YoungPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An anchor comes on another day while transfers run, on the real engine. */
@WithServers(clock = TestServers.EngineClock.CONTROLLED)
@SpringBootTest(classes = TestPlatform.class)
class AnchorsMoveTest {

    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static int count;

    @Autowired
    TestRegions regions;

    @Autowired
    Regions registry;

    @Autowired
    Routes routes;

    @Autowired
    SchoolCalendar calendar;

    @Autowired
    Referrals referrals;

    @Autowired
    YoungPeople youngPeople;

    @Autowired
    Tasks tasks;

    @Autowired
    EngineClock clock;

    @Autowired
    PlatformClock now;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    TestRegion region;
    Actor administrator;
    LocalDate startMbo;
    String year;

    @BeforeEach
    void inAugustBeforeTheStart() {
        var today = PlatformClock.today(now);
        startMbo = LocalDate.of(
                today.isBefore(LocalDate.of(today.getYear(), 8, 1)) ? today.getYear() : today.getYear() + 1, 9, 1);
        at(startMbo.withMonth(8).withDayOfMonth(5));
        region = regions.make("verzet" + ++count, startMbo);
        administrator = regions.actor(region.region(), "beheerder", "programma");
        year = startMbo.getYear() + "-" + (startMbo.getYear() + 1);
    }

    @Test
    void timersAndLastDaysMoveAlongAndTheTaskStaysWhatItWas() {
        regions.refer(region, "Noor", "Testman");
        var task = only(region.mentor(), "Kennismaken");
        tasks.saveDraft(region.mentor(), task.id(), Map.of("gaat_door", "ja"));
        var later = startMbo.plusDays(7);

        assertThat(calendar.preview(administrator, year, "start_mbo", later).steps())
                .containsExactly(
                        new MovedStep("Kennismaken", Moment.Kind.DUE, startMbo.minusDays(30), later.minusDays(30), 1),
                        new MovedStep("Start mbo", Moment.Kind.TIMER, startMbo, later, 1));
        calendar.move(administrator, year, "start_mbo", later, "De opleiding begint later");
        awaitFollowed(1);

        var moved = only(region.mentor(), "Kennismaken");
        assertThat(moved.id()).isEqualTo(task.id());
        assertThat(tasks.open(region.mentor(), task.id()).draft()).containsEntry("gaat_door", "ja");
        assertThat(day(moved)).isEqualTo(later.minusDays(30));
        assertThat(movedAlong())
                .extracting(MovedStep::name, MovedStep::from, MovedStep::to, MovedStep::transfers)
                .containsExactly(
                        tuple("Kennismaken", startMbo.minusDays(30), later.minusDays(30), 1),
                        tuple("Start mbo", startMbo, later, 1));

        at(startMbo.plusDays(1));
        await().during(A_WHILE)
                .atMost(SECONDS)
                .until(() -> list(region.mentor()).size() == 1);
        at(later);
        only(region.coach(), "Begeleiden");
        assertThat(list(region.mentor())).isEmpty();
    }

    @Test
    void aTaskCanBeDoneAfterTheMoveAsBefore() {
        regions.refer(region, "Sam", "Testvrouw");
        var task = only(region.mentor(), "Kennismaken");
        calendar.move(administrator, year, "start_mbo", startMbo.plusDays(3), "De opleiding begint later");
        awaitFollowed(1);

        tasks.complete(region.mentor(), task.id(), kennismaken());

        only(region.coach(), "Begeleiden");
        at(startMbo.plusDays(4));
        await().during(A_WHILE).atMost(SECONDS).until(() -> list(region.coach()).size() == 1);
    }

    @Test
    void aDayThatHasComeByThenIsThereAtOnce() {
        regions.refer(region, "Bo", "Tester");
        only(region.mentor(), "Kennismaken");

        calendar.move(administrator, year, "start_mbo", today(), "De opleiding is al begonnen");

        only(region.coach(), "Begeleiden");
        assertThat(list(region.mentor())).isEmpty();
    }

    @Test
    void whoComesLaterAndWhoIsToldTwiceCountsWithTheNewDayOnce() {
        var first = regions.refer(region, "Ali", "Test");
        only(region.mentor(), "Kennismaken");
        var later = startMbo.plusDays(7);
        calendar.move(administrator, year, "start_mbo", later, "De opleiding begint later");
        awaitFollowed(1);
        var shift = jdbc.sql("SELECT id FROM anchor_shift WHERE region_id = ?")
                .param(region.region().id())
                .query(Long.class)
                .single();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new AnchorsShifted(region.region().id(), first, shift)));
        regions.refer(region, "Eva", "Test");

        await().atMost(SECONDS).until(() -> list(region.mentor()).size() == 2);
        assertThat(list(region.mentor())).extracting(AnchorsMoveTest::day).containsOnly(later.minusDays(30));
        at(startMbo.plusDays(1));
        await().during(A_WHILE)
                .atMost(SECONDS)
                .until(() -> list(region.mentor()).size() == 2);
        at(later);
        await().atMost(SECONDS).until(() -> list(region.coach()).size() == 2);
        assertThat(movedAlong()).hasSize(2);
    }

    @Test
    void aDayThatSomebodyAgreedOnForATaskStays() {
        regions.refer(region, "Jip", "Test");
        var task = only(region.mentor(), "Kennismaken");
        var agreed = today().plusDays(5);
        tasks.postpone(region.mentor(), List.of(task.id()), agreed, "Is op vakantie");

        calendar.move(administrator, year, "start_mbo", startMbo.plusDays(7), "De opleiding begint later");
        awaitFollowed(1);

        assertThat(day(only(region.mentor(), "Kennismaken"))).isEqualTo(agreed);
    }

    @Test
    void aCorrectedBirthDateMovesWhatHangsOnTheBirthday() throws RouteRejected {
        publish("ankers.start_mbo), time", "ankers.wordt_18), time");
        var transfer = referrals.refer(
                region.mentor(),
                new Referral(
                        "Mo",
                        "Test",
                        today().minusYears(17),
                        region.mentor().memberships().getFirst().organisationId(),
                        Map.of("niveau", "entree", "aanmeldreden", "Heeft steun nodig")));
        only(region.mentor(), "Kennismaken");
        var youngPerson = jdbc.sql("SELECT young_person_id FROM transfer WHERE id = ?")
                .param(transfer)
                .query(Long.class)
                .single();

        youngPeople.correct(
                region.region().id(),
                youngPerson,
                "Mo",
                "Test",
                today().plusDays(10).minusYears(18),
                "Was verkeerd overgenomen",
                region.coordinator().accountId());

        await().atMost(SECONDS).until(() -> pending() == 0);
        at(today().plusDays(9));
        await().during(A_WHILE)
                .atMost(SECONDS)
                .until(() -> list(region.mentor()).size() == 1);
        at(today().plusDays(1));
        only(region.coach(), "Begeleiden");
    }

    @Test
    void aRouteThatReadsNoBirthdayGetsNone() {
        var transfer = regions.refer(region, "Lot", "Test");

        assertThat(jdbc.sql("SELECT anchors FROM transfer WHERE id = ?")
                        .param(transfer)
                        .query(String.class)
                        .single())
                .contains("start_mbo")
                .doesNotContain("wordt_");
    }

    private void publish(String text, String by) throws RouteRejected {
        var klein = TestRegions.klein();
        var drawing = klein.drawings().get("klein.bpmn");
        assertThat(drawing).contains(text);
        routes.publish(
                region.region().id(),
                region.region().code(),
                registry.roles(region.region().id()).keySet(),
                new RouteBundle(
                        klein.rootProcessId(),
                        Map.of("klein.bpmn", drawing.replace(text, by)),
                        klein.forms(),
                        klein.catalogue()));
    }

    private long pending() {
        return jdbc.sql("SELECT COUNT(*) FROM anchor_shift WHERE region_id = ? AND done_at IS NULL")
                .param(region.region().id())
                .query(Long.class)
                .single();
    }

    private List<MovedStep> movedAlong() {
        var latest = calendar.moves(administrator).getFirst().id();
        return calendar.movedAlong(administrator, List.of(latest)).get(latest);
    }

    private void awaitFollowed(int transfers) {
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(calendar.moves(administrator).getFirst())
                        .satisfies(move -> assertThat(move.followed())
                                .isEqualTo(move.transfers())
                                .isEqualTo(transfers)));
    }

    private Map<String, Object> kennismaken() {
        var answers = new HashMap<String, Object>();
        answers.put("coach", Long.toString(region.coach().accountId()));
        answers.put("gaat_door", "ja");
        return answers;
    }

    private LocalDate today() {
        return PlatformClock.today(now);
    }

    private void at(LocalDate day) {
        clock.moveTo(day.atTime(12, 0).atZone(PlatformClock.ZONE).toInstant());
    }

    private static LocalDate day(TaskSummary task) {
        return task.dueAt().atZone(PlatformClock.ZONE).toLocalDate();
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
