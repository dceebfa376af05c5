package nl.landingsbaan.platform.tenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.region.HolidayRegion;
import nl.landingsbaan.platform.region.SchoolHoliday;
import nl.landingsbaan.platform.region.SchoolHolidays;

/** The holidays of all Dutch schools, {@code schoolvakanties.yaml} in the library: school year, holiday, and dates by holiday region. */
final class HolidayFile {

    static final String NAME = "schoolvakanties.yaml";

    private static final String EVERYWHERE = "alle";
    private static final String ADVISED = "advies";

    private HolidayFile() {}

    /**
     * The holidays of one region.
     *
     * @throws TenantRefused when the list cannot be read, or when the region counts in weeks of school and the list does not have all of its
     *     school years
     */
    static SchoolHolidays of(Path library, Path regionFile, RegionFile region) throws IOException {
        if (region.holidayRegion() == null) {
            return SchoolHolidays.NONE;
        }
        var holidays = read(library.resolve(NAME), region.holidayRegion());
        if (region.schoolWeeks()) {
            checkYears(regionFile, region, holidays);
        }
        return new SchoolHolidays(region.holidayRegion(), region.schoolWeeks(), holidays);
    }

    private static void checkYears(Path regionFile, RegionFile region, List<SchoolHoliday> holidays) {
        Set<String> years = holidays.stream().map(SchoolHoliday::schoolYear).collect(Collectors.toSet());
        var problems = new Problems(regionFile);
        region.definition().calendar().stream()
                .filter(year -> !years.contains(year.code()))
                .forEach(year -> problems.at(
                        RouteFolder.lineOf(regionFile, "schooljaar: " + year.code()),
                        "De regio telt in schoolweken, maar de vakanties van schooljaar " + year.code()
                                + " zijn niet bekend.",
                        "Vul ze aan in " + NAME + ", of schrijf '" + RegionFile.COUNTS_WEEKS_AS + ": kalender'."));
        refuse(problems);
    }

    /** The holidays of a holiday region as they stand in a file, in the order of the days; none without the file. */
    static List<SchoolHoliday> read(Path file, HolidayRegion region) throws IOException {
        var holidays = new ArrayList<SchoolHoliday>();
        if (!Files.exists(file)) {
            return holidays;
        }
        var problems = new Problems(file);
        var root = YamlFile.compose(file, problems, null);
        if (root != null) {
            var years = new Section(problems, root, "de schoolvakanties");
            for (var year : years.keys()) {
                var ofYear = years.section(year);
                ofYear.codes().forEach(code -> read(ofYear.section(code), year, code, region, holidays));
            }
        }
        refuse(problems);
        holidays.sort(Comparator.comparing(SchoolHoliday::firstDay));
        return holidays;
    }

    private static void read(
            Section holiday, String year, String code, HolidayRegion region, List<SchoolHoliday> holidays) {
        var advised = holiday.has(ADVISED) && Set.of("ja", "true").contains(holiday.text(ADVISED, 5));
        var where = holiday.has(EVERYWHERE) ? EVERYWHERE : region.word();
        if (!holiday.has(where)) {
            holiday.problemHere(
                    "De " + code + " van " + year + " heeft geen datums voor vakantieregio " + region.word() + ".",
                    "Voeg een regel '" + region.word() + ": {van: jjjj-mm-dd, tot_en_met: jjjj-mm-dd}' toe.");
            return;
        }
        var dates = holiday.section(where);
        var first = dates.date("van");
        var last = dates.date("tot_en_met");
        dates.nothingElse();
        if (first != null && last != null && last.isBefore(first)) {
            dates.problem(
                    "tot_en_met", "De " + code + " van " + year + " eindigt voor het begin.", "Verbeter de datums.");
        } else if (first != null && last != null) {
            holidays.add(new SchoolHoliday(year, code, first, last, advised));
        }
    }

    private static void refuse(Problems problems) {
        if (!problems.inOrder().isEmpty()) {
            throw new TenantRefused(problems.inOrder());
        }
    }
}
