package nl.landingsbaan.platform.sharing;

import static nl.landingsbaan.platform.consent.Signatory.JONGERE;
import static nl.landingsbaan.platform.consent.Signatory.OUDERS;
import static nl.landingsbaan.platform.sharing.SharedDossiers.EDUCATION;
import static nl.landingsbaan.platform.sharing.SharedDossiers.GUIDANCE;
import static nl.landingsbaan.platform.sharing.SharedDossiers.marker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditEntry;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.consent.ConsentExpiring;
import nl.landingsbaan.platform.consent.Consents;
import nl.landingsbaan.platform.consent.Decision;
import nl.landingsbaan.platform.consent.DecisionRefused;
import nl.landingsbaan.platform.consent.Manner;
import nl.landingsbaan.platform.consent.Receiver;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.sharing.SharedDossiers.SharingRegion;
import nl.landingsbaan.platform.task.OpenedStep;
import nl.landingsbaan.platform.task.TaskProjection;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.ConsentLookAhead;
import nl.landingsbaan.platform.transfer.Corrections;
import nl.landingsbaan.platform.transfer.DossierSharing;
import nl.landingsbaan.platform.transfer.DossierValues;
import nl.landingsbaan.platform.transfer.FieldValue;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.SharingOverview.CategorySeen;
import nl.landingsbaan.platform.transfer.SharingRefused;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferKey;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.TransferProgress;
import nl.landingsbaan.platform.transfer.TransferSummary;
import nl.landingsbaan.platform.transfer.Transfers;
import nl.landingsbaan.platform.transfer.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The stories about sharing. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
@RecordApplicationEvents
class SharingStoriesTest {

    @Autowired
    SharedDossiers dossiers;

    @Autowired
    DossierSharing sharing;

    @Autowired
    ConsentLookAhead lookAhead;

    @Autowired
    Consents consents;

    @Autowired
    Transfers transfers;

    @Autowired
    TransferProgress progress;

    @Autowired
    Participants participants;

    @Autowired
    DossierValues dossierValues;

    @Autowired
    Corrections corrections;

    @Autowired
    TaskProjection projection;

    @Autowired
    Tasks tasks;

    @Autowired
    Routes routes;

    @Autowired
    AuditLog audit;

    @Autowired
    PlatformClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private static final String MEDICAL = SharedDossiers.fields().stream()
            .filter(field -> field.category() == Category.MEDISCH)
            .findFirst()
            .orElseThrow()
            .key();

    private SharingRegion region;
    private LocalDate today;

    @BeforeEach
    void region() {
        region = dossiers.region("verhaal" + System.nanoTime());
        today = consents.today();
    }

    @AfterEach
    void backToToday() {
        clock.setOffset(Duration.ZERO);
    }

    /** 000 §7 nr 14. */
    @Test
    void asMboMentorIDoNotSeeAFieldThatTheYoungPersonDoesNotShare() {
        var transfer = dossiers.filled(region, adult());

        decide(transfer, region.mbo(), EnumSet.complementOf(EnumSet.of(Category.MEDISCH)), true, EDUCATION);
        decide(transfer, region.mbo(), EnumSet.of(Category.MEDISCH), false, EDUCATION);

        assertThat(seen(transfer, region.mbo()))
                .doesNotContain(Category.MEDISCH)
                .contains(Category.LOOPBAAN);
        assertThat(dossierValues
                        .withheld(transfer, participants.viewer(region.mbo(), transfer.id()))
                        .refused())
                .containsExactly(Category.MEDISCH);
    }

