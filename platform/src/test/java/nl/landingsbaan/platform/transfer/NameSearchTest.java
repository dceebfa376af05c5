package nl.landingsbaan.platform.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.time.PlatformClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class NameSearchTest {

    @Autowired
    TestRegions regions;

    @Autowired
    Transfers transfers;

    @Autowired
    YoungPeople youngPeople;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TestRegion region;

    @BeforeEach
    void aRegionWithYoungPeople() {
        region = regions.make(
                "zoek" + System.nanoTime(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(2).withDayOfMonth(1));
        regions.refer(region, "Eva", "Janssen");
        regions.refer(region, "Emre", "Yılmaz");
        regions.refer(region, "Khadija", "El Idrissi");
        regions.refer(region, "Jan", "Pietersen");
    }

    @Test
    void aNameIsFoundOnAPartWithASlipOfSpelling() {
        assertThat(found(region.mentor(), "Jansen")).containsExactly("Eva Janssen");
        assertThat(found(region.mentor(), "yilmas")).containsExactly("Emre Yılmaz");
        assertThat(found(region.mentor(), "khadisja")).containsExactly("Khadija El Idrissi");
        assertThat(found(region.mentor(), "idris")).containsExactly("Khadija El Idrissi");
        assertThat(found(region.mentor(), "Groningen")).isEmpty();
    }

    @Test
    void theNameItselfStandsBeforeWhatIsLikeIt() {
        assertThat(found(region.mentor(), "jan")).containsExactly("Jan Pietersen", "Eva Janssen");
    }

    @Test
    void whoeverTakesNoPartFindsNobodyAndNeitherDoesAnotherRegion() {
        assertThat(found(regions.actor(region.region(), "mentor", "andere-school"), "jansen"))
                .isEmpty();
        assertThat(found(region.coordinator(), "jansen")).containsExactly("Eva Janssen");
        var elsewhere = regions.make(
                "elders" + System.nanoTime(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(2).withDayOfMonth(1));
        assertThat(found(elsewhere.coordinator(), "jansen")).isEmpty();
    }

    @Test
    void aCorrectedNameIsFoundByItsNewSpellingOnly() {
        var person = person("Pietersen");
        correct(person, "Jan", "Willemsen");
        assertThat(found(region.mentor(), "wilems")).containsExactly("Jan Willemsen");
        assertThat(found(region.mentor(), "pieters")).isEmpty();
    }

    @Test
    void anErasedYoungPersonLeavesNoPieceOfTheName() {
        var person = transaction.execute(status -> {
            jdbc.update(
                    "INSERT INTO young_person (id, region_id, first_name, last_name, birth_date)"
                            + " VALUES (-1, ?, 'Nooit', 'Aangemeld', '2009-01-01')",
                    region.region().id());
            return -1L;
        });
        correct(person, "Nooit", "Geweest");
        assertThat(pieces(person)).isPositive();
        transaction.executeWithoutResult(
                status -> jdbc.update("DELETE FROM young_person_earlier WHERE young_person_id = ?", person));
        transaction.executeWithoutResult(status -> jdbc.update(
                "DELETE FROM young_person WHERE region_id = ? AND id = ?",
                region.region().id(),
                person));
        assertThat(pieces(person)).isZero();
    }

    private void correct(long person, String firstName, String lastName) {
        youngPeople.correct(
                region.region().id(),
                person,
                firstName,
                lastName,
                LocalDate.now(PlatformClock.ZONE).minusYears(17),
                "Verkeerd gespeld",
                region.mentor().accountId());
    }

    private int pieces(long person) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM name_gram WHERE region_id = ? AND young_person_id = ?",
                Integer.class,
                region.region().id(),
                person);
    }

    private long person(String lastName) {
        return jdbc.queryForObject(
                "SELECT id FROM young_person WHERE region_id = ? AND last_name = ?",
                Long.class,
                region.region().id(),
                lastName);
    }

    private List<String> found(Actor actor, String typed) {
        return transfers.list(actor, new TransferFilter(typed, null, null, null), 0, 10).stream()
                .map(each -> each.firstName() + " " + each.lastName())
                .toList();
    }
}
