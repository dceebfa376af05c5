package nl.landingsbaan.platform.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.time.PlatformClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A young person who comes a second time keeps one dossier, and whoever may not see it learns nothing from asking. */
@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class KnownYoungPeopleTest {

    private static final LocalDate BORN =
            LocalDate.now(PlatformClock.ZONE).minusYears(17).withDayOfMonth(3);
    private static int count;

    @Autowired
    TestRegions regions;

    @Autowired
    Transfers transfers;

    @Autowired
    Referrals referrals;

    @Autowired
    KnownYoungPeople known;

    @Autowired
    DossierValues dossierValues;

    @Autowired
    Participants participants;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    TestRegion region;
    Actor elsewhere;

    @BeforeEach
    void aRegion() {
        region = regions.make(
                "bekend" + ++count,
                LocalDate.now(PlatformClock.ZONE).plusMonths(8).withMonth(9).withDayOfMonth(1));
        elsewhere = regions.actor(region.region(), "mentor", "andere-school");
    }

    @ParameterizedTest
    @CsvSource({
        "Noor, van Dijk, exact",
        "noor, DIJK, a prefix left out",
        "Dijk, Noor, swapped",
        "Nor, van Dijk, a slip in the first name",
        "Noor, van Dyck, a slip in the last name",
        "Noor Sophie, van Dijk, a second first name",
        "Nóór, ván Dijk, accents"
    })
    void aSimilarNameWithTheSameBirthDateIsFound(String first, String last, String how) {
        refer(region.mentor(), "Noor", "van Dijk");

        assertThat(like(region.mentor(), first, last, BORN)).as(how).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"Emma, van Dijk", "Noor, Janssen", "Sem, Dekker"})
    void anotherNameIsSomebodyElse(String first, String last) {
        refer(region.mentor(), "Noor", "van Dijk");

        assertThat(like(region.mentor(), first, last, BORN)).isEmpty();
    }

    @Test
    void asLongAsSomethingIsMissingNobodyIsAlike() {
        refer(region.mentor(), "Noor", "van Dijk");

        assertThat(like(region.mentor(), "Noor", "van Dijk", null)).isEmpty();
        assertThat(like(region.mentor(), "Noor", "", BORN)).isEmpty();
        assertThat(like(region.mentor(), null, "van Dijk", BORN)).isEmpty();
    }

    @Test
    void anotherBirthDateOrAnotherRegionIsSomebodyElse() {
        refer(region.mentor(), "Noor", "van Dijk");
        var other = regions.make(
                "bekend" + ++count,
                LocalDate.now(PlatformClock.ZONE).plusMonths(8).withMonth(9).withDayOfMonth(1));

        assertThat(like(region.mentor(), "Noor", "van Dijk", BORN.plusDays(1))).isEmpty();
        assertThat(like(other.mentor(), "Noor", "van Dijk", BORN)).isEmpty();
    }

    @Test
    void whoeverMayNotSeeTheDossierLearnsOnlyThatThereIsSomebody() {
        var first = refer(region.mentor(), "Noor", "van Dijk");
        refer(region.mentor(), "Noor", "van Dijck");
        var youngPerson = jdbc.queryForObject("SELECT young_person_id FROM transfer WHERE id = ?", Long.class, first);

        assertThat(like(elsewhere, "Noor", "van Dijk", BORN)).containsExactly(KnownYoungPerson.HIDDEN);
        assertThatThrownBy(() -> referrals.refer(
                        elsewhere, referral(elsewhere, "Noor", "van Dijk").as(youngPerson)))
                .isInstanceOf(ReferralImpossible.class)
                .hasMessageContaining("vraag de coördinator");
    }

    @Test
    void aSecondApplicationWhileATransferRunsIsRefusedWithTheWayOut() {
        refer(region.mentor(), "Noor", "van Dijk");
        var match = like(region.mentor(), "Noor", "van Dijk", BORN).getFirst();

        assertThat(match.running()).isTrue();
        assertThat(match.transfers()).hasSize(1);
        assertThatThrownBy(() -> referrals.refer(
                        region.mentor(),
                        referral(region.mentor(), "Noor", "van Dijk").as(match.id())))
                .isInstanceOf(ReferralImpossible.class)
                .hasMessageContaining("loopt al een overstap");
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM transfer WHERE region_id = ?",
                        Integer.class,
                        region.region().id()))
                .isEqualTo(1);
    }

    /** 000 §7 nr 26. */
    @Test
    void asVsoMentorWhenAFormerPupilAppliesAgainAYearLaterTheOldCaseIsReachableAndOneDossierGoesOn() {
        var old = refer(region.mentor(), "Noor", "van Dijk");
        ended(old);
        var match = like(region.mentor(), "Noor", "van Dyk", BORN).getFirst();

        var again = referrals.refer(
                region.mentor(), referral(region.mentor(), "Noor", "van Dijk").as(match.id()));

        assertThat(match.running()).isFalse();
        assertThat(match.transfers()).extracting(TransferSummary::id).containsExactly(old);
        assertThat(transfers.others(region.mentor(), again))
                .extracting(TransferSummary::id)
                .containsExactly(old);
        assertThat(transfers.others(region.mentor(), old))
                .extracting(TransferSummary::id)
                .containsExactly(again);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM young_person WHERE region_id = ?",
                        Integer.class,
                        region.region().id()))
                .isEqualTo(1);
        assertThat(transfers.dossier(region.mentor(), old).summary().outcome()).isEqualTo("afgerond");
        assertThat(dossierValues.visible(
                        transfers.find(region.mentor(), old), participants.viewer(region.mentor(), old)))
                .isNotEmpty()
                .allMatch(FieldValue::outdated);
    }

    private void ended(long transfer) {
        transaction.executeWithoutResult(status -> jdbc.update(
                "UPDATE transfer SET ended_at = ?, outcome = 'afgerond', started_at = started_at - INTERVAL 14 MONTH"
                        + " WHERE id = ?",
                java.sql.Timestamp.from(Instant.now()),
                transfer));
        transaction.executeWithoutResult(status -> jdbc.update(
                "UPDATE answer SET answered_at = answered_at - INTERVAL 14 MONTH WHERE transfer_id = ?", transfer));
    }

    private List<KnownYoungPerson> like(Actor actor, String first, String last, LocalDate born) {
        var schoolYear = referrals.form(actor).schoolYear();
        return known.like(actor, new Referral(first, last, born, 0, Map.of()), schoolYear);
    }

    private long refer(Actor actor, String first, String last) {
        return referrals.refer(actor, referral(actor, first, last));
    }

    private static Referral referral(Actor actor, String first, String last) {
        return new Referral(
                first,
                last,
                BORN,
                actor.memberships().getFirst().organisationId(),
                Map.of("niveau", "entree", "aanmeldreden", "Heeft steun nodig"));
    }
}
