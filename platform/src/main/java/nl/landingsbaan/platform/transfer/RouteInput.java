package nl.landingsbaan.platform.transfer;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.EngineVocabulary;
import nl.landingsbaan.platform.route.Routes;
import org.springframework.stereotype.Component;

/** What the platform gives to the route of a young person or a group: the dates of the school year, the region's parameters, and no more than it reads. */
@Component
public class RouteInput {

    private static final String NEXT_START = "volgend_jaar_start_mbo";

    private final Regions regions;
    private final Routes routes;

    RouteInput(Regions regions, Routes routes) {
        this.regions = regions;
        this.routes = routes;
    }

    /** The variables with which a group starts, beside its id and what is its own. */
    public Map<String, Object> ofGroup(long regionId, SchoolYear year, long routeVersionId) {
        return variables(regionId, year, routeVersionId, null);
    }

    /**
     * The variables with which a transfer starts, beside its id and its answers.
     *
     * @param birthDate null: it is about nobody in particular
     */
    Map<String, Object> variables(long regionId, SchoolYear year, long routeVersionId, LocalDate birthDate) {
        var variables = new LinkedHashMap<String, Object>();
        variables.put(EngineVocabulary.ANCHORS, anchors(regions.calendar(regionId), year, routeVersionId, birthDate));
        variables.put("parameters", regions.region(regionId).settings().parameters());
        if (routes.reads(routeVersionId).weeks()) {
            variables.put(
                    EngineVocabulary.CALENDAR,
                    Map.of(
                            "vrij",
                            regions.holidays(regionId).freeWeeks().stream()
                                    .map(LocalDate::toString)
                                    .toList()));
        }
        return variables;
    }

    /**
     * The anchors as the route reads them: with the start of the year after, on which "one year later" hangs, and with the birthdays that
     * this route reads.
     *
     * @param calendar the region's school years, oldest first
     */
    Map<String, String> anchors(List<SchoolYear> calendar, SchoolYear year, long routeVersionId, LocalDate birthDate) {
        var dates = new LinkedHashMap<String, String>();
        year.anchors().forEach((code, date) -> dates.put(code, date.toString()));
        var start = year.anchor(SchoolYear.START_MBO);
        var next = calendar.stream()
                .map(each -> each.anchor(SchoolYear.START_MBO))
                .filter(date -> date.isAfter(start))
                .findFirst()
                .orElse(start.plusYears(1));
        dates.put(NEXT_START, next.toString());
        var read = routes.reads(routeVersionId).anchors();
        SchoolYear.BIRTHDAYS.forEach((code, age) -> {
            if (birthDate != null && read.contains(code)) {
                dates.put(code, birthDate.plusYears(age).toString());
            }
        });
        return dates;
    }
}
