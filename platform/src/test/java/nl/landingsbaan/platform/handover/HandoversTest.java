package nl.landingsbaan.platform.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditEntry;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.consent.Consents;
import nl.landingsbaan.platform.consent.Decision;
import nl.landingsbaan.platform.consent.Manner;
import nl.landingsbaan.platform.consent.Receiver;
import nl.landingsbaan.platform.consent.SharedState;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.form.CatalogueField;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.form.Sensitivity;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.ContactRules;
import nl.landingsbaan.platform.region.OrganisationKind;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.RegionDefinition;
import nl.landingsbaan.platform.region.RegionSettings;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.Role;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.region.Sharing;
import nl.landingsbaan.platform.route.Dialect;
import nl.landingsbaan.platform.route.HandoverSide;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteRejected;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.task.OpenedStep;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskNotFound;
import nl.landingsbaan.platform.task.TaskNotReady;
import nl.landingsbaan.platform.task.TaskProjection;
import nl.landingsbaan.platform.task.TaskState;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.tenant.CatalogueFile;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Answers;
import nl.landingsbaan.platform.transfer.Corrections;
import nl.landingsbaan.platform.transfer.DossierSharing;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import nl.landingsbaan.platform.transfer.Transfers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** The warm handover as two schools know it. The route waits; what happens is here. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
@RecordApplicationEvents
class HandoversTest {

    private static final AtomicLong KEYS = new AtomicLong(810_000_000);
    private static final String PHONE = "06-12345678";
    private static final String LEARNING = "Heeft een rustige plek nodig";
    private static final String EMERGENCY = "Bij een aanval de ouders bellen";
    private static final String PRACTICAL = "Maandag om negen uur bij de balie";

    @Autowired
    Handovers handovers;

    @Autowired
    UnreadHandovers unread;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskProjection projection;

    @Autowired
    Transfers transfers;

    @Autowired
    Referrals referrals;

    @Autowired
    Participants participants;

    @Autowired
    DossierSharing sharing;

    @Autowired
    Consents consents;

    @Autowired
    Regions regions;

    @Autowired
    Routes routes;

    @Autowired
    TestRegions people;

    @Autowired
    AuditLog audit;

    @Autowired
    PlatformClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Answers answers;

    @Autowired
    Corrections corrections;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    /** What the region asks of who takes over, besides what every region asks. */
    String required;

    Region region;
    Actor mentor;
    Actor coach;
    Actor mbo;
    Actor colleague;
    long transfer;

    @BeforeEach
    void aYoungPersonWhoGoesToTheMbo() throws IOException {
        region = region("overdracht" + KEYS.incrementAndGet());
        mentor = people.actor(region, "mentor", "school");
        coach = people.actor(region, "coach", "programma");
        mbo = people.actor(region, "mbo-mentor", "mbo");
        colleague = people.actor(region, "mbo-mentor", "mbo");
        transfer = referrals.refer(
                mentor,
                new Referral(
                        "Noor",
                        "Overstap",
                        LocalDate.now(PlatformClock.ZONE).minusYears(17),
                        mentor.memberships().getFirst().organisationId(),
                        Map.of(
                                "mbo",
                                Long.toString(mbo.memberships().getFirst().organisationId()),
                                "telefoon",
                                PHONE,
                                "leren_behoefte",
                                LEARNING,
                                "noodhandeling",
                                EMERGENCY)));
        open(HandoverSide.SENT);
    }

    @AfterEach
    void now() {
        clock.setOffset(Duration.ZERO);
    }

    /** 000 §7 nr 16. */
    @Test
    void asVsoMentorICannotCompleteTheHandoverWithoutTheYoungPersonPresentOrTheReasonWhyNot() {
        var without = talk();
        without.remove("jongere_aanwezig");
        assertThatThrownBy(() -> handovers.send(mentor, transfer, Map.of(), without))
                .isInstanceOfSatisfying(
                        FormRefused.class, e -> assertThat(e.errors()).containsOnlyKeys("jongere_aanwezig"));
        var absent = talk();
        absent.put("jongere_aanwezig", "nee");
        assertThatThrownBy(() -> handovers.send(mentor, transfer, Map.of(), absent))
                .isInstanceOfSatisfying(
                        FormRefused.class, e -> assertThat(e.errors()).containsKey("reden_zonder_jongere"));
        assertThat(handovers.overview(mentor, transfer).versions()).isEmpty();
        absent.put("reden_zonder_jongere", "wilde_niet");
        absent.put("toelichting_zonder_jongere", "De mentor belt");
        handovers.send(mentor, transfer, Map.of(), absent);
        assertThat(latest().state()).isEqualTo(HandoverState.SENT);
    }

