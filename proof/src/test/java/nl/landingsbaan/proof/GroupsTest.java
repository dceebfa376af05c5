package nl.landingsbaan.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.gathering.GatheringCalendar;
import nl.landingsbaan.platform.gathering.GatheringMember;
import nl.landingsbaan.platform.gathering.GatheringNotFound;
import nl.landingsbaan.platform.gathering.GatheringSummary;
import nl.landingsbaan.platform.gathering.Gatherings;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.steering.Throughput;
import nl.landingsbaan.platform.steering.ThroughputOverview;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two school years of a region with classes, a weekly meeting, a cycle and something that is started by hand. */
class GroupsTest {

    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Path TENANTS = Path.of("src/test/resources/groepen/tenants");

    private static ProofSession session;
    private static ProofResult result;
    private static Gatherings gatherings;
    private static JdbcClient jdbc;
    private static Region region;

    @BeforeAll
    static void play() {
        session = ProofSession.start(
                HOUSE.resolve("processes"), TENANTS, Path.of("target"), List.of("buren", "groepen"), Map.of());
        result = session.play();
        gatherings = session.context().getBean(Gatherings.class);
        jdbc = session.context().getBean(JdbcClient.class);
        region = session.context().getBean(Regions.class).byCode("groepen").orElseThrow();
    }

    @AfterAll
    static void end() {
        if (session != null) {
            session.close();
        }
    }

    /** Classes of 12, of 11 (BBL), of 17 (16 fit) and of one (made to measure); see the scenarios. */
    @Test
    void everyScenarioOfAGroupAndOfItsMembersIsPlayedAndEveryElementIsReached() {
        assertThat(result.isGood())
                .as(String.join("\n", Report.lines(result, Duration.ZERO)))
                .isTrue();
    }

    @Test
    void inWhatAGroupEndsIsNoOutcomeOfAYoungPersonToTheSteeringGroup() {
        var people = session.context().getBean(People.class);
        var account = people.createAccount("stuurgroep@groepen.example", "Iemand", "een goed wachtwoord");
        var bureau = session.context().getBean(Regions.class).organisations(region.id()).stream()
                .filter(each -> each.code().equals("bureau"))
                .findFirst()
                .orElseThrow();
        people.addMembership(account, region.id(), bureau.id(), "stuurgroep");

        var overview = session.context()
                .getBean(Throughput.class)
                .overview(people.actor(account, region.id()).orElseThrow(), "2026-2027");

        assertThat(overview.outcomes().others())
                .extracting(ThroughputOverview.Outcome::code)
                .contains("afgerond")
                .doesNotContain("klas", "bbl", "jaar_om", "groep_klaar");
    }

    @Test
    void aCycleOfTenWeeksStartsFiveTimesInFiftyWeeks() {
        var first = LocalDate.of(2026, 9, 1);

        assertThat(jdbc.sql("SELECT begins_on FROM gathering WHERE region_id = ? AND code = 'cyclus' AND begins_on < ?"
                                + " ORDER BY begins_on")
                        .params(region.id(), first.plusWeeks(50))
                        .query(LocalDate.class)
                        .list())
                .containsExactly(
                        first, first.plusWeeks(10), first.plusWeeks(20), first.plusWeeks(30), first.plusWeeks(40));
    }

    @Test
    void nothingStartsTwiceHoweverOftenOneLooks() {
        var before = groups();

        session.context().getBean(GatheringCalendar.class).look();

        assertThat(groups()).isEqualTo(before);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM gathering WHERE process_instance_key IS NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aNameIsShownToWhoeverTakesPartInThatTransferOnly() {
        var group = classOf("horeca");

        assertThat(gatherings.members(person("Sanne", region), group.id()))
                .hasSize(12)
                .allSatisfy(member -> assertThat(member.name()).startsWith("Esra"))
                .allSatisfy(member -> assertThat(member.marks()).containsExactly("ingedeeld"));
        assertThat(gatherings.members(person("Ola", region), group.id()))
                .hasSize(12)
                .extracting(GatheringMember::name)
                .containsOnlyNulls();
    }

    @Test
    void aGroupOfAnotherRegionIsNotFound() {
        var group = classOf("horeca");
        var neighbour = session.context().getBean(Regions.class).byCode("buren").orElseThrow();

        assertThatThrownBy(() -> gatherings.summary(person("Buur", neighbour), group.id()))
                .isInstanceOf(GatheringNotFound.class);
        assertThat(gatherings.list(person("Buur", neighbour), true, 0, 50)).isEmpty();
    }

    private static int groups() {
        return jdbc.sql("SELECT COUNT(*) FROM gathering").query(Integer.class).single();
    }

    private static GatheringSummary classOf(String part) {
        return gatherings.summary(
                person("Sanne", region),
                gatherings
                        .find(region.id(), "klas", part, LocalDate.of(2026, 5, 4), "2026-2027")
                        .orElseThrow()
                        .id());
    }

    private static Actor person(String name, Region where) {
        var people = session.context().getBean(People.class);
        var account = jdbc.sql("SELECT id FROM account WHERE email LIKE ?")
                .param(name + "@%." + where.code() + ".example")
                .query(Long.class)
                .single();
        return people.actor(account, where.id()).orElseThrow();
    }
}
