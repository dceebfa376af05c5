package nl.landingsbaan.platform.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.people.Staff;
import nl.landingsbaan.platform.place.PlaceOverview.NumberChange;
import nl.landingsbaan.platform.place.PlaceOverview.Waiting;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteRejected;
import nl.landingsbaan.platform.route.RouteState;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferErased;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferProgress;
import nl.landingsbaan.platform.transfer.Transfers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Places on the real engine: the second phase of the small route needs one. */
@WithServers
@SpringBootTest(classes = TestPlatform.class)
class PlacesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate START_MBO =
            LocalDate.now(PlatformClock.ZONE).plusMonths(6).withDayOfMonth(1);
    private static int count;

    @Autowired
    TestRegions testRegions;

    @Autowired
    Regions regions;

    @Autowired
    Routes routes;

    @Autowired
    Places places;

    @Autowired
    PlaceQueue queue;

    @Autowired
    Tasks tasks;

    @Autowired
    Transfers transfers;

    @Autowired
    TransferProgress progress;

    @Autowired
    People people;

    @Autowired
    Staff staff;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** 002 F 35: as coordinator I cannot assign dossier 15 at a capacity of 14; raising the capacity releases the queue. */
    @Test
    void dossier15WaitsAtACapacityOf14AndRaisingTheCapacityReleasesTheQueue() throws Exception {
        var region = region(new PlaceKind("coaching", "Coaching", 14, null));
        var first = IntStream.rangeClosed(1, 14)
                .mapToObj(n -> toThePlace(region, "Jongere" + n))
                .toList();
        awaitTaken(region, 14);
        assertThat(first)
                .allSatisfy(id ->
                        assertThat(places.waiting(region.coordinator(), id)).isEmpty());

        var fifteenth = toThePlace(region, "Vijftien");
        awaitQueue(region, fifteenth);
        var sixteenth = toThePlace(region, "Zestien");
        awaitQueue(region, fifteenth, sixteenth);
        assertThat(places.waiting(region.coordinator(), sixteenth))
                .singleElement()
                .satisfies(waits -> {
                    assertThat(waits.name()).isEqualTo("Coaching");
                    assertThat(waits.position()).isEqualTo(2);
                });
        assertThat(guided(region)).hasSize(14).doesNotContain(fifteenth, sixteenth);
        assertThat(phaseOf(region, fifteenth)).as("not in the phase yet").isNull();

        assertThat(places.change(region.coordinator(), "coaching", 15, "Een coach erbij"))
                .isEqualTo(1);

        awaitTaken(region, 15);
        await().atMost(SOON).untilAsserted(() -> assertThat(guided(region)).contains(fifteenth));
        awaitQueue(region, sixteenth);
        var overview = places.overview(region.coordinator()).getFirst();
        assertThat(overview.letIn()).extracting(PlaceOverview.LetIn::transferId).containsExactly(fifteenth);
        assertThat(overview.changes())
                .extracting(NumberChange::before, NumberChange::after, NumberChange::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(14, 15, "Een coach erbij"));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE region_id = ? AND action = ?")
                        .params(region.region().id(), AuditAction.PLACES_CHANGED.name())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoLeavesGivesThePlaceToWhoIsFirst() throws Exception {
        var region = region(new PlaceKind("coaching", "Coaching", 1, null));
        var one = toThePlace(region, "Een");
        awaitTaken(region, 1);
        var two = toThePlace(region, "Twee");
        awaitQueue(region, two);
        var three = toThePlace(region, "Drie");
        awaitQueue(region, two, three);

        complete(region, one);

        await().atMost(SOON).untilAsserted(() -> assertThat(guided(region)).containsExactly(two));
        awaitQueue(region, three);
        awaitTaken(region, 1);
    }

    @Test
    void whoStopsWhileHavingOrWaitingForAPlaceMakesRoom() throws Exception {
        var region = region(new PlaceKind("coaching", "Coaching", 1, null));
        var one = toThePlace(region, "Een");
        awaitTaken(region, 1);
        var two = toThePlace(region, "Twee");
        awaitQueue(region, two);
        var three = toThePlace(region, "Drie");
        awaitQueue(region, two, three);

        stop(region, two);
        awaitQueue(region, three);

        stop(region, one);
        awaitQueue(region);
        await().atMost(SOON).untilAsserted(() -> assertThat(guided(region)).containsExactly(three));
    }

    @Test
    void fewerPlacesTakeNobodysPlaceAway() throws Exception {
        var region = region(new PlaceKind("coaching", "Coaching", 2, null));
        var one = toThePlace(region, "Een");
        var two = toThePlace(region, "Twee");
        awaitTaken(region, 2);

        places.change(region.coordinator(), "coaching", 1, "Een coach minder");
        var three = toThePlace(region, "Drie");
        awaitQueue(region, three);
        assertThat(guided(region)).containsExactlyInAnyOrder(one, two);

        complete(region, one);
        awaitTaken(region, 1);
        awaitQueue(region, three);

        complete(region, two);
        awaitQueue(region);
        await().atMost(SOON).untilAsserted(() -> assertThat(guided(region)).containsExactly(three));
    }

    @Test
    void perRoleThereAreSoManyForEachPersonNotForEachMembership() throws Exception {
        var region = region(new PlaceKind("coaching", "Coaching", 1, "coach"));
        toThePlace(region, "Een");
        awaitTaken(region, 1);
        var two = toThePlace(region, "Twee");
        awaitQueue(region, two);

        var elsewhere = organisation(region, "andere-school");
        people.addMembership(region.coach().accountId(), region.region().id(), elsewhere, "coach");
        assertThat(places.overview(region.coordinator()).getFirst().capacity()).isEqualTo(1);
        awaitQueue(region, two);

        var second = testRegions.actor(region.region(), "coach", "programma");
        awaitQueue(region);
        awaitTaken(region, 2);

        staff.leave(
                region.coordinator(),
                second.accountId(),
                List.of(second.memberships().getFirst().organisationId()));
        assertThat(places.overview(region.coordinator()).getFirst())
                .satisfies(overview -> assertThat(overview.capacity()).isEqualTo(1))
                .satisfies(overview -> assertThat(overview.taken()).isEqualTo(2));
    }

    @Test
    void twoNodesAtOnceNeverGiveMorePlacesThanThereAre() throws Exception {
        var region = region(new PlaceKind("coaching", "Coaching", 5, null));
        var wanted = IntStream.range(0, 12)
                .mapToObj(n -> testRegions.refer(region, "Jongere" + n, "Testman"))
                .toList();
        try (var nodes = Executors.newFixedThreadPool(8)) {
            var wishes = wanted.stream()
                    .map(id -> (Callable<Void>) () -> {
                        queue.wish(new Wish(region.region().id(), id, "coaching", id, 1_000_000 + id));
                        return null;
                    })
                    .toList();
            for (var each : nodes.invokeAll(wishes)) {
                each.get();
            }
        }
        var overview = places.overview(region.coordinator()).getFirst();
        assertThat(overview.taken()).isEqualTo(5);
        assertThat(overview.waiting()).isEqualTo(7);
    }

    @Test
    void sayingItAgainChangesNothing() throws Exception {
        var region = region(new PlaceKind("coaching", "Coaching", 0, null));
        var id = testRegions.refer(region, "Noor", "Testman");
        var wish = new Wish(region.region().id(), id, "coaching", 7, 70);
        queue.wish(wish);
        queue.wish(wish);
        var held = queue.known(region.region().id(), id, 7).orElseThrow();
        queue.end(held);
        queue.end(held);
        queue.wish(wish);

        assertThat(queue.open(region.region().id(), id)).isEmpty();
    }

    @Test
    void whoIsFoundToWaitAfterAllStandsWhereItStood() throws Exception {
        var region = region(new PlaceKind("coaching", "Coaching", 0, null));
        var one = testRegions.refer(region, "Noor", "Testman");
        var two = testRegions.refer(region, "Sam", "Testman");
        queue.wish(new Wish(region.region().id(), one, "coaching", 1, 10));
        queue.wish(new Wish(region.region().id(), two, "coaching", 2, 20));
        queue.end(queue.known(region.region().id(), one, 1).orElseThrow());
        awaitQueue(region, two);

        queue.reopen(queue.known(region.region().id(), one, 1).orElseThrow());

        awaitQueue(region, one, two);
    }

    @Test
    void whoWasLetInMeanwhileIsNotTakenForGone() throws Exception {
        var region = region(new PlaceKind("coaching", "Coaching", 0, null));
        var id = testRegions.refer(region, "Noor", "Testman");
        queue.wish(new Wish(region.region().id(), id, "coaching", 7, 70));
        var waiting = queue.known(region.region().id(), id, 7).orElseThrow();
        places.change(region.coordinator(), "coaching", 1, "Plek erbij");

        queue.end(waiting);

        assertThat(queue.open(region.region().id(), id))
                .singleElement()
                .satisfies(held -> assertThat(held.given()).isTrue());
    }

    @Test
    void anErasedTransferMakesRoom() throws Exception {
        var region = region(new PlaceKind("coaching", "Coaching", 1, null));
        var one = testRegions.refer(region, "Noor", "Testman");
        var two = testRegions.refer(region, "Sam", "Testman");
        queue.wish(new Wish(region.region().id(), one, "coaching", 1, 10));
        queue.wish(new Wish(region.region().id(), two, "coaching", 2, 20));

        transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM place WHERE transfer_id = ?").param(one).update();
            events.publishEvent(new TransferErased(region.region().id(), one));
        });

        assertThat(queue.open(region.region().id(), two))
                .singleElement()
                .satisfies(held -> assertThat(held.given()).isTrue());
    }

    @Test
    void namesAreOnlyOfThoseWhomTheReaderMaySee() throws Exception {
        var region = region(new PlaceKind("coaching", "Coaching", 0, null));
        var id = toThePlace(region, "Noor");
        awaitQueue(region, id);
        var administrator = testRegions.actor(region.region(), "beheerder", "programma");

        assertThat(places.overview(region.coordinator()).getFirst().queue())
                .extracting(Waiting::name)
                .containsExactly("Noor Testman");
        assertThat(places.overview(administrator).getFirst().queue())
                .extracting(Waiting::name)
                .containsExactly((String) null);
        assertThat(places.overview(region.mentor())).isEmpty();
    }

    @Test
    void aChangeSaysWhyAndIsMadeByWhoMay() throws Exception {
        var region = region(new PlaceKind("coaching", "Coaching", 1, null));

        assertThatThrownBy(() -> places.change(region.coach(), "coaching", 2, "Meer"))
                .isInstanceOf(PlaceRefused.class);
        assertThatThrownBy(() -> places.change(region.coordinator(), "coaching", 2, " "))
                .isInstanceOfSatisfying(
                        PlaceRefused.class, e -> assertThat(e.field()).isEqualTo("reden"));
        assertThatThrownBy(() -> places.change(region.coordinator(), "coaching", -1, "Minder"))
                .isInstanceOfSatisfying(
                        PlaceRefused.class, e -> assertThat(e.field()).isEqualTo("aantal"));
        assertThatThrownBy(() -> places.change(region.coordinator(), "coaching", 1, "Evenveel"))
                .isInstanceOfSatisfying(
                        PlaceRefused.class, e -> assertThat(e.field()).isEqualTo("aantal"));
        assertThatThrownBy(() -> places.change(region.coordinator(), "logeren", 1, "Nieuw"))
                .isInstanceOf(PlaceRefused.class);
        assertThat(places.kinds(region.region().id()).getFirst().number()).isEqualTo(1);
    }

    // Doing

    private TestRegion region(PlaceKind kind) throws RouteRejected {
        var region = testRegions.make("plekken" + ++count, START_MBO);
        var id = region.region().id();
        places.define(id, List.of(kind));
        var version =
                routes.publish(id, region.region().code(), regions.roles(id).keySet(), route());
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(routes.version(version.id()).state()).isEqualTo(RouteState.LIVE));
        return region;
    }

    private static RouteBundle route() {
        var klein = TestRegions.klein();
        var drawing = klein.drawings()
                .get("klein.bpmn")
                .replace(
                        "<zeebe:property name=\"fase\" value=\"tweede\" />",
                        "<zeebe:property name=\"fase\" value=\"tweede\" />"
                                + "<zeebe:property name=\"plek\" value=\"coaching\" />");
        return new RouteBundle(klein.rootProcessId(), Map.of("klein.bpmn", drawing), klein.forms(), klein.catalogue());
    }

    /** Refers somebody and does the first step; then the route wants a place. */
    private long toThePlace(TestRegion region, String firstName) {
        var id = testRegions.refer(region, firstName, "Testman");
        var task = taskOf(region.mentor(), id);
        tasks.complete(
                region.mentor(),
                task.id(),
                Map.of("coach", Long.toString(region.coach().accountId()), "gaat_door", "ja"));
        return id;
    }

    private void complete(TestRegion region, long transfer) {
        tasks.complete(
                region.coach(), taskOf(region.coach(), transfer).id(), Map.of("verslag", "Kort", "gestart", "ja"));
    }

    private void stop(TestRegion region, long transfer) {
        var event = transfers.dossier(region.mentor(), transfer).events().getFirst();
        transfers.report(region.mentor(), transfer, event.stepId(), Map.of("reden_afmelden", "verhuisd"));
    }

    private TaskSummary taskOf(Actor actor, long transfer) {
        await().atMost(SOON).until(() -> list(actor).stream().anyMatch(task -> task.transferId() == transfer));
        return list(actor).stream()
                .filter(task -> task.transferId() == transfer)
                .findFirst()
                .orElseThrow();
    }

    private List<TaskSummary> list(Actor actor) {
        return tasks.list(actor, TaskFilter.ALL, null, 100).tasks();
    }

    /** Whose second step is open. */
    private List<Long> guided(TestRegion region) {
        return list(region.coach()).stream().map(TaskSummary::transferId).toList();
    }

    private String phaseOf(TestRegion region, long transfer) {
        return transfers.list(region.coordinator(), TransferFilter.ALL, 0, 100).stream()
                .filter(each -> each.id() == transfer)
                .findFirst()
                .orElseThrow()
                .phase();
    }

    private void awaitTaken(TestRegion region, int number) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                places.overview(region.coordinator()).getFirst().taken())
                        .isEqualTo(number));
    }

    private void awaitQueue(TestRegion region, Long... transferIds) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                places.overview(region.coordinator()).getFirst().queue())
                        .extracting(Waiting::transferId)
                        .containsExactly(transferIds));
    }

    private long organisation(TestRegion region, String code) {
        return regions.organisations(region.region().id()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