    /** 000 §7 nr 17. */
    @Test
    void asMboContactpersoonISeeWhatIsMissingBeforeTheStartAndWhoOwesIt() {
        assertThat(handovers.missing(mbo, transfer)).anySatisfy(missing -> {
            assertThat(missing.label()).isEqualTo("Wanneer was het gesprek?");
            assertThat(missing.owedBy()).isEqualTo(mentor.displayName());
            assertThat(missing.required()).isTrue();
        });
        send();
        assertThat(handovers.missing(mbo, transfer))
                .extracting(Missing::label)
                .doesNotContain("Wanneer was het gesprek?");
    }

    /** 002 F 27. */
    @Test
    void asVsoSchoolArnhemIOwnTheHandoverAndTheCoachCannotCompleteIt() {
        var task = handovers
                .overview(mentor, transfer)
                .sending()
                .orElseThrow()
                .summary()
                .id();
        participate("coach", coach);
        assertThatThrownBy(() -> tasks.complete(coach, task, talk())).isInstanceOf(TaskNotFound.class);
        assertThatThrownBy(() -> handovers.send(coach, transfer, Map.of(), talk()))
                .isInstanceOf(HandoverRefused.class);
        assertThat(handovers.overview(coach, transfer).sending()).isEmpty();
    }

    @Test
    void theSchoolsTaskIsNotDoneWhileNothingWasSent() {
        var task = handovers
                .overview(mentor, transfer)
                .sending()
                .orElseThrow()
                .summary()
                .id();
        assertThatThrownBy(() -> tasks.complete(mentor, task, talk()))
                .isInstanceOfSatisfying(
                        TaskNotReady.class, e -> assertThat(e.page()).isEqualTo("overdracht"));
        assertThat(openSteps()).containsExactly("Overdragen");
        send();
        assertThat(openSteps()).isEmpty();
    }

    @Test
    void withNothingConsentedTheHandoverGoesAllTheSame() {
        var composition = handovers.composition(mentor, transfer);
        assertThat(composition.going())
                .extracting(going -> going.value().text())
                .doesNotContain(PHONE, LEARNING);
        assertThat(composition.staying())
                .filteredOn(staying -> staying.category() == Category.CONTACT)
                .singleElement()
                .satisfies(staying -> assertThat(staying.state()).isEqualTo(SharedState.NOT_ASKED));
        send();
        assertThat(read(mbo)).contains(PRACTICAL).doesNotContain(PHONE, LEARNING, EMERGENCY);
    }

    @Test
    void whatIsConsentedGoesAndTheSenderLeavesOutWhatIsNotNeeded() {
        consent(true, Category.CONTACT, Category.ONDERSTEUNING_LEREN);
        handovers.send(mentor, transfer, Map.of("telefoon", LeftOut.NOT_NEEDED), talk());
        assertThat(read(mbo)).contains(LEARNING).doesNotContain(PHONE, EMERGENCY);
    }

    /** 000 §7 nr 14 and 15. */
    @Test
    void whatIsWithdrawnIsGoneAtOnceFromTheScreenAndThePdf() throws IOException {
        consent(true, Category.ONDERSTEUNING_LEREN, Category.MEDISCH);
        send();
        assertThat(read(mbo)).contains(LEARNING, EMERGENCY);
        assertThat(pdf(mbo)).contains(LEARNING, EMERGENCY);
        sharing.withdraw(mentor, transfer, receiver(), Set.of(Category.MEDISCH), Set.of(Signatory.JONGERE));
        assertThat(read(mbo)).contains(LEARNING).doesNotContain(EMERGENCY);
        assertThat(pdf(mbo)).contains(LEARNING).doesNotContain(EMERGENCY);
    }

    @Test
    void whatIsSpecialIsSealedInWhatWasSent() {
        consent(true, Category.MEDISCH, Category.CONTACT, Category.ONDERSTEUNING_LEREN);
        send();
        var texts = jdbc.sql("SELECT text FROM handover_item WHERE region_id = ? AND text IS NOT NULL")
                .param(region.id())
                .query(String.class)
                .list();
        assertThat(texts).contains(PHONE).doesNotContain(EMERGENCY, LEARNING);
    }

