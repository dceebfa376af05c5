package nl.landingsbaan.platform.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.consent.ConsentChanged;
import nl.landingsbaan.platform.contact.BudgetReached;
import nl.landingsbaan.platform.contact.ContactLost;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.people.Staff;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.task.OpenedStep;
import nl.landingsbaan.platform.task.TaskProjection;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What people are told, in the application and by mail, with a real mail server. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(
        classes = TestPlatform.class,
        properties = {
            "landingsbaan.mail.from=post@landingsbaan.example",
            "landingsbaan.mail.application=https://landingsbaan.example",
            "landingsbaan.mail.every=100ms"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesTest {

    private static final AtomicLong KEYS = new AtomicLong(700_000_000);
    private static final Duration SOON = Duration.ofSeconds(10);
    /** Several rounds of the postman. */
    private static final Duration A_WHILE = Duration.ofMillis(700);

    private static final String FIRST_NAME = "Zorahmerk";
    private static final String LAST_NAME = "Kwintmerk";

    private static final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static {
        server.start();
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> server.getSmtp().getPort());
    }

    @Autowired
    TestRegions regions;

    @Autowired
    TaskProjection projection;

    @Autowired
    Tasks tasks;

    @Autowired
    Routes routes;

    @Autowired
    Staff staff;

    @Autowired
    People people;

    @Autowired
    MessageBox box;

    @Autowired
    Preferences preferences;

    @Autowired
    MailTrouble trouble;

    @Autowired
    MessageFeed feed;

    @Autowired
    PlatformClock clock;

    @Autowired
    JavaMailSenderImpl mailSender;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    TestRegion region;
    Actor secondCoach;
    long transfer;

    @BeforeEach
    void aYoungPersonOnAWednesdayMorning() {
        moveTo(nextWednesday().with(LocalTime.of(9, 0)));
        region = regions.make(
                "berichten" + KEYS.incrementAndGet(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(2).withDayOfMonth(1));
        secondCoach = regions.actor(region.region(), "coach", "programma");
        transfer = regions.refer(region, FIRST_NAME, LAST_NAME);
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @Test
    void aTaskThatComesToMeInPersonIsToldOnceAndLeadsToTheTask() {
        var task = open("kennismaken", null);

        assertThat(messages(region.mentor())).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(MessageKind.TASK_CAME);
            assertThat(message.unread()).isTrue();
            assertThat(message.about().openTaskId()).isEqualTo(task);
            assertThat(message.about().stepName()).isEqualTo("Kennismaken");
            assertThat(message.about().youngPerson()).isEqualTo(FIRST_NAME + " " + LAST_NAME);
        });
        assertThat(box.unread(region.mentor())).isEqualTo(1);
    }

    @Test
    void aTaskForEverybodyWithTheRoleIsToldToNobodyAndToTheOnlyOneWithTheRole() {
        open("begeleiden", null);
        assertThat(messages(region.coach())).isEmpty();
        assertThat(messages(secondCoach)).isEmpty();

        var administrator = regions.actor(region.region(), "beheerder", "programma");
        staff.takeRole(
                administrator,
                secondCoach.accountId(),
                secondCoach.memberships().getFirst().organisationId(),
                "coach");
        var task = open("begeleiden", null);

        assertThat(messages(region.coach()))
                .singleElement()
                .satisfies(message -> assertThat(message.about().openTaskId()).isEqualTo(task));
    }

    @Test
    void aTaskThatITakeMyselfIsNotToldToMe() {
        tasks.claim(secondCoach, open("begeleiden", null));

        assertThat(messages(secondCoach)).isEmpty();
    }

    @Test
    void aTaskThatTheRouteTakesAwayIsToldToWhoeverHadIt() {
        open("kennismaken", null);
        projection.gone(KEYS.get());

        assertThat(messages(region.mentor()))
                .extracting(Message::kind)
                .containsExactlyInAnyOrder(MessageKind.TASK_CAME, MessageKind.TASK_TAKEN_AWAY);
        assertThat(messages(region.mentor()))
                .allSatisfy(message -> assertThat(message.about().openTaskId()).isNull());
    }

    @Test
    void ofATaskThatIsDoneNobodyHasToReadThatItWasThere() {
        meet(secondCoach);

        assertThat(box.unread(region.mentor())).isZero();
        assertThat(messages(region.mentor())).extracting(Message::kind).containsExactly(MessageKind.TASK_CAME);
    }

    @Test
    void whoBecomesAParticipantIsTold() {
        meet(secondCoach);

        assertThat(messages(secondCoach)).extracting(Message::kind).contains(MessageKind.TAKES_PART);
        assertThat(messages(region.coach())).isEmpty();
    }

    @Test
    void aTaskOfMineIsToldOnTheDayBeforeItIsDueAndWhenItIsLateEachOnce() {
        var wednesday = now().toLocalDate();
        open(
                "kennismaken",
                wednesday.plusDays(2).atTime(17, 0).atZone(PlatformClock.ZONE).toInstant());
        await().during(A_WHILE)
                .atMost(SOON)
                .until(() -> messages(region.mentor()).size() == 1);

        moveTo(now().plusDays(1).with(LocalTime.of(7, 0)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(messages(region.mentor()))
                        .extracting(Message::kind)
                        .containsOnlyOnce(MessageKind.TASK_DUE_TOMORROW));

        moveTo(now().plusDays(4));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(messages(region.mentor()))
                        .extracting(Message::kind)
                        .containsExactlyInAnyOrder(
                                MessageKind.TASK_CAME, MessageKind.TASK_DUE_TOMORROW, MessageKind.TASK_LATE));
        moveTo(now().plusDays(1));
        await().during(A_WHILE)
                .atMost(SOON)
                .until(() -> messages(region.mentor()).size() == 3);
    }

    @Test
    void aMessageAboutADossierThatIMayNoLongerSeeShowsNothingOfIt() {
        meet(secondCoach);
        assertThat(messages(secondCoach).getFirst().about().youngPerson()).contains(LAST_NAME);

        meet(region.coach());

        assertThat(messages(secondCoach)).isNotEmpty().allSatisfy(message -> {
            assertThat(message.hidden()).isTrue();
            assertThat(message.about()).isNull();
        });
    }

    /** 000 §7 nr 15: from the moment that access stops, notifications stop, also those that were on their way. */
    @Test
    void whoMayNoLongerSeeADossierIsNotMailedAboutItEither() {
        moveTo(now().plusDays(2));
        prefer(secondCoach, Delivery.DIGEST);
        meet(secondCoach);
        meet(region.coach());
        moveTo(now().plusDays(3));

        await().during(A_WHILE).atMost(SOON).until(() -> mails(secondCoach).isEmpty());
    }

    /** 000 §7 nr 15. */
    @Test
    void whenConsentIsWithdrawnWhoeverTakesPartIsToldThatSomethingChangedAndNotWhat() {
        meet(secondCoach);
        box.readAll(secondCoach);
        var youngPerson =
                jdbc.queryForObject("SELECT young_person_id FROM transfer WHERE id = ?", Long.class, transfer);
        tell(new ConsentChanged(region.region().id(), youngPerson));
        tell(new ConsentChanged(region.region().id(), youngPerson));

        assertThat(messages(secondCoach))
                .filteredOn(Message::unread)
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.kind()).isEqualTo(MessageKind.CONSENT_CHANGED);
                    assertThat(message.about().stepName()).isNull();
                });
        assertThat(messages(region.coach())).isEmpty();
    }

    /** 000 §7 nr 20. */
    @Test
    void whenHoursReach80And100PercentCoachAndCoordinatorAreToldOnceEachAndNobodyElse() {
        meet(secondCoach);
        var before = messages(region.mentor()).size();
        tell(new BudgetReached(region.region().id(), transfer, 80));
        tell(new BudgetReached(region.region().id(), transfer, 80));
        tell(new BudgetReached(region.region().id(), transfer, 100));

        for (var told : List.of(secondCoach, region.coordinator())) {
            assertThat(messages(told))
                    .extracting(Message::kind)
                    .containsOnlyOnce(MessageKind.CONTACT_BUDGET_NEARLY)
                    .containsOnlyOnce(MessageKind.CONTACT_BUDGET_USED);
            assertThat(messages(told).getFirst().about().youngPerson()).contains(LAST_NAME);
        }
        assertThat(messages(region.mentor())).hasSize(before);
        assertThat(messages(region.coach())).isEmpty();
    }

    /** 000 §7 nr 21: the school's mentor is told too. */
    @Test
    void whenContactIsLostEverybodyAroundTheYoungPersonIsTold() {
        meet(secondCoach);
        tell(new ContactLost(region.region().id(), transfer, 3));

        for (var told : List.of(secondCoach, region.coordinator(), region.mentor())) {
            assertThat(messages(told)).extracting(Message::kind).contains(MessageKind.CONTACT_LOST);
        }
    }

    @Test
    void whatIReadIsReadAndNobodyElseReadsItForMe() {
        open("kennismaken", null);
        open("kennismaken", null);
        var first = messages(region.mentor()).getLast();

        box.read(region.coach(), first.id());
        assertThat(box.unread(region.mentor())).isEqualTo(2);

        box.read(region.mentor(), first.id());
        assertThat(box.unread(region.mentor())).isEqualTo(1);
        assertThat(messages(region.mentor())).extracting(Message::unread).containsExactly(true, false);
        assertThat(box.page(region.mentor(), null, 1).next()).isNotNull();
        assertThat(box.page(region.mentor(), box.page(region.mentor(), null, 1).next(), 1)
                        .messages())
                .extracting(Message::id)
                .containsExactly(first.id());

        box.readAll(region.mentor());
        assertThat(box.unread(region.mentor())).isZero();
    }

    @Test
    void anOpenScreenHearsOfAMessageAsSoonAsItIsThere() {
        var heard = new AtomicLong();
        try (var listening = feed.subscribe(change -> {
            if (change.accountId() == region.mentor().accountId()) {
                heard.incrementAndGet();
            }
        })) {
            open("kennismaken", null);
            await().atMost(SOON).until(() -> heard.get() == 1);
        }
    }

    @Test
    void pagesAndCountsReadAnIndexAndNothingElse() {
        open("kennismaken", null);
        for (var query : List.of(
                "EXPLAIN " + MessageBox.UNREAD.replaceFirst("\\?", "1").replaceFirst("\\?", "1"),
                "EXPLAIN "
                        + MessageBox.PAGE
                                .replace(":region", "1")
                                .replace(":account", "1")
                                .replace(":seen", "0")
                                .replace(":at", "'9999-01-01'")
                                .replace(":id", "0")
                                .replace(":limit", "50"))) {
            assertThat(jdbc.queryForList(query))
                    .filteredOn(step -> "message".equals(step.get("table")))
                    .singleElement()
                    .satisfies(step -> {
                        assertThat(step.get("key")).isEqualTo("message_by_reader");
                        assertThat(String.valueOf(step.get("Extra"))).doesNotContain("filesort");
                    });
        }
    }

    @Test
    void aMailSaysOnlyHowMuchThereIsAndNeverWhoWhereOrWhat() throws Exception {
        prefer(region.mentor(), Delivery.AT_ONCE);
        open("kennismaken", null);

        var mail = onlyMail(region.mentor());
        var raw = GreenMailUtil.getWholeMessage(mail);

        assertThat(mail.getSubject()).isEqualTo("U hebt 1 bericht in Landingsbaan");
        assertThat(raw)
                .contains("multipart/alternative", "text/plain", "text/html", "https://landingsbaan.example/berichten")
                .contains("https://landingsbaan.example/berichten/instellingen");
        assertThat(raw.toLowerCase())
                .doesNotContain(
                        FIRST_NAME.toLowerCase(),
                        LAST_NAME.toLowerCase(),
                        "de school",
                        "kennismaken",
                        "heeft steun nodig",
                        "testprogramma",
                        region.mentor().displayName().toLowerCase(),
                        LocalDate.now(PlatformClock.ZONE).minusYears(17).toString());
        assertThat(mail.getMessageID()).matches("<bericht-\\d+@landingsbaan\\.example>");
    }

    @Test
    void whoWantsADigestIsMailedOnceOnTheNextWorkingDayWithTheTasksOfTheRole() throws Exception {
        moveTo(now().plusDays(2));
        prefer(region.mentor(), Delivery.DIGEST);
        prefer(region.coach(), Delivery.DIGEST);
        open("kennismaken", null);
        open("kennismaken", null);
        open("begeleiden", null);
        await().during(A_WHILE).atMost(SOON).until(() -> mails(region.mentor()).isEmpty());

        // Friday morning becomes Saturday, then Monday.
        moveTo(now().plusDays(1).with(LocalTime.of(12, 0)));
        await().during(A_WHILE).atMost(SOON).until(() -> mails(region.mentor()).isEmpty());
        moveTo(now().plusDays(2));

        assertThat(onlyMail(region.mentor()).getSubject()).isEqualTo("U hebt 2 berichten in Landingsbaan");
        assertThat(onlyMail(region.coach()).getSubject()).isEqualTo("Uw overzicht van vandaag in Landingsbaan");
        assertThat(GreenMailUtil.getBody(onlyMail(region.coach()))).contains("Er is 1 nieuwe taak");
        await().during(A_WHILE).atMost(SOON).until(() -> mails(region.mentor()).size() == 1);
    }

    @Test
    void whoReadsInTheApplicationOnlyIsNotMailed() {
        prefer(region.mentor(), Delivery.IN_APPLICATION);
        open("kennismaken", null);

        await().during(A_WHILE).atMost(SOON).until(() -> mails(region.mentor()).isEmpty());
        assertThat(box.unread(region.mentor())).isEqualTo(1);
    }

    @Test
    void whatWasReadBeforeTheDigestIsNotMailed() {
        prefer(region.mentor(), Delivery.DIGEST);
        open("kennismaken", null);
        box.readAll(region.mentor());
        moveTo(now().plusDays(1));

        await().during(A_WHILE).atMost(SOON).until(() -> mails(region.mentor()).isEmpty());
    }

    @Test
    void whileTheMailServerIsDownNothingIsLostAndAfterwardsEachMailArrivesOnce() {
        var administrator = regions.actor(region.region(), "beheerder", "programma");
        prefer(region.mentor(), Delivery.AT_ONCE);
        var port = mailSender.getPort();
        mailSender.setPort(1);
        try {
            open("kennismaken", null);
            await().atMost(SOON).until(() -> trouble.waiting(administrator).isPresent());
            assertThat(trouble.waiting(administrator).orElseThrow().mails()).isEqualTo(1);
            assertThat(trouble.refused(administrator)).isEmpty();
        } finally {
            mailSender.setPort(port);
        }
        moveTo(now().plusMinutes(11));

        assertThat(onlyMail(region.mentor())).isNotNull();
        await().during(A_WHILE).atMost(SOON).until(() -> mails(region.mentor()).size() == 1);
        assertThat(trouble.waiting(administrator)).isEmpty();
    }

    @Test
    void anAddressThatTheMailServerRefusesIsShownToTheAdministratorUntilMailArrivesThereAgain() throws Exception {
        var administrator = regions.actor(region.region(), "beheerder", "programma");
        prefer(region.mentor(), Delivery.AT_ONCE);
        var port = mailSender.getPort();
        try (var refusing = new RefusingMailServer()) {
            mailSender.setPort(refusing.port());
            open("kennismaken", null);
            await().atMost(SOON).until(() -> !trouble.refused(administrator).isEmpty());
        } finally {
            mailSender.setPort(port);
        }
        assertThat(trouble.refused(administrator))
                .containsOnlyKeys(region.mentor().accountId());
        assertThat(trouble.refused(administrator)
                        .get(region.mentor().accountId())
                        .mails())
                .isEqualTo(1);
        assertThat(trouble.refused(region.coach())).isEmpty();

        open("kennismaken", null);
        assertThat(onlyMail(region.mentor())).isNotNull();
        await().atMost(SOON).until(() -> trouble.refused(administrator).isEmpty());
    }

    @Test
    void aMailThatWasTakenByAMachineThatStoppedGoesOutAgainUnderTheSameMessageId() throws Exception {
        prefer(region.mentor(), Delivery.AT_ONCE);
        open("kennismaken", null);
        var id = onlyMail(region.mentor()).getMessageID();

        // As it stands when the mail server has said yes and the machine stops before it notes that.
        transaction.executeWithoutResult(status -> jdbc.update(
                "UPDATE mail SET state = 'WAITING', ended_at = NULL WHERE account_id = ?",
                region.mentor().accountId()));
        moveTo(now().plusMinutes(11));

        await().atMost(SOON).until(() -> mails(region.mentor()).size() == 2);
        assertThat(mails(region.mentor()).getLast().getMessageID()).isEqualTo(id);
    }

    private void tell(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private void prefer(Actor actor, Delivery delivery) {
        var deliveries = new EnumMap<MessageGroup, Delivery>(MessageGroup.class);
        Arrays.stream(MessageGroup.values()).forEach(group -> deliveries.put(group, delivery));
        preferences.save(actor, new MailWishes(Map.copyOf(deliveries), LocalTime.of(8, 0)));
    }

    private MimeMessage onlyMail(Actor actor) {
        await().atMost(SOON).until(() -> !mails(actor).isEmpty());
        assertThat(mails(actor)).hasSize(1);
        return mails(actor).getFirst();
    }

    private List<MimeMessage> mails(Actor actor) {
        var address = people.email(actor.accountId()).orElseThrow();
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(address);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private List<Message> messages(Actor actor) {
        return box.page(actor, null, 50).messages();
    }

    private ZonedDateTime nextWednesday() {
        var day = now();
        while (day.getDayOfWeek() != DayOfWeek.WEDNESDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(PlatformClock.ZONE);
    }

    private void moveTo(ZonedDateTime moment) {
        var offset = clock.offset();
        clock.setOffset(offset.plus(Duration.between(clock.instant(), moment.toInstant())));
    }

    private long open(String element, Instant dueAt) {
        var key = KEYS.incrementAndGet();
        projection.open(new OpenedStep(region.region().id(), transfer, step(element), key, key, dueAt));
        return projection.openSteps(region.region().id(), transfer).stream()
                .filter(each -> each.jobKey() == key)
                .findFirst()
                .orElseThrow()
                .taskId();
    }

    private void meet(Actor coach) {
        tasks.complete(
                region.mentor(),
                open("kennismaken", null),
                Map.of("coach", Long.toString(coach.accountId()), "gaat_door", "ja"));
    }

    private long step(String element) {
        return routes.steps(routes.current(region.region().id()).orElseThrow().id()).stream()
                .filter(each -> each.elementId().equals(element))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
