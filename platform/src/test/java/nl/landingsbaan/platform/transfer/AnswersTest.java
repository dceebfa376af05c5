package nl.landingsbaan.platform.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.time.PlatformClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class AnswersTest {

    private static final AtomicLong REGIONS = new AtomicLong();

    @Autowired
    Answers answers;

    @Autowired
    DossierValues dossierValues;

    @Autowired
    Corrections corrections;

    @Autowired
    Participants participants;

    @Autowired
    Transfers transfers;

    @Autowired
    Referrals referrals;

    @Autowired
    TransferProgress progress;

    @Autowired
    TestRegions regions;

    @Autowired
    Routes routes;

    @Autowired
    PlatformClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    TestRegion region;

    @BeforeEach
    void aRegion() {
        region = regions.make(
                "velden" + REGIONS.incrementAndGet(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(30));
    }

    @AfterEach
    void today() {
        transaction.executeWithoutResult(status -> clock.setOffset(Duration.ZERO));
    }

    @Test
    void aValueKeepsWhoSaidItForWhichOrganisationAndWhatWasSaidBefore() {
        var transfer = key(regions.refer(region, "Sam", "Vos"));
        report(transfer, region.coordinator(), "Eerste verslag");
        report(transfer, region.coordinator(), "Tweede verslag");

        var report = value(region.coordinator(), transfer, "verslag");

        assertThat(report.label()).isEqualTo("Verslag");
        assertThat(report.category()).isEqualTo(Category.VOORTGANG);
        assertThat(report.text()).isEqualTo("Tweede verslag");
        assertThat(report.latest().organisationName()).isEqualTo("Het Programma");
        assertThat(report.latest().by()).isEqualTo("Test coordinator");
        assertThat(report.earlier()).extracting(FieldValue.Given::text).containsExactly("Eerste verslag");
        assertThat(value(region.mentor(), transfer, "niveau").latest().organisationName())
                .isEqualTo("De School");
    }

    /** 000 §7 nr 26: whoever comes back keeps what was known, and sees which of it is old. */
    @Test
    void asVsoMentorISeeOfAFormerPupilWhatWasKnownAndThatInformationOlderThanTwelveMonthsIsOutdated() {
        var first = regions.refer(region, "Sam", "Vos");
        report(key(first), region.coordinator(), "Het gaat goed");
        progress.ended(first, "afgerond");
        forward(Duration.ofDays(368));

        var again = key(referAgain(first));

        var before = value(region.mentor(), again, "verslag");
        assertThat(before.outdated()).isTrue();
        assertThat(before.latest().fromEarlierTransfer()).isTrue();
        var level = value(region.mentor(), again, "niveau");
        assertThat(level.outdated()).isFalse();
        assertThat(level.latest().fromEarlierTransfer()).isFalse();
        assertThat(level.earlier())
                .singleElement()
                .satisfies(earlier -> assertThat(earlier.fromEarlierTransfer()).isTrue());
        assertThat(dossierValues.visible(key(first), participants.viewer(region.mentor(), first)))
                .filteredOn(value -> value.key().equals("niveau"))
                .singleElement()
                .satisfies(value -> assertThat(value.earlier()).isEmpty());
    }

    @Test
    void aValueOfExactlyTwelveMonthsIsNotOutdated() {
        var transfer = key(regions.refer(region, "Sam", "Vos"));
        var today = LocalDate.now(PlatformClock.ZONE);
        forward(Duration.ofDays(today.until(today.plusMonths(12), ChronoUnit.DAYS)));

        assertThat(value(region.mentor(), transfer, "niveau").outdated()).isFalse();

        forward(clock.offset().plusDays(2));
        assertThat(value(region.mentor(), transfer, "niveau").outdated()).isTrue();
    }

    @Test
    void aCorrectionKeepsWhatWasSaidBeforeAndWhyAndTellsTheRouteNothing() {
        var transfer = key(regions.refer(region, "Sam", "Vos"));
        var told = commands();

        var routeDecided = corrections.correct(region.mentor(), transfer, "niveau", "niveau_2", " Verkeerd gekozen ");

        assertThat(routeDecided).isTrue();
        assertThat(commands()).isEqualTo(told);
        var level = value(region.mentor(), transfer, "niveau");
        assertThat(level.text()).isEqualTo("Niveau 2");
        assertThat(level.latest().reason()).isEqualTo("Verkeerd gekozen");
        assertThat(level.earlier()).extracting(FieldValue.Given::text).containsExactly("Entree");
        assertThat(corrections.correct(region.mentor(), transfer, "aanmeldreden", "Wil graag hulp", "Te kort"))
                .isFalse();
    }

    @Test
    void aCorrectionFollowsTheRulesOfTheFormAndNeedsAReason() {
        var transfer = key(regions.refer(region, "Sam", "Vos"));

        var refused = catchThrowableOfType(
                FormRefused.class, () -> corrections.correct(region.mentor(), transfer, "niveau", "niveau_9", " "));

        assertThat(refused.errors()).containsOnlyKeys("niveau", Corrections.REASON);
        assertThatThrownBy(() -> corrections.correct(region.mentor(), transfer, "niveau", "entree", "Toch maar"))
                .isInstanceOf(FormRefused.class);
        assertThat(value(region.mentor(), transfer, "niveau").earlier()).isEmpty();
    }

    @Test
    void onlyWhoSaidItOrCoordinatesCorrectsAndNobodyWhatTheyDoNotSee() {
        var transfer = key(regions.refer(region, "Sam", "Vos"));
        report(transfer, region.coordinator(), "Het gaat goed");

        assertThat(value(region.mentor(), transfer, "verslag").correctable()).isFalse();
        assertThatThrownBy(() -> corrections.correct(region.mentor(), transfer, "verslag", "Anders", "Klopt niet"))
                .isInstanceOf(CorrectionRefused.class);
        assertThatThrownBy(() -> corrections.correct(region.coordinator(), transfer, "aanmeldreden", "Anders", "Mis"))
                .isInstanceOf(CorrectionRefused.class);
        assertThat(value(region.coordinator(), transfer, "niveau").correctable())
                .isTrue();
    }

    @Test
    void whoeverTakesNoPartSeesNothing() {
        var transfer = key(regions.refer(region, "Sam", "Vos"));
        var elsewhere = regions.actor(region.region(), "mentor", "andere-school");

        assertThat(dossierValues.visible(transfer, participants.viewer(elsewhere, transfer.id())))
                .isEmpty();
    }

    private void report(TransferKey transfer, Actor actor, String text) {
        var form = routes.form(transfer.routeVersionId(), "begeleiden");
        var source = participants.source(actor, transfer.id(), List.of());
        answers.record(transfer, form, null, Map.of("verslag", text, "gestart", "ja"), source);
    }

    private long referAgain(long first) {
        var youngPerson = jdbc.sql("SELECT young_person_id FROM transfer WHERE id = ?")
                .param(first)
                .query(Long.class)
                .single();
        var school = region.mentor().memberships().getFirst().organisationId();
        return referrals.refer(
                region.mentor(),
                new Referral(
                                "Sam",
                                "Vos",
                                LocalDate.now(PlatformClock.ZONE).minusYears(17),
                                school,
                                Map.of("niveau", "niveau_2"))
                        .as(youngPerson));
    }

    private FieldValue value(Actor actor, TransferKey transfer, String key) {
        return dossierValues.visible(transfer, participants.viewer(actor, transfer.id())).stream()
                .filter(value -> value.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private TransferKey key(long transferId) {
        return transfers.find(region.region().id(), transferId);
    }

    private long commands() {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE event_type LIKE '%Task%' OR event_type LIKE '%Route%'")
                .query(Long.class)
                .single();
    }

    private void forward(Duration offset) {
        transaction.executeWithoutResult(status -> clock.setOffset(offset));
    }
}