    @Test
    void whatIsChangedAfterwardsStandsNextToWhatWasSent() {
        consent(true, Category.CONTACT);
        send();
        corrections.correct(mentor, transfers.find(mentor, transfer), "telefoon", "06-87654321", "Nieuw nummer");
        assertThat(handovers.open(mbo, transfer).orElseThrow().sections().stream()
                        .flatMap(section -> section.lines().stream()))
                .anySatisfy(line -> {
                    assertThat(line.text()).isEqualTo(PHONE);
                    assertThat(line.newer()).isEqualTo("06-87654321");
                });
    }

    /** 002 F 26. */
    @Test
    void asSlberIConfirmThatIReadItByOpeningAndTheSenderSeesWhoAndWhen() {
        send();
        assertThat(latest().receivers().getFirst().readings()).isEmpty();
        handovers.overview(mbo, transfer);
        assertThat(latest().receivers().getFirst().readings())
                .as("a list is no opening")
                .isEmpty();
        handovers.open(mbo, transfer);
        assertThat(latest().receivers().getFirst().readings())
                .extracting(HandoverVersion.ReadBy::name)
                .containsExactly(mbo.displayName());
        assertThat(events.stream(HandoverRead.class)).hasSize(1);
        assertThat(actions()).contains(AuditAction.HANDOVER_SENT, AuditAction.HANDOVER_READ);
    }

    /** 002 F 26. */
    @Test
    void unreadAfterTenDaysTellsEverybodyOnceAndReadNobody() {
        send();
        clock.setOffset(Duration.ofDays(9));
        unread.look();
        assertThat(told()).isZero();
        clock.setOffset(Duration.ofDays(10).plusMinutes(1));
        unread.look();
        unread.look();
        assertThat(told()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT account_id FROM message WHERE region_id = ? AND kind = 'HANDOVER_UNREAD'")
                        .param(region.id())
                        .query(Long.class)
                        .list())
                .contains(mentor.accountId(), mbo.accountId(), colleague.accountId());
    }

    @Test
    void whatWasReadInTimeIsNotRemindedOf() {
        send();
        handovers.open(mbo, transfer);
        clock.setOffset(Duration.ofDays(20));
        unread.look();
        assertThat(told()).isZero();
    }

    @Test
    void aNamedPersonOfTheReceiverTakesOverAndIsTheOneAroundTheYoungPerson() {
        send();
        open(HandoverSide.TAKEN_OVER);
        assertThatThrownBy(() -> handovers.decide(mbo, transfer, Map.of("overdracht_besluit", "overgenomen")))
                .isInstanceOf(TaskNotReady.class);
        handovers.open(mbo, transfer);
        handovers.decide(mbo, transfer, Map.of("overdracht_besluit", "overgenomen"));
        assertThat(latest().state()).isEqualTo(HandoverState.TAKEN_OVER);
        assertThat(latest().closedBy()).isEqualTo(mbo.displayName());
        assertThat(participants.inRoles(region.id(), transfer, List.of("mbo-mentor")))
                .singleElement()
                .satisfies(participant -> assertThat(participant.accountId()).isEqualTo(mbo.accountId()));
        assertThat(openSteps()).isEmpty();
    }

    /** 002 F 32. */
    @Test
    void asTrainerTheDossierStaysOpenUntilANamedTakerOverConfirms() {
        send();
        open(HandoverSide.TAKEN_OVER);
        clock.setOffset(Duration.ofDays(90));
        handovers.open(mbo, transfer);
        assertThat(transfers.dossier(mentor, transfer).summary().outcome()).isNull();
        assertThat(openSteps()).containsExactly("Overnemen");
        assertThat(latest().state()).isNotEqualTo(HandoverState.TAKEN_OVER);
        var task = tasks.list(mbo, TaskFilter.ALL, null, 10).tasks().getFirst().id();
        assertThatThrownBy(() -> tasks.complete(mbo, task, Map.of())).isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> tasks.complete(mentor, task, Map.of("overdracht_besluit", "overgenomen")))
                .isInstanceOf(TaskNotFound.class);
        assertThat(openSteps()).containsExactly("Overnemen");

