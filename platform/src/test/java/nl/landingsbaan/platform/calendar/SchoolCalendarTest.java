package nl.landingsbaan.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.HolidayRegion;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.tenant.LibraryRoutes;
import nl.landingsbaan.platform.time.PlatformClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class SchoolCalendarTest {

    private static int count;

    @Autowired
    TestRegions regions;

    @Autowired
    Regions registry;

    @Autowired
    SchoolCalendar calendar;

    TestRegion region;
    Actor administrator;
    LocalDate startMbo;
    String year;

    @BeforeEach
    void nextYear() {
        startMbo = LocalDate.of(LocalDate.now(PlatformClock.ZONE).getYear() + 1, 9, 1);
        year = startMbo.getYear() + "-" + (startMbo.getYear() + 1);
        region = regions.make("kalender" + ++count, startMbo);
        administrator = regions.actor(region.region(), "beheerder", "programma");
    }

    @Test
    void anAnchorComesOnAnotherDayForWhoeverAsksFromThenOnAndIsRemembered() {
        calendar.move(administrator, year, "start_mbo", startMbo.plusDays(6), " De opleiding begint later ");

        assertThat(registry.schoolYear(region.region().id(), year).orElseThrow().anchor("start_mbo"))
                .isEqualTo(startMbo.plusDays(6));
        assertThat(calendar.moves(administrator)).singleElement().satisfies(move -> {
            assertThat(move.from()).isEqualTo(startMbo);
            assertThat(move.to()).isEqualTo(startMbo.plusDays(6));
            assertThat(move.reason()).isEqualTo("De opleiding begint later");
            assertThat(move.movedBy()).isEqualTo(administrator.displayName());
            assertThat(move.transfers()).isZero();
        });
    }

    @Test
    void aDayThatCannotBeIsRefusedWithWhatToDo() {
        refused(
                startMbo.withMonth(12).withDayOfMonth(21),
                CalendarRefused.DATE,
                "komt niet voor 'Eerste dag van de kerstvakantie'");
        refused(startMbo.withMonth(7), CalendarRefused.DATE, "ligt buiten schooljaar " + year);
        refused(LocalDate.now(PlatformClock.ZONE).minusDays(2), CalendarRefused.DATE, "al geweest");
        refused(startMbo, CalendarRefused.DATE, "Kies een andere dag");
        refused(null, CalendarRefused.DATE, "Vul een datum in");
        assertThat(registry.schoolYear(region.region().id(), year).orElseThrow().anchor("start_mbo"))
                .isEqualTo(startMbo);
        assertThat(calendar.moves(administrator)).isEmpty();
    }

    @Test
    void aReasonIsNeeded() {
        var refused = catchThrowableOfType(
                CalendarRefused.class,
                () -> calendar.move(administrator, year, "start_mbo", startMbo.plusDays(1), " "));

        assertThat(refused.errors()).containsOnlyKeys(CalendarRefused.REASON);
    }

    @Test
    void onlyWhoSetsUpTheRegionSeesOrMovesAnything() {
        assertThatThrownBy(() -> calendar.years(region.coordinator())).isInstanceOf(CalendarNotYours.class);
        assertThatThrownBy(() -> calendar.moves(region.mentor())).isInstanceOf(CalendarNotYours.class);
        assertThatThrownBy(() ->
                        calendar.move(region.coordinator(), year, "start_mbo", startMbo.plusDays(1), "Ik wil het zo"))
                .isInstanceOf(CalendarNotYours.class);
    }

    @Test
    void aMoveOfAnotherRegionIsNotThere() {
        var id = calendar.move(administrator, year, "start_mbo", startMbo.plusDays(6), "De opleiding begint later");
        var elsewhere = regions.make("kalender" + ++count, startMbo);
        var other = regions.actor(elsewhere.region(), "beheerder", "programma");

        assertThat(calendar.moves(other)).isEmpty();
        assertThat(calendar.movedAlong(other, Set.of(id))).isEmpty();
        assertThat(registry.schoolYear(elsewhere.region().id(), year)
                        .orElseThrow()
                        .anchor("start_mbo"))
                .isEqualTo(startMbo);
    }

    @Test
    void theNextSchoolYearIsProposedAndAdded() {
        var proposed = calendar.next(administrator);
        assertThat(proposed.anchor("start_mbo")).isEqualTo(startMbo.plusYears(1));

        var anchors = new HashMap<>(proposed.anchors());
        anchors.put("kerst", null);
        assertThat(catchThrowableOfType(CalendarRefused.class, () -> calendar.add(administrator, anchors))
                        .errors())
                .containsOnlyKeys("kerst");
        calendar.add(administrator, proposed.anchors());

        assertThat(calendar.years(administrator)).extracting(SchoolYear::code).containsExactly(year, proposed.code());
        assertThat(calendar.next(administrator).startsOn())
                .isEqualTo(proposed.startsOn().plusYears(1));
    }

    @Test
    void aProposalTakesTheHolidaysThatAreKnown() {
        var last = new SchoolYear(
                "2026-2027",
                LocalDate.of(2026, 8, 1),
                LocalDate.of(2027, 7, 31),
                Map.of(
                        "aanmelddeadline", LocalDate.of(2026, 4, 1),
                        "zomervakantie", LocalDate.of(2026, 7, 11),
                        "start_schooljaar", LocalDate.of(2026, 8, 24),
                        "start_mbo", LocalDate.of(2026, 9, 1),
                        "kerst", LocalDate.of(2026, 12, 19),
                        "eigen_dag", LocalDate.of(2026, 11, 12)));

        var proposed = new NextYear(last, LibraryRoutes.holidays(HolidayRegion.MIDDEN)).proposed();

        assertThat(proposed.code()).isEqualTo("2027-2028");
        assertThat(proposed.anchors())
                .containsEntry("aanmelddeadline", LocalDate.of(2027, 4, 1))
                .containsEntry("zomervakantie", LocalDate.of(2027, 7, 17))
                .containsEntry("start_schooljaar", LocalDate.of(2027, 8, 30))
                .containsEntry("start_mbo", LocalDate.of(2027, 9, 1))
                .containsEntry("kerst", LocalDate.of(2027, 12, 25))
                .containsEntry("eigen_dag", LocalDate.of(2027, 11, 11));
    }

    @Test
    void whereTheSummerEndsInSeptemberTheMboMayStartBeforeTheSchools() {
        var last = new SchoolYear(
                "2027-2028",
                LocalDate.of(2027, 8, 1),
                LocalDate.of(2028, 7, 31),
                Map.of(
                        "start_schooljaar", LocalDate.of(2027, 8, 30),
                        "start_mbo", LocalDate.of(2027, 9, 1),
                        "kerst", LocalDate.of(2027, 12, 25)));

        var proposed = new NextYear(last, LibraryRoutes.holidays(HolidayRegion.ZUID)).proposed();

        assertThat(proposed.anchors())
                .containsEntry("start_schooljaar", LocalDate.of(2028, 9, 4))
                .containsEntry("start_mbo", LocalDate.of(2028, 9, 1));
        assertThat(AnchorOrder.errors(proposed)).isEmpty();
    }

    private void refused(LocalDate to, String field, String error) {
        var refused = catchThrowableOfType(
                CalendarRefused.class, () -> calendar.move(administrator, year, "start_mbo", to, "Daarom"));

        assertThat(refused.errors()).containsOnlyKeys(field);
        assertThat(refused.errors().get(field)).contains(error);
    }
}
