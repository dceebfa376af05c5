package nl.landingsbaan.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditEntry;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.Transfers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Who gives and takes access leaves a trace, and nobody comes into dossiers by their own hand or through somebody's absence. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class StaffTest {

    private static int count;

    @Autowired
    TestRegions regions;

    @Autowired
    Staff staff;

    @Autowired
    People people;

    @Autowired
    Absences absences;

    @Autowired
    Transfers transfers;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    TestRegion region;
    Actor administrator;
    Actor substitute;
    long programme;

    @BeforeEach
    void aRegion() {
        region = regions.make(
                "personeel" + ++count,
                LocalDate.now(PlatformClock.ZONE).plusMonths(8).withMonth(9).withDayOfMonth(1));
        administrator = regions.actor(region.region(), "beheerder", "programma");
        substitute = regions.actor(region.region(), "coach", "programma");
        programme = administrator.memberships().getFirst().organisationId();
    }

    @Test
    void everyRoleGivenOrTakenAndEveryNewPasswordIsOnRecord() {
        var account = region.coach().accountId();

        staff.add(administrator, "", email(account), programme, "coordinator");
        staff.add(administrator, "", email(account), programme, "coordinator");
        staff.resetPassword(administrator, account);
        staff.takeRole(administrator, account, programme, "coordinator");

        assertThat(audit.about(region.region().id(), AuditSubject.ACCOUNT, account, 10))
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder(AuditAction.ROLE_GIVEN, AuditAction.PASSWORD_RESET, AuditAction.ROLE_TAKEN);
    }

    @Test
    void anAdministratorDoesNotLetThemselvesIntoDossiers() {
        var self = administrator.accountId();

        for (var role : List.of("mentor", "coach", "coordinator")) {
            assertThatThrownBy(() -> staff.add(administrator, "", email(self).toUpperCase(), programme, role))
                    .isInstanceOfSatisfying(
                            StaffRefused.class,
                            refused -> assertThat(refused.field()).isEqualTo("rol"));
        }
        staff.add(administrator, "", email(self), programme, "stuurgroep");
        var another = regions.actor(region.region(), "beheerder", "programma");
        staff.add(another, "", email(self), programme, "coach");

        assertThat(people.memberships(region.region().id(), self))
                .extracting(membership -> membership.role().code())
                .containsExactlyInAnyOrder("beheerder", "stuurgroep", "coach");
    }

    @Test
    void twoAbsencesThatAreSetAtOnceDoNotOverlap() throws Exception {
        var coach = region.coach();
        var third = regions.actor(region.region(), "coach", "programma");
        var today = LocalDate.now(PlatformClock.ZONE);
        Callable<Boolean> first = () -> set(coach, today, today.plusDays(5), substitute);
        Callable<Boolean> second = () -> set(coach, today.plusDays(3), today.plusDays(9), third);

        try (var threads = Executors.newFixedThreadPool(4)) {
            var set = 0;
            for (var result : threads.invokeAll(List.of(first, second, first, second))) {
                set += result.get() ? 1 : 0;
            }
            assertThat(set).isEqualTo(1);
        }
        assertThat(absences.of(region.region().id(), List.of(coach.accountId())))
                .hasSize(1);
    }

    @Test
    void whatAnAbsentPersonSeesInARoleWithoutWorkIsNotInTheSubstitutesList() {
        var coach = region.coach();
        var steered = regions.refer(region, "Noor", "Stuurman");
        var accompanied = regions.refer(region, "Sem", "Coachman");
        people.addMembership(coach.accountId(), region.region().id(), programme, "stuurgroep");
        participate(steered, "stuurgroep", coach);
        participate(accompanied, "coach", coach);
        set(
                coach,
                LocalDate.now(PlatformClock.ZONE),
                LocalDate.now(PlatformClock.ZONE).plusDays(1),
                substitute);
        var standingIn =
                people.actor(substitute.accountId(), region.region().id()).orElseThrow();

        assertThat(transfers.list(standingIn, TransferFilter.ALL, 0, 10))
                .extracting(summary -> summary.id())
                .containsExactly(accompanied);
        assertThat(transfers.list(standingIn, new TransferFilter("Stuurman", null, null, null), 0, 10))
                .isEmpty();
        assertThat(transfers.dossier(standingIn, accompanied)).isNotNull();
        assertThatThrownBy(() -> transfers.dossier(standingIn, steered)).isInstanceOf(TransferNotFound.class);
    }

    private boolean set(Actor actor, LocalDate from, LocalDate until, Actor by) {
        try {
            absences.set(actor, actor.accountId(), from, until, by.accountId());
            return true;
        } catch (StaffRefused refused) {
            return false;
        }
    }

    private void participate(long transfer, String role, Actor actor) {
        transaction.executeWithoutResult(status -> jdbc.update(
                "INSERT INTO participant (id, region_id, transfer_id, role_code, organisation_id, account_id, since)"
                        + " VALUES (NEXT VALUE FOR id_seq + 900000000, ?, ?, ?, ?, ?, NOW(6))",
                region.region().id(),
                transfer,
                role,
                programme,
                actor.accountId()));
    }

    private String email(long account) {
        return people.email(account).orElseThrow();
    }
}