        tasks.complete(mbo, task, Map.of("overdracht_besluit", "overgenomen"));
        assertThat(openSteps()).isEmpty();
        assertThat(latest().closedBy()).isEqualTo(mbo.displayName());
    }

    @Test
    void takingOverInTheListOfTasksIsTakingOver() {
        send();
        open(HandoverSide.TAKEN_OVER);
        handovers.open(mbo, transfer);
        var task = tasks.list(mbo, TaskFilter.ALL, null, 10).tasks().getFirst();
        tasks.complete(mbo, task.id(), Map.of("overdracht_besluit", "overgenomen"));
        assertThat(latest().state()).isEqualTo(HandoverState.TAKEN_OVER);
    }

    @Test
    void whatIsGivenBackGoesOnAsANextVersionAndTheHistoryStays() {
        consent(true, Category.CONTACT);
        handovers.send(mentor, transfer, Map.of("telefoon", LeftOut.NOT_NEEDED), talk());
        open(HandoverSide.TAKEN_OVER);
        handovers.open(mbo, transfer);
        handovers.decide(
                mbo,
                transfer,
                Map.of(
                        "overdracht_besluit", "teruggegeven",
                        "overdracht_ontbreekt", List.of("contact"),
                        "reden_teruggave", "Hoe bereiken we Noor?"));
        assertThat(latest().returnReason()).isEqualTo("Hoe bereiken we Noor?");
        assertThat(handovers.open(mbo, transfer)).isEmpty();
        open(HandoverSide.SENT);
        assertThat(handovers.composition(mentor, transfer).going())
                .filteredOn(going -> going.value().key().equals("telefoon"))
                .singleElement()
                .satisfies(going -> assertThat(going.leftOut()).isEqualTo(LeftOut.NOT_NEEDED));
        send();
        assertThat(handovers.overview(mentor, transfer).versions())
                .extracting(HandoverVersion::number, HandoverVersion::state)
                .containsExactly(tuple(2, HandoverState.SENT), tuple(1, HandoverState.RETURNED));
        assertThat(read(mbo)).contains(PHONE);
    }

    @Test
    void aReceiverWithoutAnAccountConfirmsByWordOfMouthAndItIsMarkedSo() {
        send();
        handovers.confirm(mentor, transfer, "D. de Wit", "slb'er");
        open(HandoverSide.TAKEN_OVER);
        assertThat(openSteps()).isEmpty();
        assertThat(latest().state()).isEqualTo(HandoverState.CONFIRMED);
        assertThat(latest().toldBy()).isEqualTo("D. de Wit, slb'er");
    }

    @Test
    void whatIsConfirmedByWordOfMouthStaysATaskWhereTheRegionAsksForMore() throws IOException {
        required = "eerste_contact";
        aYoungPersonWhoGoesToTheMbo();
        send();
        handovers.confirm(mentor, transfer, "D. de Wit", "slb'er");
        open(HandoverSide.TAKEN_OVER);
        assertThat(openSteps()).hasSize(1);
        var task = tasks.list(mbo, TaskFilter.ALL, null, 10).tasks().getFirst();
        tasks.complete(
                mbo, task.id(), Map.of("overdracht_besluit", "overgenomen", "eerste_contact", "Maandag om negen uur"));
        assertThat(openSteps()).isEmpty();
    }

    @Test
    void nothingNeedsToBeSentWhenItWasConfirmedByWordOfMouth() {
        var task = handovers
                .overview(mentor, transfer)
                .sending()
                .orElseThrow()
                .summary()
                .id();
        handovers.confirm(mentor, transfer, "D. de Wit", "slb'er");
        tasks.complete(mentor, task, talk());
        assertThat(openSteps()).isEmpty();
    }

    @Test
    void onlyTheSendingSideRecordsWhatWasConfirmed() {
        participate("coach", coach);
        send();
        assertThatThrownBy(() -> handovers.confirm(coach, transfer, "D. de Wit", "slb'er"))
                .isInstanceOf(HandoverRefused.class);
        assertThatThrownBy(() -> handovers.confirm(mbo, transfer, "D. de Wit", "slb'er"))
                .isInstanceOf(HandoverRefused.class);
        assertThatThrownBy(() -> handovers.confirm(mentor, transfer, " ", "slb'er"))
                .isInstanceOf(HandoverRefused.class);
    }

    @Test
    void aSenderDoesNotSeeThroughTheReceiversEyesWhatIsNotSharedWithTheSender() {
        consent(true, Category.CONTACT);
        participate("coach", coach);
        answer(coach, "telefoon", "06-99999999");

        assertThat(handovers.composition(mentor, transfer).toString()).doesNotContain("06-99999999");
        assertThat(handovers.preview(mentor, transfer, Set.of()).toString())
                .contains(PHONE)
                .doesNotContain("06-99999999");
        send();
        assertThat(read(mentor)).contains(PHONE).doesNotContain("06-99999999");
    }

    @Test
    void aSenderWhoDoesNotDecideOnSharingIsNotToldWhatIsRefusedToTheReceiver() throws IOException {
        var careCoordinator = people.actor(region, "zorgcoordinator", "school");
        participate("zorgcoordinator", careCoordinator);
        consent(true, Category.CONTACT);
        consent(false, Category.MEDISCH);
        send();

        var sheet = handovers.open(careCoordinator, transfer).orElseThrow();

        assertThat(sheet.sections().toString()).contains(PHONE);
        assertThat(sheet.withheld().refused()).isEmpty();
        assertThat(sheet.withheld().notAsked()).isEmpty();
        assertThat(sheet.somethingWithheld()).isTrue();
        assertThat(pdf(careCoordinator))
                .contains("Er zijn gegevens die niet gedeeld worden.")
                .doesNotContain("De jongere deelt dit niet met u");
        for (var reader : List.of(mentor, mbo)) {
            var told = handovers.open(reader, transfer).orElseThrow();
            assertThat(told.withheld().refused()).contains(Category.MEDISCH);
            assertThat(told.somethingWithheld()).isFalse();
        }
    }

    @Test
    void whoNeitherSendsNorReceivesOpensNothing() {
        participate("coach", coach);
        send();
        assertThat(handovers.open(coach, transfer)).isEmpty();
        assertThat(handovers.pdf(coach, transfer)).isEmpty();
    }

    @Test
    void thePdfIsTaggedMarkedWithWhoseCopyItIsAndCountsAsRead() throws IOException {
        send();
        var file = handovers.pdf(mbo, transfer).orElseThrow();
        assertThat(file.name()).doesNotContainIgnoringCase("noor");
        try (PDDocument document = Loader.loadPDF(file.content())) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl");
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Exemplaar van " + mbo.displayName())
                    .contains("Bladzijde 1 van");
        }
        assertThat(latest().receivers().getFirst().readings()).hasSize(1);
        assertThat(actions()).contains(AuditAction.HANDOVER_DOWNLOADED);
    }

    @Test
    void aDraftIsKept() {
        consent(true, Category.CONTACT);
        handovers.keepDraft(
                mentor, transfer, Map.of("telefoon", LeftOut.OUTDATED), Map.of("overdracht_praktisch", "Half af"));
        var composition = handovers.composition(mentor, transfer);
        assertThat(composition.task().draft()).containsEntry("overdracht_praktisch", "Half af");
        assertThat(composition.going())
                .filteredOn(going -> going.value().key().equals("telefoon"))
                .singleElement()
                .satisfies(going -> assertThat(going.leftOut()).isEqualTo(LeftOut.OUTDATED));
        assertThat(handovers.open(mbo, transfer)).isEmpty();
    }

    private void send() {
        handovers.send(mentor, transfer, Map.of(), talk());
    }

    private static Map<String, Object> talk() {
        var talk = new HashMap<String, Object>();
        talk.put("overdracht_op", LocalDate.now(PlatformClock.ZONE).toString());
        talk.put("overdracht_vorm", "op_mbo");
        talk.put("overdracht_met", "De nieuwe mentor");
        talk.put("jongere_aanwezig", "ja");
        talk.put("overdracht_afspraken", "Elke maandag samen de week bekijken");
        talk.put("overdracht_praktisch", PRACTICAL);
        return talk;
    }

    private HandoverVersion latest() {
        return handovers.overview(mentor, transfer).versions().getFirst();
    }

    private String read(Actor reader) {
        return handovers.open(reader, transfer).orElseThrow().sections().toString();
    }

    private String pdf(Actor reader) throws IOException {
        var file = handovers.pdf(reader, transfer).orElseThrow();
        try (PDDocument document = Loader.loadPDF(file.content())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private long told() {
        return events.stream(HandoverUnread.class)
                .filter(event -> event.transferId() == transfer)
                .count();
    }

    private List<AuditAction> actions() {
        return audit.about(region.id(), AuditSubject.TRANSFER, transfer, 100).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private List<String> openSteps() {
        return tasks.way(mentor, transfer).stream()
                .filter(task -> task.state() == TaskState.OPEN)
                .map(TaskLine::stepName)
                .toList();
    }

    private Receiver receiver() {
        return Receiver.organisation(mbo.memberships().getFirst().organisationId());
    }

    private void consent(boolean granted, Category... categories) {
        sharing.record(
                mentor,
                transfer,
                new Decision(
                        Set.of(receiver()),
                        Set.of(categories),
                        Set.of("onderwijs"),
                        Set.of(Signatory.JONGERE),
                        granted,
                        Manner.GESPREK,
                        consents.today(),
                        null));
    }

    private void answer(Actor actor, String key, String text) {
        var of = transfers.find(region.id(), transfer);
        transaction.executeWithoutResult(status -> answers.record(
                of,
                routes.form(of.routeVersionId(), "aanmelden"),
                null,
                Map.of(key, text),
                participants.source(actor, transfer, Set.of())));
    }

    private void participate(String role, Actor actor) {
        transaction.executeWithoutResult(status -> jdbc.sql("INSERT INTO participant"
                        + " (id, region_id, transfer_id, role_code, organisation_id, account_id, since)"
                        + " VALUES (NEXT VALUE FOR id_seq + 900000000, ?, ?, ?, ?, ?, NOW(6))")
                .params(
                        region.id(),
                        transfer,
                        role,
                        actor.memberships().getFirst().organisationId(),
                        actor.accountId())
                .update());
    }

    private void open(HandoverSide side) {
        var version = transfers.find(region.id(), transfer).routeVersionId();
        var step = routes.steps(version).stream()
                .filter(each -> each.handover() == side)
                .findFirst()
                .orElseThrow();
        var key = KEYS.incrementAndGet();
        projection.open(new OpenedStep(region.id(), transfer, step.id(), key, key, null));
    }

    private Region region(String code) throws IOException {
        var made = regions.create(new RegionDefinition(
                code,
                "Testregio " + code,
                "Testprogramma",
                new RegionSettings(
                        5,
                        Map.of(UnreadHandovers.DAYS, 10),
                        Map.of("mentor", "school"),
                        List.of(),
                        Map.of("klaar", "Klaar"),
                        new Sharing(
                                12,
                                true,
                                Set.of("identificatie", "voortgang"),
                                List.of(new Sharing.Consenters(0, true, false)),
                                List.of(
                                        new Sharing.Purpose("begeleiding", "Begeleiding", Set.of("mentor", "coach")),
                                        new Sharing.Purpose("onderwijs", "Onderwijs", Set.of("mbo-mentor")))),
                        ContactRules.DEFAULT,
                        RegionSettings.OUTDATED_AFTER_MONTHS,
                        RegionSettings.RETENTION_MONTHS,
                        Map.of(),
                        RegionSettings.ENTRY_UNTIL,
                        List.of()),
                List.of(
                        new Role("mentor", "Mentor", EnumSet.of(Right.REFER, Right.WORK)),
                        new Role("zorgcoordinator", "Zorgcoördinator", EnumSet.of(Right.WORK)),
                        new Role("coach", "Coach", EnumSet.of(Right.WORK)),
                        new Role("mbo-mentor", "Mentor mbo", EnumSet.of(Right.WORK))),
                List.of(
                        new RegionDefinition.NewOrganisation("school", "De School", OrganisationKind.VSO),
                        new RegionDefinition.NewOrganisation("mbo", "Het Mbo", OrganisationKind.MBO),
                        new RegionDefinition.NewOrganisation("programma", "Het Programma", OrganisationKind.PROGRAMMA)),
                List.of(new SchoolYear(
                        "2090-2091",
                        LocalDate.of(2090, 8, 1),
                        LocalDate.of(2091, 7, 31),
                        Map.of("start_mbo", LocalDate.of(2090, 9, 1), "kerst", LocalDate.of(2090, 12, 20))))));
        try {
            routes.publish(made.id(), code, regions.roles(made.id()).keySet(), route());
        } catch (RouteRejected e) {
            throw new IllegalStateException(e.problems().toString());
        }
        return made;
    }

    /** Two steps, with the forms of the library. */
    private RouteBundle route() throws IOException, RouteRejected {
        var library = Path.of("..", "processes");
        var forms = new HashMap<String, String>();
        for (var form : List.of("warme-overdracht", "overdracht-overnemen")) {
            forms.put(
                    form,
                    Files.readString(
                            library.resolve("fasen").resolve("warme-overdracht").resolve(form + ".form")));
        }
        if (required != null) {
            forms.computeIfPresent(
                    "overdracht-overnemen",
                    (id, json) -> json.replaceFirst(
                            "(\"key\"\\s*:\\s*\"" + required + "\")", "$1,\"validate\":{\"required\":true}"));
        }
        forms.put(
                "aanmelden",
                "{\"type\":\"default\",\"id\":\"aanmelden\",\"components\":["
                        + List.of("telefoon", "leren_behoefte", "noodhandeling").stream()
                                .map(key -> "{\"type\":\"" + (key.equals("telefoon") ? "textfield" : "textarea")
                                        + "\",\"key\":\"" + key + "\"},")
                                .collect(Collectors.joining())
                        + "{\"type\":\"select\",\"key\":\"mbo\",\"properties\":{\"deelnemer\":\"mbo-mentor\"}}]}");
        var dialect = new Dialect(
                Set.of("mentor", "zorgcoordinator", "coach", "mbo-mentor"),
                Map.of("school", "mentor", "zorg", "zorgcoordinator", "begeleider", "coach", "ontvanger", "mbo-mentor"),
                Map.of("jongere", "jongere"));
        return dialect.translate(new RouteBundle("kort", Map.of("kort.bpmn", DRAWING), forms, catalogue(library)));
    }

    /** A region may hold more to be special than the categories that always are. */
    private static Catalogue catalogue(Path library) throws IOException {
        return Catalogue.of(
                CatalogueFile.read(library.resolve("velden.yaml"), Path.of("nothing")).fields().values().stream()
                        .map(field -> !field.key().equals("leren_behoefte")
                                ? field
                                : new CatalogueField(
                                        field.key(),
                                        field.label(),
                                        field.explanation(),
                                        field.type(),
                                        field.category(),
                                        Sensitivity.BIJZONDER,
                                        field.processVariable(),
                                        field.choices(),
                                        field.choiceSource()))
                        .toList());
    }

    private static final String DRAWING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
              <bpmn:process id="kort" isExecutable="true">
                <bpmn:startEvent id="begin">
                  <bpmn:extensionElements>
                    <zeebe:formDefinition formId="aanmelden" />
                    <zeebe:properties><zeebe:property name="rollen" value="mentor" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:outgoing>a</bpmn:outgoing>
                </bpmn:startEvent>
                <bpmn:userTask id="overdragen" name="Overdragen">
                  <bpmn:extensionElements>
                    <zeebe:assignmentDefinition candidateGroups="mentor" />
                    <zeebe:formDefinition formId="warme-overdracht" />
                    <zeebe:properties><zeebe:property name="overdracht" value="verzonden" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>a</bpmn:incoming>
                  <bpmn:outgoing>b</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:userTask id="overnemen" name="Overnemen">
                  <bpmn:extensionElements>
                    <zeebe:assignmentDefinition candidateGroups="mbo-mentor" />
                    <zeebe:formDefinition formId="overdracht-overnemen" />
                    <zeebe:properties><zeebe:property name="overdracht" value="overgenomen" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>b</bpmn:incoming>
                  <bpmn:outgoing>c</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:endEvent id="klaar">
                  <bpmn:extensionElements>
                    <zeebe:properties><zeebe:property name="uitkomst" value="klaar" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>c</bpmn:incoming>
                </bpmn:endEvent>
                <bpmn:sequenceFlow id="a" sourceRef="begin" targetRef="overdragen" />
                <bpmn:sequenceFlow id="b" sourceRef="overdragen" targetRef="overnemen" />
                <bpmn:sequenceFlow id="c" sourceRef="overnemen" targetRef="klaar" />
              </bpmn:process>
            </bpmn:definitions>
            """;
}
