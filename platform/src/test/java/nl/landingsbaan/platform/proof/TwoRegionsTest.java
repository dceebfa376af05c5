package nl.landingsbaan.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditEntry;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.people.Staff;
import nl.landingsbaan.platform.people.StaffMember;
import nl.landingsbaan.platform.people.StaffRefused;
import nl.landingsbaan.platform.steering.FiguresRefused;
import nl.landingsbaan.platform.steering.Throughput;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskNotFound;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.TransferSummary;
import nl.landingsbaan.platform.transfer.Transfers;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Two regions with the same process ids on one installation, and within a region whoever takes no part: they never meet. */
@WithServers(clock = TestServers.EngineClock.CONTROLLED)
@SpringBootTest(classes = TestPlatform.class)
class TwoRegionsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static int count;

    @Autowired
    TestRegions regions;

    @Autowired
    Tasks tasks;

    @Autowired
    Transfers transfers;

    @Autowired
    Referrals referrals;

    @Autowired
    Throughput throughput;

    @Autowired
    People people;

    @Autowired
    Staff staff;

    @Autowired
    AuditLog audit;

    @Autowired
    PlatformClock now;

    TestRegion north;
    TestRegion south;

    @BeforeEach
    void twoRegionsWithTheSameRoute() {
        count++;
        var startMbo = PlatformClock.today(now).plusMonths(8).withMonth(9).withDayOfMonth(1);
        north = regions.make("noord" + count, startMbo);
        south = regions.make("zuid" + count, startMbo);
    }

    @Test
    void nothingOfTheOtherRegionCanBeSeenOrReached() {
        var northern = regions.refer(north, "Noor", "Noordman");
        var southern = regions.refer(south, "Suze", "Zuidman");
        var northernTask = only(north.mentor());
        var southernTask = only(south.mentor());
        var southernEvent = transfers.dossier(south.mentor(), southern).events().getFirst();

        for (var actor : List.of(north.mentor(), north.coach(), north.coordinator())) {
            assertTaskIsNotThere(actor, southernTask.id());
            assertTransferIsNotThere(actor, southern, southernEvent.stepId());
            assertThat(tasks.list(actor, new TaskFilter("Zuidman", TaskFilter.Whose.MINE_AND_MY_ROLES, null), null, 50)
                            .tasks())
                    .isEmpty();
            assertThat(transfers.list(actor, new TransferFilter("Zuidman", null, null, null), 0, 50))
                    .isEmpty();
            assertThat(tasks.openFor(actor, southern)).isEmpty();
            assertThat(tasks.nextFor(actor, southern)).isEmpty();
            assertThat(tasks.nextSteps(actor, List.of(southern))).isEmpty();
        }
        assertThat(tasks.counts(north.mentor(), TaskFilter.ALL).total()).isEqualTo(1);
        assertThat(transfers.list(north.coordinator(), TransferFilter.ALL, 0, 50))
                .extracting(TransferSummary::id)
                .containsExactly(northern);
        assertThat(tasks.open(south.mentor(), southernTask.id()).draft()).isEmpty();

        // An event of the other region's route, reported about one's own transfer.
        assertThatThrownBy(() -> transfers.report(
                        north.mentor(), northern, southernEvent.stepId(), Map.of("reden_afmelden", "verhuisd")))
                .isInstanceOf(TransferNotFound.class);
        // People and organisations of the other region cannot be named.
        assertThatThrownBy(() -> tasks.complete(
                        north.mentor(),
                        northernTask.id(),
                        Map.of("coach", Long.toString(south.coach().accountId()), "gaat_door", "ja")))
                .isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> referrals.refer(
                        north.mentor(),
                        referral(south.mentor().memberships().getFirst().organisationId())))
                .isInstanceOf(FormRefused.class);
        assertThat(tasks.open(north.mentor(), northernTask.id()).choices().get("medewerkers.coach"))
                .extracting(choice -> choice.value())
                .containsExactly(Long.toString(north.coach().accountId()));
    }

    @Test
    void whoeverTakesNoPartInATransferFindsNothingAndTheAttemptIsOnRecord() {
        var transfer = regions.refer(north, "Noor", "Noordman");
        var task = only(north.mentor());
        var event = transfers.dossier(north.mentor(), transfer).events().getFirst();

        var sameSchool = regions.actor(north.region(), "mentor", "school");
        var otherSchool = regions.actor(north.region(), "mentor", "andere-school");
        for (var actor : List.of(sameSchool, otherSchool, north.coach())) {
            assertTaskIsNotThere(actor, task.id());
            assertTransferIsNotThere(actor, transfer, event.stepId());
            assertThat(transfers.list(actor, TransferFilter.ALL, 0, 50)).isEmpty();
            assertThat(tasks.list(actor, TaskFilter.ALL, null, 50).tasks()).isEmpty();
            assertThat(tasks.openFor(actor, transfer)).isEmpty();
            assertThat(tasks.nextSteps(actor, List.of(transfer))).isEmpty();
        }
        assertThat(audit.about(north.region().id(), AuditSubject.TRANSFER, transfer, 100))
                .filteredOn(entry -> entry.action() == AuditAction.DOSSIER_READ)
                .extracting(AuditEntry::accountId)
                .containsOnly(north.mentor().accountId());
    }

    @Test
    void somebodyWhoWorksInTwoRegionsFindsInEachOnlyWhatIsThere() {
        var account = north.coach().accountId();
        people.addMembership(
                account,
                south.region().id(),
                south.coach().memberships().getFirst().organisationId(),
                "coach");
        var inSouth = people.actor(account, south.region().id()).orElseThrow();
        var inNorth = north.coach();
        var northern = regions.refer(north, "Noor", "Noordman");
        var southern = regions.refer(south, "Suze", "Zuidman");
        goToCoach(north, account);
        goToCoach(south, account);

        assertThat(only(inNorth).about().id()).isEqualTo(northern);
        assertThat(only(inSouth).about().id()).isEqualTo(southern);
        assertThat(tasks.counts(inNorth, TaskFilter.ALL).total()).isEqualTo(1);
        assertThat(transfers.list(inNorth, TransferFilter.ALL, 0, 50))
                .extracting(TransferSummary::id)
                .containsExactly(northern);
        assertTaskIsNotThere(inNorth, only(inSouth).id());
        assertThatThrownBy(() -> transfers.dossier(inNorth, southern)).isInstanceOf(TransferNotFound.class);
        assertThat(transfers.dossier(inSouth, southern).participants())
                .extracting(Participant::accountId)
                .contains(account);
        assertThat(people.regionsOf(account)).hasSize(2);
    }

    @Test
    void figuresOfOneRegionCountNobodyOfTheOther() {
        IntStream.range(0, 6).forEach(i -> regions.refer(north, "Noor" + i, "Noordman"));
        IntStream.range(0, 8).forEach(i -> regions.refer(south, "Suze" + i, "Zuidman"));

        assertThat(participants(north)).contains("6");
        assertThat(participants(south)).contains("8");
        assertThatThrownBy(() -> participants(regions.actor(north.region(), "mentor", "school")))
                .isInstanceOf(FiguresRefused.class);
    }

    @Test
    void anAdministratorReachesNobodyOfTheOtherRegion() {
        var administrator = regions.actor(north.region(), "beheerder", "programma");
        var southernOrganisation = south.coach().memberships().getFirst().organisationId();

        assertThat(staff.list(administrator))
                .extracting(StaffMember::accountId)
                .contains(north.coach().accountId())
                .doesNotContain(south.coach().accountId());
        assertThatThrownBy(
                        () -> staff.resetPassword(administrator, south.coach().accountId()))
                .isInstanceOf(StaffRefused.class);
        assertThatThrownBy(() -> staff.add(administrator, "Nieuw", "nieuw@example.org", southernOrganisation, "coach"))
                .isInstanceOf(StaffRefused.class);
        staff.takeRole(administrator, south.coach().accountId(), southernOrganisation, "coach");
        assertThat(people.actor(south.coach().accountId(), south.region().id())).isPresent();
    }

    private void assertTaskIsNotThere(Actor actor, long task) {
        List.<ThrowingCallable>of(
                        () -> tasks.open(actor, task),
                        () -> tasks.claim(actor, task),
                        () -> tasks.release(actor, task),
                        () -> tasks.saveDraft(actor, task, Map.of("indruk", "van een ander")),
                        () -> tasks.complete(actor, task, Map.of()))
                .forEach(attempt -> {
                    var before = refusals(actor, AuditSubject.TASK, task, AuditAction.TASK_REFUSED);
                    assertThatThrownBy(attempt).isInstanceOf(TaskNotFound.class);
                    assertThat(refusals(actor, AuditSubject.TASK, task, AuditAction.TASK_REFUSED))
                            .isEqualTo(before + 1);
                });
    }

    private void assertTransferIsNotThere(Actor actor, long transfer, long event) {
        List.<ThrowingCallable>of(
                        () -> transfers.dossier(actor, transfer),
                        () -> transfers.find(actor, transfer),
                        () -> transfers.report(actor, transfer, event, Map.of("reden_afmelden", "verhuisd")),
                        () -> tasks.way(actor, transfer))
                .forEach(attempt -> {
                    var before = refusals(actor, AuditSubject.TRANSFER, transfer, AuditAction.DOSSIER_REFUSED);
                    assertThatThrownBy(attempt).isInstanceOf(TransferNotFound.class);
                    assertThat(refusals(actor, AuditSubject.TRANSFER, transfer, AuditAction.DOSSIER_REFUSED))
                            .isEqualTo(before + 1);
                });
    }

    private long refusals(Actor actor, AuditSubject subject, long id, AuditAction refusal) {
        return audit.about(actor.regionId(), subject, id, 1000).stream()
                .filter(entry -> entry.action() == refusal && entry.accountId() == actor.accountId())
                .count();
    }

    private void goToCoach(TestRegion region, long coach) {
        tasks.complete(
                region.mentor(), only(region.mentor()).id(), Map.of("coach", Long.toString(coach), "gaat_door", "ja"));
    }

    private TaskSummary only(Actor actor) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                tasks.list(actor, TaskFilter.ALL, null, 50).tasks())
                        .hasSize(1));
        return tasks.list(actor, TaskFilter.ALL, null, 50).tasks().getFirst();
    }

    private String participants(TestRegion region) {
        return participants(regions.actor(region.region(), "stuurgroep", "programma"));
    }

    private String participants(Actor actor) {
        return throughput
                .overview(actor, throughput.schoolYears(actor).getFirst())
                .participants()
                .toString();
    }

    private static Referral referral(long organisation) {
        var answers = new HashMap<String, Object>();
        answers.put("niveau", "entree");
        return new Referral(
                "Noor", "Noordman", LocalDate.now(PlatformClock.ZONE).minusYears(17), organisation, answers);
    }
}
