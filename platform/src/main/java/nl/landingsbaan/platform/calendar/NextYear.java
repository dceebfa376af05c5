package nl.landingsbaan.platform.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.landingsbaan.platform.region.SchoolHoliday;
import nl.landingsbaan.platform.region.SchoolHolidays;
import nl.landingsbaan.platform.region.SchoolYear;

/** Proposes the school year after another one. */
final class NextYear {

    private static final int WEEKS_OF_A_YEAR = 52;

    private final SchoolYear last;
    private final SchoolHolidays holidays;

    NextYear(SchoolYear last, SchoolHolidays holidays) {
        this.last = last;
        this.holidays = holidays;
    }

    /** A school year is that of the start at the mbo, so the summer before it is that of the year that ends then. */
    SchoolYear proposed() {
        var begins = last.startsOn().plusYears(1);
        var code = begins.getYear() + "-" + (begins.getYear() + 1);
        Map<String, LocalDate> anchors = new LinkedHashMap<>();
        SchoolYear.SHARED.stream()
                .filter(last.anchors()::containsKey)
                .forEach(each -> anchors.put(each, proposed(each, code)));
        last.anchors().keySet().stream().sorted().forEach(each -> anchors.putIfAbsent(each, proposed(each, code)));
        return new SchoolYear(code, begins, last.endsOn().plusYears(1), anchors);
    }

    private LocalDate proposed(String anchor, String code) {
        var date = last.anchor(anchor);
        return switch (anchor) {
            case "zomervakantie" ->
                holiday("zomervakantie", last.code())
                        .map(SchoolHoliday::firstDay)
                        .orElse(aYearLater(date));
            case "start_schooljaar" ->
                holiday("zomervakantie", last.code())
                        .map(summer -> summer.lastDay().plusDays(1))
                        .orElse(aYearLater(date));
            case "kerst" ->
                holiday("kerstvakantie", code).map(SchoolHoliday::firstDay).orElse(aYearLater(date));
            // Laid down as a date: 1 April, 1 October, and what a region puts on a first of the month itself.
            case String other when date.getDayOfMonth() == 1 -> date.plusYears(1);
            default -> aYearLater(date);
        };
    }

    private static LocalDate aYearLater(LocalDate date) {
        return date.plusWeeks(WEEKS_OF_A_YEAR);
    }

    private Optional<SchoolHoliday> holiday(String holiday, String schoolYear) {
        return holidays.all().stream()
                .filter(each -> each.code().equals(holiday) && each.schoolYear().equals(schoolYear))
                .findFirst();
    }
}
