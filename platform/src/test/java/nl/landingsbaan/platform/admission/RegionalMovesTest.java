package nl.landingsbaan.platform.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.consent.Manner;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.notify.Message;
import nl.landingsbaan.platform.notify.MessageBox;
import nl.landingsbaan.platform.notify.MessageKind;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.DossierValues;
import nl.landingsbaan.platform.transfer.FieldValue;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.ReferralImpossible;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.platform.transfer.TransferSummary;
import nl.landingsbaan.platform.transfer.Transfers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A young person moves to another region: what was agreed goes along, and nothing else. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class RegionalMovesTest {

    private static int count;

    @Autowired
    TestRegions testRegions;

    @Autowired
    RegionalMoves moves;

    @Autowired
    Transfers transfers;

    @Autowired
    DossierValues dossierValues;

    @Autowired
    Participants participants;

    @Autowired
    Regions regions;

    @Autowired
    MessageBox box;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    TestRegion north;
    TestRegion south;
    long transfer;
    Category level;

    @BeforeEach
    void someoneInTheNorth() {
        count++;
        var startMbo =
                LocalDate.now(PlatformClock.ZONE).plusMonths(8).withMonth(9).withDayOfMonth(1);
        north = testRegions.make("vertrek" + count, startMbo);
        south = testRegions.make("aankomst" + count, startMbo);
        transfer = testRegions.refer(north, "Noor", "Verhuisman");
        level = dossierValues
                .visible(
                        transfers.find(north.coordinator(), transfer),
                        participants.viewer(north.coordinator(), transfer))
                .stream()
                .filter(value -> value.key().equals("niveau"))
                .findFirst()
                .orElseThrow()
                .category();
    }

    @Test
    void aMoveIsOfferedWithoutANameAndTakenOverWithWhatWasConsented() {
        var move = moves.send(north.coordinator(), transfer, request(Set.of(level)));

        var incoming = moves.incoming(south.coordinator());
        assertThat(incoming).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(move);
            assertThat(each.age()).isEqualTo(17);
            assertThat(each.categories()).containsExactly(level);
            assertThat(each.toString()).doesNotContain("Noor").doesNotContain("Verhuisman");
        });
        assertThat(stored(move)).isNotNull().doesNotContain("Verhuisman");

        var arrival = moves.takeOver(south.coordinator(), move, school(), Map.of(), null);

        assertThat(arrival.unplaced()).isEmpty();
        var dossier = transfers.dossier(south.coordinator(), arrival.transferId());
        assertThat(dossier.summary().lastName()).isEqualTo("Verhuisman");
        assertThat(arrived(arrival.transferId()))
                .filteredOn(value -> value.key().equals("niveau"))
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.text()).isEqualTo("Entree");
                    assertThat(value.latest().reason()).startsWith("Overgedragen uit een andere regio op ");
                });
        assertThat(stored(move)).isNull();
        assertThat(moves.incoming(south.coordinator())).isEmpty();
        assertThat(moves.sent(north.coordinator(), transfer))
                .extracting(SentMove::state)
                .containsExactly(MoveState.TAKEN_OVER);
    }

    @Test
    void ofTwoMovesThatAreSentAtOnceOneIsOpen() throws Exception {
        Callable<Boolean> send = () -> {
            try {
                moves.send(north.coordinator(), transfer, request(Set.of(level)));
                return true;
            } catch (FormRefused refused) {
                assertThat(refused.errors()).containsOnlyKeys(MoveRequest.REGION);
                return false;
            }
        };

        try (var threads = Executors.newFixedThreadPool(4)) {
            var sent = 0;
            for (var result : threads.invokeAll(Collections.nCopies(4, send))) {
                sent += result.get() ? 1 : 0;
            }
            assertThat(sent).isEqualTo(1);
        }
        assertThat(moves.sent(north.coordinator(), transfer))
                .extracting(SentMove::state)
                .containsExactly(MoveState.SENT);
    }

    @Test
    void nothingIsInTheNewRegionThatWasNotConsented() {
        var move = moves.send(north.coordinator(), transfer, request(Set.of()));

        assertThatThrownBy(() -> moves.takeOver(south.coordinator(), move, school(), Map.of(), null))
                .isInstanceOf(FormRefused.class);
        assertThat(stored(move)).isNotNull();
        var arrival = moves.takeOver(south.coordinator(), move, school(), Map.of("niveau", "niveau_2"), null);

        assertThat(arrived(arrival.transferId()))
                .extracting(FieldValue::key, FieldValue::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("niveau", "Niveau 2"));
    }

    @Test
    void aRefusedMoveGoesBackToTheSenderWithTheReasonAndLeavesNothingBehind() {
        var move = moves.send(north.coordinator(), transfer, request(Set.of(level)));

        assertThatThrownBy(() -> moves.refuse(south.coordinator(), move, " ")).isInstanceOf(FormRefused.class);
        moves.refuse(south.coordinator(), move, "Ons programma is vol.");

        assertThat(moves.sent(north.coordinator(), transfer)).singleElement().satisfies(sent -> {
            assertThat(sent.state()).isEqualTo(MoveState.REFUSED);
            assertThat(sent.answer()).isEqualTo("Ons programma is vol.");
        });
        assertThat(stored(move)).isNull();
        assertThat(transfers.list(south.coordinator(), TransferFilter.ALL, 0, 10))
                .isEmpty();
        assertThatThrownBy(() -> moves.takeOver(south.coordinator(), move, school(), Map.of(), null))
                .isInstanceOf(MoveNotFound.class);
        assertThat(transfers.dossier(north.coordinator(), transfer).summary().outcome())
                .isNull();
    }

    @Test
    void whenConsentIsWithdrawnTheSenderTakesTheMoveBackAndThereIsNothingToTakeOver() {
        var move = moves.send(north.coordinator(), transfer, request(Set.of(level)));

        moves.recall(north.coordinator(), move);

        assertThat(stored(move)).isNull();
        assertThat(moves.incoming(south.coordinator())).isEmpty();
        assertThatThrownBy(() -> moves.takeOver(south.coordinator(), move, school(), Map.of("niveau", "entree"), null))
                .isInstanceOf(MoveNotFound.class);
    }

    @Test
    void whoIsKnownInTheReceivingRegionKeepsOneDossierWhenItsCoordinatorSaysSo() {
        var earlier = testRegions.refer(south, "Noor", "Verhuisman");
        var move = moves.send(north.coordinator(), transfer, request(Set.of(level)));
        var running = moves.known(south.coordinator(), move).getFirst();
        assertThat(running.running()).isTrue();
        assertThatThrownBy(() -> moves.takeOver(south.coordinator(), move, school(), Map.of(), running.id()))
                .isInstanceOf(ReferralImpossible.class);
        transaction.executeWithoutResult(status ->
                jdbc.update("UPDATE transfer SET ended_at = NOW(), outcome = 'afgerond' WHERE id = ?", earlier));

        var known = moves.known(south.coordinator(), move).getFirst();
        var arrival = moves.takeOver(south.coordinator(), move, school(), Map.of(), known.id());

        assertThat(transfers.others(south.coordinator(), arrival.transferId()))
                .extracting(TransferSummary::id)
                .containsExactly(earlier);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE region_id = ? AND action = 'MOVE_COMPARED'",
                        Integer.class,
                        south.region().id()))
                .isEqualTo(2);
        assertThatThrownBy(() -> moves.known(south.mentor(), move)).isInstanceOf(MoveNotFound.class);
    }

    @Test
    void theReceivingProgrammeIsToldThatSomebodyComesAndTheSenderWhatBecameOfIt() {
        var move = moves.send(north.coordinator(), transfer, request(Set.of(level)));

        assertThat(told(south.coordinator())).containsExactly(MessageKind.MOVE_ARRIVED);
        assertThat(told(south.mentor())).isEmpty();
        assertThat(told(north.coordinator())).doesNotContain(MessageKind.MOVE_ARRIVED);

        moves.refuse(south.coordinator(), move, "Ons programma is vol.");
        assertThat(told(north.coordinator())).contains(MessageKind.MOVE_REFUSED);

        var second = moves.send(north.coordinator(), transfer, request(Set.of(level)));
        moves.takeOver(south.coordinator(), second, school(), Map.of(), null);
        assertThat(told(north.coordinator())).contains(MessageKind.MOVE_TAKEN_OVER);
    }

    @Test
    void whatNobodyAnswersIsGoneAfterSixtyDaysAndTheSenderIsTold() {
        var move = moves.send(north.coordinator(), transfer, request(Set.of(level)));
        transaction.executeWithoutResult(status ->
                jdbc.update("UPDATE regional_move SET sent_at = sent_at - INTERVAL 61 DAY WHERE id = ?", move));

        moves.expire();

        assertThat(stored(move)).isNull();
        assertThat(moves.incoming(south.coordinator())).isEmpty();
        assertThat(told(north.coordinator())).contains(MessageKind.MOVE_EXPIRED);
    }

    @Test
    void withoutEverybodysConsentNothingGoes() {
        var request = new MoveRequest(
                south.region().id(),
                Set.of(level),
                Set.of(),
                null,
                LocalDate.now(PlatformClock.ZONE).plusDays(1),
                "",
                false,
                "");

        assertThatThrownBy(() -> moves.send(north.coordinator(), transfer, request))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.errors())
                                .containsOnlyKeys(
                                        MoveRequest.REASON,
                                        MoveRequest.SIGNATORIES,
                                        MoveRequest.MANNER,
                                        MoveRequest.GIVEN_ON,
                                        MoveRequest.ABSENCE));
        assertThat(moves.sent(north.coordinator(), transfer)).isEmpty();
    }

    @Test
    void onlyWhoCoordinatesSendsAndOnlyTheReceivingRegionsProgrammeSees() {
        assertThatThrownBy(() -> moves.send(north.mentor(), transfer, request(Set.of())))
                .isInstanceOf(TransferNotFound.class);
        var move = moves.send(north.coordinator(), transfer, request(Set.of()));
        var elsewhere = testRegions.make(
                "elders" + count,
                LocalDate.now(PlatformClock.ZONE).plusMonths(8).withMonth(9).withDayOfMonth(1));

        assertThat(moves.incoming(south.mentor())).isEmpty();
        assertThat(moves.incoming(elsewhere.coordinator())).isEmpty();
        assertThat(moves.sent(north.mentor(), transfer)).isEmpty();
        for (var actor : List.of(elsewhere.coordinator(), south.mentor(), north.coordinator())) {
            assertThatThrownBy(() -> moves.takeOver(actor, move, school(), Map.of(), null))
                    .isInstanceOf(MoveNotFound.class);
            assertThatThrownBy(() -> moves.refuse(actor, move, "Nee")).isInstanceOf(MoveNotFound.class);
        }
        assertThatThrownBy(() -> moves.recall(south.coordinator(), move)).isInstanceOf(MoveNotFound.class);
        assertThatThrownBy(() -> moves.send(north.coordinator(), transfer, request(Set.of())))
                .isInstanceOf(FormRefused.class);
    }

    private MoveRequest request(Set<Category> categories) {
        return new MoveRequest(
                south.region().id(),
                categories,
                Set.of(Signatory.JONGERE, Signatory.OUDERS),
                Manner.GESPREK,
                LocalDate.now(PlatformClock.ZONE),
                "Het gezin verhuist.",
                true,
                null);
    }

    private List<FieldValue> arrived(long id) {
        return dossierValues.visible(
                transfers.find(south.coordinator(), id), participants.viewer(south.coordinator(), id));
    }

    private List<MessageKind> told(Actor actor) {
        return box.page(actor, null, 50).messages().stream().map(Message::kind).toList();
    }

    private long school() {
        return south.mentor().memberships().getFirst().organisationId();
    }

    private String stored(long move) {
        return jdbc.queryForObject("SELECT package FROM regional_move WHERE id = ?", String.class, move);
    }
}
