package nl.landingsbaan.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.RegionDefinition.NewOrganisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class RegionsTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    Regions regions;

    @Autowired
    People people;

    String code;
    Region region;

    @BeforeEach
    void aRegion() {
        code = "regio" + COUNT.incrementAndGet();
        region = regions.create(definition(code));
    }

    @Test
    void whatIsStoredIsReadAgain() {
        assertThat(regions.byCode(code)).contains(region);
        assertThat(region.settings()).isEqualTo(definition(code).settings());
        assertThat(regions.organisations(region.id()))
                .extracting(Organisation::code, Organisation::kind)
                .containsExactly(tuple("school", OrganisationKind.VSO), tuple("mbo", OrganisationKind.MBO));
        assertThat(regions.roles(region.id()).keySet()).containsExactly("mentor", "beheer");
        assertThat(regions.roles(region.id()).get("mentor").rights()).containsExactly(Right.REFER, Right.WORK);
        assertThat(regions.calendar(region.id())).isEqualTo(definition(code).calendar());
    }

    @Test
    void aCodeIsTakenOnce() {
        assertThatThrownBy(() -> regions.create(definition(code))).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whoIsReferredBeforeChristmasStartsThisYearAndAfterItNextYear() {
        assertThat(startingAfter(LocalDate.of(2025, 12, 19))).isEqualTo("2025-2026");
        assertThat(startingAfter(LocalDate.of(2025, 12, 20))).isEqualTo("2026-2027");
        assertThat(startingAfter(LocalDate.of(2026, 3, 1))).isEqualTo("2026-2027");
        assertThat(regions.startingAfter(region.id(), LocalDate.of(2026, 12, 19)))
                .isEmpty();
    }

    @Test
    void anOrganisationOfAnotherRegionIsNotThere() {
        var other = regions.create(definition(code + "-buren"));
        var school = regions.organisations(other.id()).getFirst().id();

        assertThat(regions.organisation(other.id(), school)).isPresent();
        assertThat(regions.organisation(region.id(), school)).isEmpty();
    }

    @Test
    void theDatabaseItselfRefusesAReferenceToAnotherRegion() {
        var other = regions.create(definition(code + "-ver"));
        var school = regions.organisations(other.id()).getFirst().id();
        var account = people.createAccount("iemand@" + code + ".example", "Iemand", "een lang geheim");

        assertThatThrownBy(() -> people.addMembership(account, region.id(), school, "mentor"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aMissingAnchorIsSaid() {
        assertThatThrownBy(() -> regions.calendar(region.id()).getFirst().anchor("oktober_1"))
                .hasMessageContaining("oktober_1");
    }

    private String startingAfter(LocalDate date) {
        return regions.startingAfter(region.id(), date).orElseThrow().code();
    }

    private static RegionDefinition definition(String code) {
        return new RegionDefinition(
                code,
                "Regio " + code,
                "Programma",
                new RegionSettings(
                        5,
                        Map.of("weken", 5, "proef", true, "dag", "dinsdag"),
                        Map.of("mentor", "school"),
                        List.of(new Measure("gestart", "Gestart", "gestart", "ja", 85)),
                        Map.of("gestopt", "Gestopt")),
                List.of(
                        new Role("mentor", "Mentor", EnumSet.of(Right.REFER, Right.WORK)),
                        new Role("beheer", "Beheer", EnumSet.of(Right.ADMINISTER))),
                List.of(
                        new NewOrganisation("school", "De School", OrganisationKind.VSO),
                        new NewOrganisation("mbo", "Het College", OrganisationKind.MBO)),
                List.of(year(2025, LocalDate.of(2025, 12, 20)), year(2026, LocalDate.of(2026, 12, 19))));
    }

    private static SchoolYear year(int start, LocalDate christmas) {
        return new SchoolYear(
                start + "-" + (start + 1),
                LocalDate.of(start, 8, 1),
                LocalDate.of(start + 1, 7, 31),
                Map.of("start_mbo", LocalDate.of(start, 9, 1), "kerst", christmas));
    }
}
