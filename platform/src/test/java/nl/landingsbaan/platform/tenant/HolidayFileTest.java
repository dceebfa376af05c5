package nl.landingsbaan.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nl.landingsbaan.platform.region.HolidayRegion;
import nl.landingsbaan.platform.region.SchoolHoliday;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HolidayFileTest {

    private static final Path LIBRARY = Path.of("..", "processes", HolidayFile.NAME);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(HolidayRegion.class)
    void everySchoolYearOfTheLibraryHasFiveHolidaysFromSaturdayToSunday(HolidayRegion region) throws IOException {
        var holidays = HolidayFile.read(LIBRARY, region);

        assertThat(holidays).hasSize(6 * 5).allSatisfy(holiday -> {
            assertThat(holiday.firstDay().getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
            assertThat(holiday.lastDay().getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(ChronoUnit.WEEKS.between(holiday.firstDay(), holiday.lastDay()))
                    .as(holiday.toString())
                    .isEqualTo(
                            switch (holiday.code()) {
                                case "zomervakantie" -> 6;
                                case "kerstvakantie" -> 2;
                                default -> 1;
                            });
        });
        assertThat(holidays).isSortedAccordingTo((one, other) -> one.lastDay().isBefore(other.firstDay()) ? -1 : 1);
    }

    @Test
    void theRegionsHaveTheirOwnSummersAndChristmasTogether() throws IOException {
        assertThat(summer2026(HolidayRegion.NOORD)).isEqualTo(LocalDate.of(2026, 7, 4));
        assertThat(summer2026(HolidayRegion.ZUID)).isEqualTo(LocalDate.of(2026, 7, 11));
        assertThat(summer2026(HolidayRegion.MIDDEN)).isEqualTo(LocalDate.of(2026, 7, 18));
    }

    private static LocalDate summer2026(HolidayRegion region) throws IOException {
        return HolidayFile.read(LIBRARY, region).stream()
                .filter(each ->
                        each.schoolYear().equals("2025-2026") && each.code().equals("zomervakantie"))
                .findFirst()
                .map(SchoolHoliday::firstDay)
                .orElseThrow();
    }

    @Test
    void datesThatAreMissingForTheRegionAreNamedWithTheirLine() throws IOException {
        refuses("""
                2026-2027:
                  herfstvakantie:
                    noord: {van: 2026-10-10, tot_en_met: 2026-10-18}
                """, 3, "De herfstvakantie van 2026-2027 heeft geen datums voor vakantieregio zuid");
    }

    @Test
    void aHolidayThatEndsBeforeItBeginsIsNamedWithItsLine() throws IOException {
        refuses("""
                2026-2027:
                  kerstvakantie:
                    alle: {van: 2026-12-19, tot_en_met: 2026-01-03}
                """, 3, "eindigt voor het begin");
    }

    @Test
    void whoCountsWeeksOfSchoolNeedsTheHolidaysOfEverySchoolYearInTheCalendar() throws IOException {
        Files.writeString(folder.resolve(HolidayFile.NAME), """
                2025-2026:
                  kerstvakantie:
                    alle: {van: 2025-12-20, tot_en_met: 2026-01-04}
                """);
        var tenant = Path.of("..", "tenants", "arnhem");
        var arnhem = RegionFile.read(tenant);
        var bySchool = new RegionFile(
                arnhem.definition(),
                "x",
                "x",
                arnhem.roleOf(),
                arnhem.places(),
                arnhem.words(),
                arnhem.in(),
                HolidayRegion.ZUID,
                true);

        var refused = catchThrowableOfType(
                TenantRefused.class, () -> HolidayFile.of(folder, tenant.resolve(RegionFile.NAME), bySchool));

        assertThat(refused.problems())
                .extracting(TenantFileProblem::problem)
                .containsExactly(
                        "De regio telt in schoolweken, maar de vakanties van schooljaar 2026-2027 zijn niet bekend.",
                        "De regio telt in schoolweken, maar de vakanties van schooljaar 2027-2028 zijn niet bekend.");
        assertThat(HolidayFile.of(folder, tenant.resolve(RegionFile.NAME), arnhem)
                        .all())
                .hasSize(1);
    }

    private void refuses(String content, int line, String problem) throws IOException {
        var file = folder.resolve(HolidayFile.NAME);
        Files.writeString(file, content);

        var refused = catchThrowableOfType(TenantRefused.class, () -> HolidayFile.read(file, HolidayRegion.ZUID));

        assertThat(refused.problems()).singleElement().satisfies(found -> {
            assertThat(found.line()).isEqualTo(line);
            assertThat(found.problem()).contains(problem);
        });
    }
}