    /** 000 §7 nr 15. */
    @Test
    void asYoungPersonIWithdrawAndTheReceiverSeesNothingMoreAtOnceWhileTheRecordStays() {
        var transfer = dossiers.filled(region, adult());
        decide(transfer, region.mbo(), EnumSet.allOf(Category.class), true, EDUCATION);
        assertThat(seen(transfer, region.mbo())).contains(Category.LOOPBAAN, Category.MEDISCH);

        sharing.withdraw(
                region.mentor(),
                transfer.id(),
                region.receiver(region.mbo()),
                EnumSet.allOf(Category.class),
                Set.of(JONGERE));

        assertThat(seen(transfer, region.mbo())).containsOnly(Category.IDENTIFICATIE);
        assertThat(audit.about(region.region().id(), AuditSubject.TRANSFER, transfer.id(), 50))
                .extracting(AuditEntry::action)
                .contains(AuditAction.CONSENT_RECORDED, AuditAction.CONSENT_WITHDRAWN);
        assertThat(sharing.overview(region.mentor(), transfer.id()).history())
                .singleElement()
                .satisfies(line -> assertThat(line.withdrawnAt()).isNotNull());
    }

    /** 000 §7 nr 35. */
    @Test
    void asParentOfSomebodyOf18ISeeNothingUntilItIsGrantedAndThenOnlyThat() {
        var transfer = dossiers.filled(region, adult());
        assertThat(dossierValues.visible(transfer, Viewer.PARENTS)).isEmpty();

        sharing.record(
                region.mentor(),
                transfer.id(),
                decision(Receiver.PARENTS, EnumSet.of(Category.VOORTGANG), true, GUIDANCE, JONGERE));

        assertThat(dossierValues.visible(transfer, Viewer.PARENTS))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.category()).isEqualTo(Category.VOORTGANG));
    }

    @Test
    void whoCanSeeWhatIsSaidOfADossierThatSaysNothingInSomeCategories() {
        var transfer = dossiers.refer(region, adult());

        var overview = sharing.overview(region.mentor(), transfer.id());

        assertThat(overview.receivers())
                .filteredOn(receiver -> receiver.receiver().isParents())
                .singleElement()
                .satisfies(parents -> assertThat(parents.categories())
                        .hasSize(Category.values().length)
                        .noneMatch(CategorySeen::own));
        assertThat(overview.receivers())
                .filteredOn(receiver -> receiver.receiver().equals(region.receiver(region.mentor())))
                .singleElement()
                .satisfies(school -> assertThat(school.categories())
                        .anyMatch(CategorySeen::own)
                        .anyMatch(seen -> !seen.own()));
        assertThat(sharing.seenAs(region.mentor(), transfer.id(), Receiver.PARENTS)
                        .values())
                .isEmpty();
    }

    /** 000 §7 nr 25. */
    @Test
    void asMboContactpersoonASwitchJoinsTheSameYoungPersonAndSupportFollowsSubjectToConsent() {
        var before = dossiers.filled(region, adult());
        decide(before, region.mbo(), EnumSet.of(Category.ONDERSTEUNING_LEREN), true, EDUCATION);
        progress.ended(before.id(), "gestopt");

        var after = dossiers.referAgain(region, before);
        dossiers.answer(
                after,
                "kennismaken",
                Map.of(
                        "gaat_door",
                        "ja",
                        "opleiding",
                        "Zorg en welzijn",
                        "coach",
                        Long.toString(region.coach().accountId()),
                        "mbo",
                        Long.toString(region.mbo().memberships().getFirst().organisationId())),
                region.mentor());

        assertThat(transfers.others(region.mbo(), after.id()))
                .extracting(TransferSummary::id)
                .containsExactly(before.id());
        assertThat(dossierValues.visible(after, participants.viewer(region.mentor(), after.id())))
                .filteredOn(value -> value.key().equals("opleiding"))
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.text()).isEqualTo("Zorg en welzijn");
                    assertThat(value.earlier())
                            .extracting(FieldValue.Given::text)
                            .containsExactly(marker("opleiding"));
                });
        assertThat(dossierValues.visible(after, participants.viewer(region.mbo(), after.id())))
                .filteredOn(value -> value.category() != Category.IDENTIFICATIE)
                .isNotEmpty()
                .allSatisfy(value -> {
                    assertThat(value.category()).isEqualTo(Category.ONDERSTEUNING_LEREN);
                    assertThat(value.latest().fromEarlierTransfer()).isTrue();
                });

        sharing.withdraw(
                region.mentor(),
                after.id(),
                region.receiver(region.mbo()),
                EnumSet.allOf(Category.class),
                Set.of(JONGERE));
        assertThat(seen(after, region.mbo())).doesNotContain(Category.ONDERSTEUNING_LEREN);
    }

    /** 002 F 17. */
    @Test
    void asProgrammeIInviteThroughTheSchoolWithoutContactDataBeforeThereIsConsent() {
        var transfer = dossiers.filled(region, adult());

        assertThat(seen(transfer, region.coordinator())).doesNotContain(Category.CONTACT);
        assertThat(transfers.list(region.coordinator(), TransferFilter.ALL, 0, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.originName()).isEqualTo("De School"));
        assertThat(participants.of(region.region().id(), transfer.id()))
                .anySatisfy(school ->
                        assertThat(school.accountId()).isEqualTo(region.mentor().accountId()));
    }

    /** 002 F 22. */
    @Test
    void asSchoolWithoutConsentIReadThatTheOutcomeIsUnknownAndNotThatItFailed() {
        var transfer = dossiers.filled(region, adult());
        dossiers.answer(transfer, "begeleiden", Map.of("verslag", "Klaar", "gestart", "ja"), region.coach());
        progress.ended(transfer.id(), "gestopt");

        assertThat(outcome(transfer, region.mentor())).isEqualTo(TransferSummary.UNKNOWN);
        assertThat(outcome(transfer, region.coach())).isEqualTo("Gestopt");

        decide(transfer, region.mentor(), EnumSet.of(Category.UITKOMST), true, GUIDANCE);

        assertThat(outcome(transfer, region.mentor())).isEqualTo("Gestopt");
    }

    /** 002 F 23. */
    @Test
    void asSchoolIEndThePartOfAnOrganisationItsAccessEndsAtOnceAndItsOpenTasksComeToUs() {
        var transfer = dossiers.filled(region, adult());
        decide(transfer, region.coach(), EnumSet.allOf(Category.class), true, GUIDANCE);
        var task = coachesTask(transfer);
        assertThat(tasks.openFor(region.coach(), transfer.id())).hasSize(1);

        sharing.endParticipation(
                region.mentor(),
                transfer.id(),
                region.coach().memberships().getFirst().organisationId());

        assertThat(tasks.openFor(region.coach(), transfer.id())).isEmpty();
        assertThatThrownBy(() -> transfers.dossier(region.coach(), transfer.id()))
                .isInstanceOf(TransferNotFound.class);
        assertThat(tasks.openFor(region.mentor(), transfer.id()))
                .extracting(open -> open.id())
                .containsExactly(task);
    }

    /** Rule 6 of the design: support never waits for consent. */
    @Test
    void supportGoesOnWhenNothingIsShared() {
        var transfer = dossiers.filled(region, adult());
        for (var actor : List.of(region.coach(), region.mbo(), region.coordinator())) {
            decide(transfer, actor, EnumSet.allOf(Category.class), false, GUIDANCE, EDUCATION);
        }
        var task = coachesTask(transfer);

        var opened = tasks.open(region.coach(), task);

        assertThat(opened.summary().about().shortName()).startsWith("Noor");
        assertThat(opened.people()).hasSize(4);
        assertThat(opened.toString()).doesNotContain("<<");
    }

    @Test
    void onlyTheSchoolAndTheProgrammeDecideAndARefusedAttemptIsOnRecord() {
        var transfer = dossiers.filled(region, adult());
        var decision = decision(region.receiver(region.mbo()), EnumSet.of(Category.MEDISCH), true, EDUCATION, JONGERE);

        for (var actor : List.of(region.mbo(), region.coach())) {
            assertThatThrownBy(() -> sharing.record(actor, transfer.id(), decision))
                    .isInstanceOf(SharingRefused.class);
        }
        assertThatThrownBy(() -> sharing.record(region.stranger(), transfer.id(), decision))
                .isInstanceOf(TransferNotFound.class);

        assertThat(audit.about(region.region().id(), AuditSubject.TRANSFER, transfer.id(), 50).stream()
                        .map(AuditEntry::action)
                        .filter(AuditAction.CONSENT_REFUSED::equals))
                .hasSize(2);
        sharing.record(region.coordinator(), transfer.id(), decision);
        assertThat(seen(transfer, region.mbo())).contains(Category.MEDISCH);
    }

    @Test
    void viewAsShowsWhatTheReceiversOwnPeopleSee() {
        var transfer = dossiers.filled(region, adult());
        decide(transfer, region.mbo(), EnumSet.of(Category.MEDISCH, Category.CONTACT), true, EDUCATION);

        var seenAs = sharing.seenAs(region.mentor(), transfer.id(), region.receiver(region.mbo()));

        assertThat(seenAs.values().stream().map(value -> value.key() + value.text()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        dossierValues.visible(transfer, participants.viewer(region.mbo(), transfer.id())).stream()
                                .map(value -> value.key() + value.text())
                                .toList());
        assertThatThrownBy(() -> sharing.seenAs(region.mbo(), transfer.id(), region.receiver(region.coach())))
                .isInstanceOf(SharingRefused.class);
    }

    @Test
    void viewAsShowsNobodyWhatTheReceiverWroteForItself() {
        var transfer = dossiers.filled(region, adult());
        dossiers.answer(
                transfer,
                "kennismaken",
                Map.of(
                        MEDICAL,
                        "Alleen voor ons",
                        "gaat_door",
                        "ja",
                        "coach",
                        Long.toString(region.coach().accountId())),
                region.mbo());
        assertThat(texts(dossierValues.visible(transfer, participants.viewer(region.mbo(), transfer.id()))))
                .contains("Alleen voor ons");

        var seenAs = sharing.seenAs(region.mentor(), transfer.id(), region.receiver(region.mbo()));

        assertThat(seenAs.values().toString()).doesNotContain("Alleen voor ons");
        assertThat(seenAs.beyond()).contains(Category.MEDISCH).doesNotContain(Category.LOOPBAAN);
    }

    @Test
    void aCoordinatorWhoCorrectsSomebodyElsesWordsDoesNotMakeThemItsOwn() {
        var transfer = dossiers.filled(region, adult());
        decide(transfer, region.coordinator(), EnumSet.of(Category.MEDISCH), true, GUIDANCE);
        corrections.correct(region.coordinator(), transfer, MEDICAL, "Verbeterd", "Stond er fout");
        assertThat(texts(dossierValues.visible(transfer, participants.viewer(region.mentor(), transfer.id()))))
                .contains("Verbeterd");

        decide(transfer, region.coordinator(), EnumSet.of(Category.MEDISCH), false, GUIDANCE);

        assertThat(seen(transfer, region.coordinator())).doesNotContain(Category.MEDISCH);
    }

    @Test
    void whoCorrectsSomethingAfterTheEndDoesNotComeToKnowTheOutcome() {
        var transfer = dossiers.filled(region, adult());
        dossiers.answer(transfer, "begeleiden", Map.of("verslag", "Klaar", "gestart", "ja"), region.coach());
        progress.ended(transfer.id(), "gestopt");

        corrections.correct(region.mentor(), transfer, MEDICAL, "Verbeterd", "Stond er fout");

        assertThat(outcome(transfer, region.mentor())).isEqualTo(TransferSummary.UNKNOWN);
    }

    @Test
    void whatIsMissingInADecisionIsSaidForEachField() {
        var transfer = dossiers.refer(region, adult());
        var empty = new Decision(Set.of(), Set.of(), Set.of(), Set.of(), true, null, today.plusDays(1), null);

        assertThatThrownBy(() -> sharing.record(region.mentor(), transfer.id(), empty))
                .isInstanceOfSatisfying(
                        DecisionRefused.class,
                        refused -> assertThat(refused.errors())
                                .containsOnlyKeys(
                                        Decision.RECEIVERS,
                                        Decision.CATEGORIES,
                                        Decision.PURPOSES,
                                        Decision.SIGNATORIES,
                                        Decision.MANNER,
                                        Decision.GIVEN_ON));
    }

    @Test
    void specialValuesAreInNoRowOfTheDatabaseInPlainText() {
        var transfer = dossiers.filled(region, adult());
        var special = SharedDossiers.fields().stream()
                .filter(field -> field.category().special())
                .toList();
        assertThat(special).isNotEmpty();

        for (var table : jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_type = 'BASE TABLE'")
                .query(String.class)
                .list()) {
            var content = jdbc.sql("SELECT * FROM `" + table + "`")
                    .query()
                    .listOfRows()
                    .toString();
            assertThat(special).as(table).noneMatch(field -> content.contains(marker(field.key())));
        }
        assertThat(dossierValues
                        .visible(transfer, participants.viewer(region.mentor(), transfer.id()))
                        .toString())
                .contains(special.stream().map(field -> marker(field.key())).toList());
    }

    @Test
    void whatEndsSoonIsAnnouncedOnce() {
        var ending = dossiers.refer(region, adult());
        decide(ending, region.mbo(), EnumSet.of(Category.CONTACT), true, EDUCATION);
        var birthday = today.plusDays(20);
        var turning = dossiers.refer(region, birthday.minusYears(16));
        sharing.record(
                region.mentor(),
                turning.id(),
                new Decision(
                        Set.of(region.receiver(region.mbo())),
                        Set.of(Category.CONTACT),
                        Set.of(EDUCATION),
                        Set.of(OUDERS),
                        true,
                        Manner.FORMULIER,
                        today,
                        today.plusMonths(6)));

        lookAhead.look();
        lookAhead.look();

        assertThat(events.stream(ConsentExpiring.class)
                        .filter(event -> event.regionId() == region.region().id())
                        .map(event -> event.reason() + " " + event.on()))
                .containsExactlyInAnyOrder("LAST_DAY " + today.plusDays(11), "BIRTHDAY " + birthday);
    }

    private static List<String> texts(List<FieldValue> values) {
        return values.stream().map(FieldValue::text).toList();
    }

    private LocalDate adult() {
        return today.minusYears(19);
    }

    private void decide(
            TransferKey transfer, Actor receiver, Set<Category> categories, boolean granted, String... purposes) {
        for (var purpose : purposes) {
            sharing.record(
                    region.mentor(),
                    transfer.id(),
                    decision(region.receiver(receiver), categories, granted, purpose, JONGERE));
        }
    }

    private Decision decision(
            Receiver receiver, Set<Category> categories, boolean granted, String purpose, Signatory signatory) {
        return new Decision(
                Set.of(receiver),
                categories,
                Set.of(purpose),
                Set.of(signatory),
                granted,
                Manner.GESPREK,
                today,
                today.plusDays(10));
    }

    private Set<Category> seen(TransferKey transfer, Actor actor) {
        var categories = EnumSet.noneOf(Category.class);
        dossierValues
                .visible(transfer, participants.viewer(actor, transfer.id()))
                .forEach(value -> categories.add(value.category()));
        return categories;
    }

    private String outcome(TransferKey transfer, Actor actor) {
        return transfers.dossier(actor, transfer.id()).summary().outcomeName();
    }

    /** The step in which the coach accompanies, as the engine would open it. */
    private long coachesTask(TransferKey transfer) {
        var step = routes.steps(transfer.routeVersionId()).stream()
                .filter(each ->
                        each.kind() == StepKind.USER_TASK && each.roles().contains("coach"))
                .findFirst()
                .orElseThrow();
        projection.open(
                new OpenedStep(transfer.regionId(), transfer.id(), step.id(), transfer.id(), transfer.id(), null));
        return tasks.openFor(region.coach(), transfer.id()).getFirst().id();
    }
}
