package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.landingsbaan.platform.region.HolidayRegion;
import nl.landingsbaan.platform.region.SchoolHolidays;
import nl.landingsbaan.platform.tenant.LibraryRoutes;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WeekCountTest {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
    private static final SchoolHolidays SOUTH = LibraryRoutes.holidays(HolidayRegion.ZUID);

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, 5, 2026-10-06, no holiday between",
        "2026-10-13, 1, 2026-10-27, the autumn holiday does not count",
        "2026-12-15, 1, 2027-01-05, nor does Christmas",
        "2026-12-15, 7, 2027-02-23, nor Christmas and the spring holiday",
        "2026-12-19, 1, 2027-01-09, from the Saturday on which Christmas begins",
        "2026-12-22, 0, 2027-01-05, from a day in the holiday itself",
        "2026-12-22, 1, 2027-01-12, and one week of school after it",
        "2027-01-03, 1, 2027-01-10, the last Sunday of the holiday has its week behind it",
        "2026-12-12, 1, 2027-01-09, a Saturday in the holiday is none to land on",
        "2026-07-06, 1, 2026-08-24, summer is six weeks",
        "2026-07-11, 1, 2026-08-29, six weeks from its first Saturday",
        "2027-01-06, -1, 2026-12-16, back over Christmas",
        "2027-01-09, -1, 2026-12-12, back to no Saturday in it",
        "2026-12-29, -1, 2026-12-15, back from a day in it",
        "2026-08-24, -2, 2026-06-29, back over summer",
    })
    void aWeekInAHolidayDoesNotCount(LocalDate from, int weeks, LocalDate to, String why) {
        assertThat(weeksAfter(from, weeks, SOUTH.freeWeeks())).as(why).isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource(HolidayRegion.class)
    void whateverTheDayOneNeverLandsInAHolidayAndKeepsTheDayOfTheWeek(HolidayRegion region) {
        var holidays = LibraryRoutes.holidays(region);
        Stream.iterate(LocalDate.of(2026, 6, 1), day -> day.isBefore(LocalDate.of(2027, 9, 15)), day -> day.plusDays(5))
                .forEach(day -> {
                    for (int weeks : new int[] {-1, 0, 1, 9}) {
                        var landed = weeksAfter(day, weeks, holidays.freeWeeks());
                        assertThat(landed.getDayOfWeek()).isEqualTo(day.getDayOfWeek());
                        assertThat(holidays.all())
                                .as("%s %+d weeks is %s", day, weeks, landed)
                                .noneMatch(each -> each.has(landed));
                    }
                });
    }

    @Test
    void onSchoolDaysEveryWeekOfSchoolBetweenIsCounted() {
        Stream.iterate(LocalDate.of(2026, 1, 5), day -> day.isBefore(LocalDate.of(2027, 1, 5)), day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(day -> SOUTH.all().stream().noneMatch(each -> each.has(day)))
                .forEach(
                        day -> assertThat(weeksAfter(day, 9, SOUTH.freeWeeks())).isEqualTo(nineSchoolWeeksAfter(day)));
    }

    private static LocalDate nineSchoolWeeksAfter(LocalDate day) {
        return Stream.iterate(day.plusWeeks(1), each -> each.plusWeeks(1))
                .filter(each -> SOUTH.all().stream().noneMatch(holiday -> holiday.has(each)))
                .skip(8)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutHolidaysWeeksAreWeeksOfTheCalendar() {
        assertThat(weeksAfter(LocalDate.of(2026, 12, 15), 2, List.of())).isEqualTo(LocalDate.of(2026, 12, 29));
        assertThat(evaluate("weken_na(\"2026-12-15\", -1)", Map.of("kalender", Map.of())))
                .isEqualTo(LocalDate.of(2026, 12, 8));
    }

    @Test
    void aMomentIsCountedFromItsDayAndAFormulaMayGoOnWithTheResult() {
        assertThat(evaluate(
                        "weken_na(date and time(\"2026-09-01T08:00:00+02:00\"), weken) + duration(\"P1D\")",
                        Map.of("weken", 2, "kalender", Map.of("vrij", List.of()))))
                .isEqualTo(LocalDate.of(2026, 9, 16));
    }

    @Test
    void aFormulaThatDoesNotCountWeeksStaysAsItWas() {
        assertThat(WeekCount.compiled("=date(ankers.kerst)")).isEqualTo("=date(ankers.kerst)");
        assertThat(WeekCount.compiled("weken_na(x, 1)"))
                .as("a text, no formula")
                .isEqualTo("weken_na(x, 1)");
    }

    private static LocalDate weeksAfter(LocalDate from, int weeks, List<LocalDate> free) {
        return (LocalDate) evaluate(
                "weken_na(\"" + from + "\", " + weeks + ")",
                Map.of(
                        "kalender",
                        Map.of("vrij", free.stream().map(LocalDate::toString).toList())));
    }

    private static Object evaluate(String formula, Map<String, Object> variables) {
        var result = ENGINE.evaluateExpression(WeekCount.compiled("=" + formula).substring(1), variables);
        assertThat(result.isSuccess()).as(result::toString).isTrue();
        return result.result();
    }
}
