package nl.landingsbaan.platform.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.ContactRules;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.ParticipantsChanged;
import nl.landingsbaan.platform.transfer.PhaseEntered;
import nl.landingsbaan.platform.transfer.TransferEnded;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.Transfers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
@RecordApplicationEvents
class ContactsTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ContactRules RULES =
            new ContactRules(Map.of("bellen", "Gebeld", "bezoek", "Bezoek"), 14, 40, 3);
    private static final String NOTE = "Wil liever naar de kappersopleiding";

    @Autowired
    Contacts contacts;

    @Autowired
    Standings standings;

    @Autowired
    Transfers transfers;

    @Autowired
    TestRegions regions;

    @Autowired
    PlatformClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    ApplicationEvents events;

    TestRegion region;
    Actor coach;
    long transfer;

    @BeforeEach
    void aYoungPersonWithACoach() {
        region = regions.make(
                "contact" + COUNT.incrementAndGet(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(1),
                RULES);
        transfer = regions.refer(region, "Sam", "Vos");
        coach = region.coach();
        named("coach", coach);
    }

    @AfterEach
    void now() {
        clock.setOffset(Duration.ZERO);
    }

    @Test
    void twoTapsAreEnoughAndTheMinutesAreThoseOfTheLastContactOfTheKind() {
        contacts.log(coach, transfer, new NewContact("bellen", ContactResult.GOOD, 25, null, null));
        contacts.log(coach, transfer, new NewContact("bellen", ContactResult.MIXED));
        contacts.log(coach, transfer, new NewContact("bezoek", ContactResult.GOOD));

        var log = contacts.of(coach, transfer);
        assertThat(log.moments()).extracting(ContactMoment::minutes).containsExactly(Contacts.USUAL_MINUTES, 25, 25);
        assertThat(log.moments().getFirst().kindName()).isEqualTo("Bezoek");
        assertThat(log.hours().usedMinutes()).isEqualTo(Contacts.USUAL_MINUTES + 50);
        assertThat(contacts.usualMinutes(coach)).containsEntry("bellen", 25).containsEntry("bezoek", 15);
    }

    @Test
    void aContactCanBeDatedBackToTheReferralButNotIntoTheFuture() {
        later(Duration.ofDays(5));
        contacts.log(
                coach,
                transfer,
                new NewContact("bellen", ContactResult.GOOD, 5, clock.instant().minus(Duration.ofDays(4)), null));

        assertThatThrownBy(() -> contacts.log(
                        coach,
                        transfer,
                        new NewContact(
                                "bellen", ContactResult.GOOD, 5, clock.instant().plusSeconds(90), null)))
                .isInstanceOf(ContactRefused.class)
                .hasMessageContaining("nog niet geweest");
        assertThatThrownBy(() -> contacts.log(
                        coach,
                        transfer,
                        new NewContact(
                                "bellen", ContactResult.GOOD, 5, clock.instant().minus(Duration.ofDays(9)), null)))
                .isInstanceOf(ContactRefused.class)
                .hasMessageContaining("voor de aanmelding");
    }

    @Test
    void whatWasLoggedIsChangedOnTheSameDayOnlyAndWhatItSaidIsKept() {
        var id = contacts.log(coach, transfer, new NewContact("bellen", ContactResult.GOOD, 10, null, "Eerst"));
        contacts.change(coach, transfer, id, new NewContact("bellen", ContactResult.WORRIES, 20, null, NOTE));

        var moment = contacts.of(coach, transfer).moments().getFirst();
        assertThat(moment.result()).isEqualTo(ContactResult.WORRIES);
        assertThat(moment.note()).isEqualTo(NOTE);
        assertThat(moment.changed()).isTrue();
        assertThat(jdbc.sql("SELECT note FROM contact_earlier WHERE region_id = ? AND contact_id = ?")
                        .params(region.region().id(), id)
                        .query(String.class)
                        .list())
                .containsExactly("Eerst");
        assertThatThrownBy(() -> contacts.change(
                        region.mentor(), transfer, id, new NewContact("bellen", ContactResult.GOOD, 1, null, null)))
                .isInstanceOf(ContactRefused.class);

        later(Duration.ofDays(1));
        assertThat(contacts.of(coach, transfer).moments().getFirst().mayChange())
                .isFalse();
        assertThatThrownBy(() -> contacts.withdraw(coach, transfer, id)).isInstanceOf(ContactRefused.class);
    }

    @Test
    void whatIsTakenBackCountsNoMore() {
        var id = contacts.log(coach, transfer, new NewContact("bellen", ContactResult.GOOD, 30, null, null));
        contacts.withdraw(coach, transfer, id);

        var log = contacts.of(coach, transfer);
        assertThat(log.moments()).isEmpty();
        assertThat(log.hours().usedMinutes()).isZero();
        assertThat(log.standing().lastAt()).isNull();
    }

    /** 000 §7 nr 20. */
    @Test
    void whenHoursReach80And100PercentCoachAndCoordinatorAreToldAndAnExtensionNeedsApproval() {
        minutes(720, 2);
        minutes(479, 1);
        assertThat(events.stream(BudgetReached.class)).isEmpty();
        minutes(1, 1);
        assertThat(events.stream(BudgetReached.class))
                .extracting(BudgetReached::percent)
                .containsExactly(80);
        minutes(480, 1);
        minutes(60, 1);
        assertThat(events.stream(BudgetReached.class))
                .extracting(BudgetReached::percent)
                .containsExactly(80, 100);

        var request = contacts.requestHours(coach, transfer, 10, "De stage begint pas in maart");
        assertThat(contacts.of(coach, transfer).hours().requests().getFirst().mayDecide())
                .isFalse();
        assertThat(contacts.of(coach, transfer).hours().budgetMinutes()).isEqualTo(2400);
        assertThatThrownBy(() -> contacts.decideHours(coach, transfer, request, true, "Mag wel"))
                .isInstanceOf(ContactRefused.class);
        assertThatThrownBy(() -> contacts.decideHours(region.coordinator(), transfer, request, true, " "))
                .isInstanceOf(ContactRefused.class);

        contacts.decideHours(region.coordinator(), transfer, request, true, "Akkoord tot de zomer");
        assertThat(contacts.of(coach, transfer).hours().budgetMinutes()).isEqualTo(3000);
        assertThat(events.stream(HoursRequested.class)).hasSize(1);
        assertThat(events.stream(HoursDecided.class))
                .allMatch(HoursDecided::approved)
                .hasSize(1);
    }

    @Test
    void aCoordinatorWhoAsksForHoursDoesNotDecideAboutThem() {
        var request = contacts.requestHours(region.coordinator(), transfer, 4, "Extra gesprekken");

        assertThatThrownBy(() -> contacts.decideHours(region.coordinator(), transfer, request, true, "Ja"))
                .isInstanceOf(ContactRefused.class);
    }

    /** 000 §7 nr 21. */
    @Test
    void whenContactIsLostAfterThreeLoggedAttemptsItIsToldOnceUntilSomebodyAnswers() {
        attempt();
        attempt();
        assertThat(events.stream(ContactLost.class)).isEmpty();
        attempt();
        attempt();
        assertThat(events.stream(ContactLost.class))
                .containsExactly(new ContactLost(region.region().id(), transfer, 3));
        assertThat(contacts.of(region.mentor(), transfer).standing().lostAt()).isNotNull();

        later(Duration.ofMinutes(1));
        contacts.log(coach, transfer, new NewContact("bezoek", ContactResult.GOOD));
        assertThat(contacts.of(coach, transfer).standing().lostAt()).isNull();
        assertThat(contacts.of(coach, transfer).standing().unanswered()).isZero();
    }

    @Test
    void theRhythmCountsFromTheLastContactAndAnAttemptIsNone() {
        assertThat(due()).isEqualTo(today().plusDays(14));
        later(Duration.ofDays(3));
        contacts.log(coach, transfer, new NewContact("bellen", ContactResult.NOT_REACHED));
        assertThat(due()).isEqualTo(today().plusDays(11));
        contacts.log(coach, transfer, new NewContact("bellen", ContactResult.MIXED));
        assertThat(due()).isEqualTo(today().plusDays(14));
    }

    @Test
    void aCoachAgreesADecreasingRhythmPerPhaseWithAReason() {
        assertThatThrownBy(() -> contacts.agreeRhythm(coach, transfer, null, 7, " "))
                .isInstanceOf(ContactRefused.class);
        contacts.agreeRhythm(coach, transfer, null, 7, "Heeft nu meer nodig");
        contacts.agreeRhythm(coach, transfer, "landing", 30, "Kan het dan zelf");
        assertThat(due()).isEqualTo(today().plusDays(7));

        tell(new PhaseEntered(region.region().id(), transfer, year(), "landing"));
        assertThat(due()).isEqualTo(today().plusDays(30));
        assertThat(contacts.of(coach, transfer).rhythms()).hasSize(2);
    }

    @Test
    void aMissedRhythmIsToldOnceAndAgainOnlyAfterTheNextContact() {
        standings.tellOfMissedRhythms();
        later(Duration.ofDays(14));
        standings.tellOfMissedRhythms();
        assertThat(missed()).isZero();

        later(Duration.ofDays(15));
        standings.tellOfMissedRhythms();
        standings.tellOfMissedRhythms();
        assertThat(missed()).isOne();
        assertThat(contacts.dueBefore(coach, today(), false, 10))
                .extracting(ContactDue::transferId)
                .containsExactly(transfer);

        contacts.log(coach, transfer, new NewContact("bellen", ContactResult.GOOD));
        assertThat(contacts.dueBefore(coach, today(), false, 10)).isEmpty();
        later(Duration.ofDays(30));
        standings.tellOfMissedRhythms();
        assertThat(missed()).isEqualTo(2);
    }

    @Test
    void onlyWhoCarriesTheRhythmHasItInTheListAndACoordinatorWhoAsksForAll() {
        var tomorrow = today().plusDays(30);

        assertThat(contacts.dueBefore(region.mentor(), tomorrow, true, 10)).isEmpty();
        assertThat(contacts.dueBefore(region.coordinator(), tomorrow, false, 10))
                .isEmpty();
        assertThat(contacts.dueBefore(region.coordinator(), tomorrow, true, 10)).hasSize(1);
        assertThat(contacts.dueBefore(coach, tomorrow, false, 10)).hasSize(1);
    }

    @Test
    void afterTheEndNoContactFallsDue() {
        tell(new TransferEnded(region.region().id(), transfer, year(), "afgerond"));

        assertThat(contacts.standings(coach, List.of(transfer)).get(transfer).dueOn())
                .isNull();
    }

    @Test
    void aNoteIsReadByTheOwnOrganisationAndByOthersOnlyWhereProgressIsShared() {
        contacts.log(coach, transfer, new NewContact("bellen", ContactResult.GOOD, 5, null, NOTE));

        assertThat(contacts.of(region.coordinator(), transfer)
                        .moments()
                        .getFirst()
                        .note())
                .isEqualTo(NOTE);
        var elsewhere = contacts.of(region.mentor(), transfer).moments().getFirst();
        assertThat(elsewhere.note()).isNull();
        assertThat(elsewhere.result()).isEqualTo(ContactResult.GOOD);
    }

    @Test
    void aReasonIsReadByTheOwnOrganisationAndByOthersOnlyWhereProgressIsShared() {
        contacts.agreeRhythm(coach, transfer, null, 7, NOTE);
        contacts.requestHours(coach, transfer, 4, NOTE);

        assertThat(contacts.of(region.coordinator(), transfer).toString()).contains(NOTE);
        var elsewhere = contacts.of(region.mentor(), transfer);
        assertThat(elsewhere.rhythms()).hasSize(1);
        assertThat(elsewhere.hours().requests()).hasSize(1);
        assertThat(elsewhere.toString()).doesNotContain(NOTE);
    }

    @Test
    void whoTakesNoPartFindsNothingAndLogsNothing() {
        var stranger = regions.actor(region.region(), "mentor", "andere-school");
        var other = regions.make(
                "contact" + COUNT.incrementAndGet(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(1),
                RULES);

        for (var each : List.of(stranger, other.coach(), other.coordinator())) {
            assertThatThrownBy(() -> contacts.of(each, transfer)).isInstanceOf(TransferNotFound.class);
            assertThatThrownBy(() -> contacts.log(each, transfer, new NewContact("bellen", ContactResult.GOOD)))
                    .isInstanceOf(TransferNotFound.class);
            assertThat(contacts.standings(each, List.of(transfer))).isEmpty();
        }
    }

    private void named(String role, Actor person) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("INSERT INTO participant (id, region_id, transfer_id, role_code, organisation_id, account_id)"
                            + " VALUES (NEXT VALUE FOR id_seq, ?, ?, ?, ?, ?)")
                    .params(
                            region.region().id(),
                            transfer,
                            role,
                            person.memberships().getFirst().organisationId(),
                            person.accountId())
                    .update();
            publisher.publishEvent(new ParticipantsChanged(region.region().id(), transfer, role));
        });
    }

    private String year() {
        return transfers.find(coach, transfer).schoolYear();
    }

    private void tell(Object event) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(event));
    }

    private void minutes(int minutes, int times) {
        for (int i = 0; i < times; i++) {
            contacts.log(coach, transfer, new NewContact("bezoek", ContactResult.GOOD, minutes, null, null));
        }
    }

    private void attempt() {
        contacts.log(coach, transfer, new NewContact("bellen", ContactResult.NOT_REACHED));
    }

    private LocalDate due() {
        return contacts.of(coach, transfer).standing().dueOn();
    }

    private long missed() {
        return events.stream(RhythmMissed.class)
                .filter(event -> event.transferId() == transfer)
                .count();
    }

    private LocalDate today() {
        return PlatformClock.today(clock);
    }

    private void later(Duration time) {
        clock.setOffset(time);
    }
}
