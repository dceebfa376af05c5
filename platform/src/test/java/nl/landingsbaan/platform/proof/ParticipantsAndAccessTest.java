package nl.landingsbaan.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditEntry;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.people.Absences;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.people.Staff;
import nl.landingsbaan.platform.people.StaffRefused;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.task.OpenedStep;
import nl.landingsbaan.platform.task.Succession;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskNotFound;
import nl.landingsbaan.platform.task.TaskProjection;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.task.Team;
import nl.landingsbaan.platform.task.TeamMember;
import nl.landingsbaan.platform.task.Unattended;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Candidate;
import nl.landingsbaan.platform.transfer.DossierReaders;
import nl.landingsbaan.platform.transfer.DossierReading;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.FormerParticipant;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.ReplacementReason;
import nl.landingsbaan.platform.transfer.ReplacementRefused;
import nl.landingsbaan.platform.transfer.Replacements;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.TransferSummary;
import nl.landingsbaan.platform.transfer.Transfers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may come at what, while people fall ill, leave, take over and work in several places. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class ParticipantsAndAccessTest {

    private static final AtomicLong KEYS = new AtomicLong(800_000_000);

    @Autowired
    TestRegions testRegions;

    @Autowired
    Regions regions;

    @Autowired
    People people;

    @Autowired
    Staff staff;

    @Autowired
    Absences absences;

    @Autowired
    Tasks tasks;

    @Autowired
    Team team;

    @Autowired
    Succession succession;

    @Autowired
    Transfers transfers;

    @Autowired
    Participants participants;

    @Autowired
    Replacements replacements;

    @Autowired
    DossierReaders readers;

    @Autowired
    TaskProjection projection;

    @Autowired
    Routes routes;

    @Autowired
    AuditLog audit;

    @Autowired
    PlatformClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    TestRegion region;
    Actor secondCoach;
    long transfer;

    @BeforeEach
    void aYoungPersonWithACoachInARegionWithTwo() {
        region = testRegions.make("wie" + KEYS.incrementAndGet(), start(), Map.of("coach", 14));
        secondCoach = testRegions.actor(region.region(), "coach", "programma");
        transfer = testRegions.refer(region, "Noor", "Testman");
        meet(transfer, region.coach());
    }

    @AfterEach
    void today() {
        clock.setOffset(Duration.ZERO);
    }

    /** 002 F 36. */
    @Test
    void asCoordinatorIReplaceAnIllCoachAllOpenTasksMoveHistoryRemains() {
        var first = open(transfer, "begeleiden");
        var second = open(transfer, "begeleiden");
        tasks.saveDraft(region.coach(), first, Map.of("verslag", "Half verha"));

        replace(region.coordinator(), secondCoach, ReplacementReason.ILL, null);

        assertThat(ids(secondCoach)).containsExactlyInAnyOrder(first, second);
        assertThat(tasks.open(secondCoach, first).draft()).containsEntry("verslag", "Half verha");
        assertThat(transfers.dossier(secondCoach, transfer).participants())
                .filteredOn(participant -> participant.roleCode().equals("coach"))
                .extracting(Participant::accountId)
                .containsExactly(secondCoach.accountId());
        assertThat(participants.former(region.region().id(), transfer)).first().satisfies(former -> {
            assertThat(former.accountId()).isEqualTo(region.coach().accountId());
            assertThat(former.reason()).isEqualTo(ReplacementReason.ILL);
            assertThat(former.since()).isBefore(former.until());
        });
        assertThat(audit.about(region.region().id(), AuditSubject.TRANSFER, transfer, 50))
                .extracting(AuditEntry::action)
                .contains(AuditAction.PARTICIPANT_REPLACED);
        noAccess(region.coach(), first);
    }

    @Test
    void whenTwoReplaceTheSameCoachEachOfThemIsInTheHistory() throws Exception {
        var third = testRegions.actor(region.region(), "coach", "programma");
        var begun = new CountDownLatch(1);
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(() -> transaction.executeWithoutResult(status -> {
                replace(region.coordinator(), secondCoach, ReplacementReason.ILL, null);
                begun.countDown();
                await().until(this::somebodyWaits);
            }));
            begun.await();
            var second = both.submit(() -> replace(region.coordinator(), third, ReplacementReason.ILL, null));
            first.get();
            second.get();
        }

        assertThat(participants.inRoles(region.region().id(), transfer, Set.of("coach")))
                .extracting(Participant::accountId)
                .containsExactly(third.accountId());
        assertThat(participants.former(region.region().id(), transfer))
                .extracting(FormerParticipant::accountId)
                .containsExactlyInAnyOrder(region.coach().accountId(), secondCoach.accountId());
    }

    private boolean somebodyWaits() {
        return jdbc.sql(
                                "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID()"
                                        + " AND TIME_MS > 100 AND (INFO LIKE '%participant%' OR INFO LIKE '%account%FOR UPDATE')")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** 000 §7 nr 22, what concerns access: the route opens the new match task. */
    @Test
    void asJongereWhenIRejectACoachThenTheFirstCoachLosesAccess() {
        var task = open(transfer, "begeleiden");
        assertThat(transfers.dossier(region.coach(), transfer)).isNotNull();

        replace(region.coordinator(), secondCoach, ReplacementReason.NO_MATCH, null);

        noAccess(region.coach(), task);
        assertThat(list(region.coach())).isEmpty();
        assertThat(tasks.way(secondCoach, transfer)).extracting(TaskLine::id).contains(task);
    }

    /** 000 §7 nr 31. */
    @Test
    void asTeamManagerWhenAMentorLeavesAllOpenTasksGoToTheRolesOtherMembersInOneAction() {
        var colleague = testRegions.actor(region.region(), "mentor", "school");
        var coordinator = testRegions.actor(region.region(), "coordinator", "school");
        var other = testRegions.refer(region, "Sam", "Vos");
        var taskOfNoor = open(transfer, "kennismaken");
        var taskOfSam = open(other, "kennismaken");
        tasks.saveDraft(region.mentor(), taskOfSam, Map.of("indruk", "Rustig"));

        var done = succession.handOver(
                coordinator, region.mentor().accountId(), List.of(colleague.accountId()), true, null);

        assertThat(done.youngPeople()).isEqualTo(2);
        assertThat(done.tasks()).isEqualTo(2);
        assertThat(ids(colleague)).containsExactlyInAnyOrder(taskOfNoor, taskOfSam);
        assertThat(tasks.open(colleague, taskOfSam).draft()).containsEntry("indruk", "Rustig");
        assertThat(people.actor(region.mentor().accountId(), region.region().id()))
                .isEmpty();
        noAccess(region.mentor(), taskOfNoor);
        assertThat(participants.former(region.region().id(), other))
                .extracting(FormerParticipant::accountId, FormerParticipant::reason)
                .contains(tuple(region.mentor().accountId(), ReplacementReason.LEFT));
        assertThat(audit.about(
                        region.region().id(),
                        AuditSubject.ACCOUNT,
                        region.mentor().accountId(),
                        50))
                .extracting(AuditEntry::action)
                .contains(AuditAction.WORK_HANDED_OVER);
    }

    @Test
    void whatSeveralTakeOverIsDividedEvenlyAndWithNobodyNamedItIsEverybodysWithTheRole() {
        var third = testRegions.actor(region.region(), "coach", "programma");
        for (var name : List.of("Een", "Twee", "Drie")) {
            meet(testRegions.refer(region, name, "Testman"), region.coach());
        }

        var divided = succession.handOver(
                region.coordinator(),
                region.coach().accountId(),
                List.of(secondCoach.accountId(), third.accountId()),
                false,
                null);

        assertThat(divided.youngPeople()).isEqualTo(4);
        assertThat(transfersOf(secondCoach)).hasSize(2);
        assertThat(transfersOf(third)).hasSize(2);
        assertThat(transfersOf(region.coach())).isEmpty();

        succession.handOver(region.coordinator(), third.accountId(), List.of(), false, null);
        assertThat(transfersOf(region.coach())).hasSize(2);
    }

    @Test
    void aHandoverThatCannotBeDoneWhollyIsNotDoneAtAll() {
        var mentor = region.mentor().accountId();
        var task = open(transfer, "kennismaken");

        assertThatThrownBy(() ->
                        succession.handOver(region.coordinator(), mentor, List.of(secondCoach.accountId()), true, null))
                .isInstanceOf(ReplacementRefused.class)
                .hasMessageContaining("Mentor");

        assertThat(ids(region.mentor())).containsExactly(task);
        assertThat(people.actor(mentor, region.region().id())).isPresent();
    }

    @Test
    void anAdministratorHandsOverForALeaverAndSeesNoDossier() {
        var administrator = testRegions.actor(region.region(), "beheerder", "programma");
        var task = open(transfer, "begeleiden");

        assertThat(succession.estate(administrator, region.coach().accountId()).youngPeople())
                .isEqualTo(1);
        succession.handOver(administrator, region.coach().accountId(), List.of(secondCoach.accountId()), true, null);

        assertThat(ids(secondCoach)).containsExactly(task);
        assertThatThrownBy(() -> transfers.dossier(administrator, transfer)).isInstanceOf(TransferNotFound.class);
    }

    @Test
    void aClaimedTaskOfALeaverGoesToTheSuccessor() {
        var undecided = testRegions.refer(region, "Sam", "Vos");
        var task = open(undecided, "begeleiden");
        tasks.claim(region.coach(), task);

        succession.handOver(
                region.coordinator(), region.coach().accountId(), List.of(secondCoach.accountId()), false, null);

        assertThat(list(secondCoach))
                .filteredOn(summary -> summary.id() == task)
                .extracting(TaskSummary::assigneeId)
                .containsExactly(secondCoach.accountId());
    }

    @Test
    void whereNobodyHoldsTheRoleAnyMoreTheCoordinatorIsTold() {
        var administrator = testRegions.actor(region.region(), "beheerder", "programma");
        open(transfer, "begeleiden");
        var programme = region.coach().memberships().getFirst().organisationId();

        assertThat(team.unattended(region.coordinator())).isEmpty();
        staff.takeRole(administrator, region.coach().accountId(), programme, "coach");
        staff.takeRole(administrator, secondCoach.accountId(), programme, "coach");

        assertThat(team.unattended(region.coordinator()))
                .containsExactly(new Unattended("Coach", "Het Programma", 1, 0));
    }

    /** 000 §7 nr 32. */
    @Test
    void asAnyProfessionalWhenIHaveNoAssignedTaskForACaseThenICannotOpenIt() {
        var task = open(transfer, "begeleiden");
        var otherSchool = testRegions.actor(region.region(), "coordinator", "andere-school");

        for (var stranger : List.of(secondCoach, otherSchool)) {
            assertThatThrownBy(() -> transfers.dossier(stranger, transfer)).isInstanceOf(TransferNotFound.class);
            assertThatThrownBy(() -> readers.of(stranger, transfer)).isInstanceOf(TransferNotFound.class);
            assertThatThrownBy(() -> replacements.replaceable(stranger, transfer))
                    .isInstanceOf(TransferNotFound.class);
            assertThatThrownBy(() -> replacements.candidates(stranger, transfer, "coach"))
                    .isInstanceOf(TransferNotFound.class);
            assertThatThrownBy(() -> tasks.open(stranger, task)).isInstanceOf(TaskNotFound.class);
            assertThatThrownBy(() -> team.tasks(stranger, region.coach().accountId(), null, 10))
                    .isInstanceOf(StaffRefused.class);
            assertThatThrownBy(() -> succession.estate(stranger, region.coach().accountId()))
                    .isInstanceOf(StaffRefused.class);
            assertThatThrownBy(
                            () -> absences.candidates(stranger, region.coach().accountId()))
                    .isInstanceOf(StaffRefused.class);
        }

        assertThat(refusals(AuditSubject.TRANSFER, transfer, AuditAction.DOSSIER_REFUSED))
                .isEqualTo(8);
        assertThat(refusals(AuditSubject.TASK, task, AuditAction.TASK_REFUSED)).isEqualTo(2);
        assertThat(refusals(AuditSubject.ACCOUNT, region.coach().accountId(), AuditAction.TEAM_REFUSED))
                .isEqualTo(6);
    }

    @Test
    void whoTakesPartButDoesNotCoordinateCannotReplaceAnybody() {
        assertThat(replacements.replaceable(region.coach(), transfer)).isEmpty();
        assertThatThrownBy(() -> replacements.candidates(region.mentor(), transfer, "coach"))
                .isInstanceOf(ReplacementRefused.class);
        assertThat(refusals(AuditSubject.TRANSFER, transfer, AuditAction.PARTICIPANT_REFUSED))
                .isEqualTo(1);
    }

    /** 000 §7 nr 3. */
    @Test
    void asUserOfRegionAWhenIRequestAnIdOfRegionBThenIGetNotFoundAndTheAttemptIsLogged() {
        var other = testRegions.make("verweg" + KEYS.incrementAndGet(), start());
        var task = open(transfer, "begeleiden");
        var stranger = other.coordinator();

        assertThatThrownBy(() -> transfers.dossier(stranger, transfer)).isInstanceOf(TransferNotFound.class);
        assertThatThrownBy(() -> readers.of(stranger, transfer)).isInstanceOf(TransferNotFound.class);
        assertThatThrownBy(() -> replacements.candidates(stranger, transfer, "coach"))
                .isInstanceOf(TransferNotFound.class);
        assertThatThrownBy(() -> team.member(stranger, region.coach().accountId()))
                .isInstanceOf(StaffRefused.class);
        assertThat(tasks.reassign(stranger, List.of(task), other.coach().accountId()))
                .noneMatch(result -> result.done());

        assertThat(audit.about(other.region().id(), AuditSubject.TRANSFER, transfer, 50))
                .extracting(AuditEntry::action)
                .containsOnly(AuditAction.DOSSIER_REFUSED)
                .hasSize(3);
        assertThat(audit.about(other.region().id(), AuditSubject.TASK, task, 50))
                .extracting(AuditEntry::action)
                .containsExactly(AuditAction.TASK_REFUSED);
    }

    /** 002 F 35, as far as it is the caseload. */
    @Test
    void asCoordinatorICannotAssignDossier15AtCapacity14() {
        for (var number = 1; number <= 14; number++) {
            meet(testRegions.refer(region, "Jongere" + number, "Testman"), secondCoach);
        }

        assertThatThrownBy(() -> meet(testRegions.refer(region, "Vijftien", "Testman"), secondCoach))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.errors().get("coach")).contains("14"));
        assertThatThrownBy(() -> replace(region.coordinator(), secondCoach, ReplacementReason.ILL, null))
                .isInstanceOfSatisfying(
                        ReplacementRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("maximum"));
        assertThatThrownBy(() -> succession.handOver(
                        region.coordinator(), region.coach().accountId(), List.of(secondCoach.accountId()), true, null))
                .isInstanceOf(ReplacementRefused.class);
        assertThat(transfers.dossier(region.coach(), transfer)).isNotNull();
        assertThat(replacements.candidates(region.coordinator(), transfer, "coach"))
                .filteredOn(candidate -> candidate.accountId() == secondCoach.accountId())
                .allMatch(Candidate::isFull);

        replace(region.coordinator(), secondCoach, ReplacementReason.ILL, "Tot de kerst, daarna komt er een coach bij");

        assertThat(transfers.dossier(secondCoach, transfer)).isNotNull();
        assertThat(team.member(region.coordinator(), secondCoach.accountId()).loads())
                .containsExactly(new TeamMember.Load("Coach", 15, 14));
    }

    @Test
    void aSubstituteDoesTheWorkUnderTheOwnNameAsLongAsTheAbsenceLasts() {
        var task = open(transfer, "begeleiden");
        var later = open(transfer, "begeleiden");
        var today = PlatformClock.today(clock);

        absences.set(
                region.coach(),
                region.coach().accountId(),
                today.plusDays(1),
                today.plusDays(3),
                secondCoach.accountId());
        assertThat(list(now(secondCoach))).isEmpty();

        clock.setOffset(Duration.ofDays(1));
        var substitute = now(secondCoach);
        assertThat(ids(substitute)).containsExactlyInAnyOrder(task, later);
        assertThat(transfersOf(substitute)).containsExactly(transfer);
        assertThat(transfers.dossier(substitute, transfer)).isNotNull();
        tasks.complete(substitute, task, Map.of("verslag", "Gaat goed", "gestart", "ja"));
        assertThat(tasks.way(region.mentor(), transfer))
                .filteredOn(line -> line.id() == task)
                .extracting(TaskLine::closedByName)
                .containsExactly(secondCoach.displayName());

        clock.setOffset(Duration.ofDays(4));
        noAccess(now(secondCoach), later);
        assertThat(list(now(secondCoach))).isEmpty();
        assertThat(ids(region.coach())).containsExactly(later);
    }

    @Test
    void onlyAColleagueWithTheSameRoleAtTheSameOrganisationStandsIn() {
        var today = PlatformClock.today(clock);
        var elsewhere = testRegions.actor(region.region(), "coach", "andere-school");
        var self = region.coach();

        for (var wrong : List.of(elsewhere, region.mentor(), self)) {
            assertThatThrownBy(() -> absences.set(self, self.accountId(), today, today, wrong.accountId()))
                    .isInstanceOfSatisfying(
                            StaffRefused.class,
                            refused -> assertThat(refused.field()).isEqualTo("vervanger"));
        }
        assertThatThrownBy(() -> absences.set(secondCoach, self.accountId(), today, today, secondCoach.accountId()))
                .isInstanceOf(StaffRefused.class);
        absences.set(region.coordinator(), self.accountId(), today, today.plusDays(9), secondCoach.accountId());
        assertThat(transfers.dossier(now(secondCoach), transfer)).isNotNull();

        absences.end(
                self,
                absences.of(region.region().id(), List.of(self.accountId()))
                        .getFirst()
                        .id());
        assertThatThrownBy(() -> transfers.dossier(now(secondCoach), transfer)).isInstanceOf(TransferNotFound.class);
    }

    @Test
    void whoWorksInTwoRegionsMixesNothing() {
        var other = testRegions.make("buur" + KEYS.incrementAndGet(), start());
        var here = region.coach();
        var programme = other.coach().memberships().getFirst().organisationId();
        people.addMembership(here.accountId(), other.region().id(), programme, "coach");
        var there = people.actor(here.accountId(), other.region().id()).orElseThrow();
        var transferThere = testRegions.refer(other, "Bo", "Elders");
        meet(other, transferThere, there);
        var taskHere = open(transfer, "begeleiden");
        var taskThere = open(other, transferThere, "begeleiden");

        assertThat(ids(here)).containsExactly(taskHere);
        assertThat(ids(there)).containsExactly(taskThere);
        assertThat(transfersOf(here)).containsExactly(transfer);
        assertThat(transfersOf(there)).containsExactly(transferThere);
        assertThat(transfers.list(here, new TransferFilter("Bo", null, null, null), 0, 10))
                .isEmpty();
        assertThat(tasks.list(here, new TaskFilter("Bo", TaskFilter.Whose.MINE_AND_MY_ROLES, null), null, 10)
                        .tasks())
                .isEmpty();
        noAccess(here, transferThere, taskThere);
        noAccess(there, transfer, taskHere);
        assertThatThrownBy(() -> tasks.saveDraft(here, taskThere, Map.of("verslag", "Fout")))
                .isInstanceOf(TaskNotFound.class);
        assertThat(tasks.open(there, taskThere).draft()).isEmpty();
        assertThat(team.members(region.coordinator()))
                .filteredOn(member -> member.accountId() == here.accountId())
                .extracting(TeamMember::open)
                .containsExactly(1);
    }

    @Test
    void whoHoldsRolesInTwoOrganisationsSeesBothAndActsForTheRightOne() {
        var school = organisation("school");
        var otherSchool = organisation("andere-school");
        people.addMembership(region.mentor().accountId(), region.region().id(), otherSchool, "mentor");
        var mentor = now(region.mentor());
        var colleague = testRegions.actor(region.region(), "mentor", "andere-school");
        var elsewhere = testRegions.refer(
                new TestRegion(region.region(), colleague, region.coach(), region.coordinator()), "Bo", "Elders");
        var coordinator = testRegions.actor(region.region(), "coordinator", "andere-school");
        succession.handOver(coordinator, colleague.accountId(), List.of(mentor.accountId()), false, null);

        assertThat(transfersOf(mentor)).containsExactlyInAnyOrder(transfer, elsewhere);
        assertThat(participants.organisationOf(mentor, transfer)).contains(school);
        assertThat(participants.organisationOf(mentor, elsewhere)).contains(otherSchool);
        transfers.dossier(mentor, elsewhere);
        assertThat(readers.of(mentor, elsewhere).orElseThrow())
                .extracting(DossierReading::organisationName)
                .containsExactly("De Andere School");
    }

    @Test
    void readingIsOnRecordOnceHoweverOftenThePageIsShownAgain() {
        transfers.dossier(region.coach(), transfer);
        transfers.dossier(region.coach(), transfer);
        transfers.heading(region.coach(), transfer);
        clock.setOffset(Duration.ofMinutes(11));
        transfers.dossier(region.coach(), transfer);

        assertThat(readers.of(region.mentor(), transfer).orElseThrow())
                .hasSize(2)
                .allSatisfy(reading -> {
                    assertThat(reading.personName()).isEqualTo("Test coach");
                    assertThat(reading.organisationName()).isEqualTo("Het Programma");
                });
        assertThat(readers.of(region.coordinator(), transfer)).isPresent();
        assertThat(readers.of(region.coach(), transfer)).isEmpty();
    }

    private void replace(Actor by, Actor to, ReplacementReason reason, String aboveMaximum) {
        var candidate = replacements.candidates(by, transfer, "coach").stream()
                .filter(each -> each.accountId() == to.accountId())
                .findFirst()
                .orElseThrow();
        replacements.replace(by, transfer, "coach", candidate, reason, null, aboveMaximum);
    }

    private void noAccess(Actor former, long task) {
        noAccess(former, transfer, task);
    }

    private void noAccess(Actor former, long ofTransfer, long task) {
        assertThatThrownBy(() -> transfers.dossier(former, ofTransfer)).isInstanceOf(TransferNotFound.class);
        assertThatThrownBy(() -> tasks.way(former, ofTransfer)).isInstanceOf(TransferNotFound.class);
        assertThatThrownBy(() -> tasks.open(former, task)).isInstanceOf(TaskNotFound.class);
    }

    private long refusals(AuditSubject subject, long id, AuditAction action) {
        return audit.about(region.region().id(), subject, id, 100).stream()
                .filter(entry -> entry.action() == action)
                .count();
    }

    private Actor now(Actor somebody) {
        return people.actor(somebody.accountId(), somebody.regionId()).orElseThrow();
    }

    private long organisation(String code) {
        return regions.organisations(region.region().id()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Long> transfersOf(Actor actor) {
        return transfers.list(actor, TransferFilter.ALL, 0, 100).stream()
                .map(TransferSummary::id)
                .toList();
    }

    private List<TaskSummary> list(Actor actor) {
        return tasks.list(actor, TaskFilter.ALL, null, 100).tasks();
    }

    private List<Long> ids(Actor actor) {
        return list(actor).stream().map(TaskSummary::id).toList();
    }

    private void meet(long ofTransfer, Actor coach) {
        meet(region, ofTransfer, coach);
    }

    /** The mentor completes the first step and names the coach. */
    private void meet(TestRegion in, long ofTransfer, Actor coach) {
        tasks.complete(
                in.mentor(),
                open(in, ofTransfer, "kennismaken"),
                Map.of("coach", Long.toString(coach.accountId()), "gaat_door", "ja"));
    }

    private long open(long ofTransfer, String element) {
        return open(region, ofTransfer, element);
    }

    private long open(TestRegion in, long ofTransfer, String element) {
        var key = KEYS.incrementAndGet();
        var step = routes.steps(routes.current(in.region().id()).orElseThrow().id()).stream()
                .filter(each -> each.elementId().equals(element))
                .findFirst()
                .orElseThrow()
                .id();
        projection.open(new OpenedStep(in.region().id(), ofTransfer, step, key, key, null));
        return projection.openSteps(in.region().id(), ofTransfer).stream()
                .filter(each -> each.jobKey() == key)
                .findFirst()
                .orElseThrow()
                .taskId();
    }

    private static LocalDate start() {
        return LocalDate.now(PlatformClock.ZONE).plusMonths(2).withDayOfMonth(1);
    }
}
