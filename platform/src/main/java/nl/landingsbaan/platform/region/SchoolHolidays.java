package nl.landingsbaan.platform.region;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a region's schools are closed, and how the region counts weeks.
 *
 * @param region null: the region has not said where it lies, and has no holidays
 * @param schoolWeeks whether deadlines are counted in weeks of school; else in weeks of the calendar
 * @param all in the order of the days
 */
public record SchoolHolidays(HolidayRegion region, boolean schoolWeeks, List<SchoolHoliday> all) {

    /** For a region that says nothing. */
    public static final SchoolHolidays NONE = new SchoolHolidays(null, false, List.of());

    /** The Mondays of the weeks that do not count when the region counts weeks, in order. */
    public List<LocalDate> freeWeeks() {
        return schoolWeeks
                ? all.stream()
                        .flatMap(SchoolHolidays::weeks)
                        .sorted()
                        .distinct()
                        .toList()
                : List.of();
    }

    /** The Mondays of the weeks of which all five school days are free. */
    private static Stream<LocalDate> weeks(SchoolHoliday holiday) {
        var monday = holiday.firstDay().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(monday, day -> !day.plusDays(4).isAfter(holiday.lastDay()), day -> day.plusWeeks(1));
    }
}
