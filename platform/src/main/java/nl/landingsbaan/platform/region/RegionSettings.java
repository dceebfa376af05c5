package nl.landingsbaan.platform.region;

import java.util.List;
import java.util.Map;

/**
 * What a region sets without a programmer.
 *
 * @param smallCellThreshold figures on fewer young people than this are withheld
 * @param parameters numbers and codes that the route reads as {@code parameters.*}
 * @param participants who takes part from the start: role code to organisation code, or {@code school} for the organisation
 *     that refers
 * @param measures the funnel, in order
 * @param outcomes what each outcome code of the route is called
 */
public record RegionSettings(
        int smallCellThreshold,
        Map<String, Object> parameters,
        Map<String, String> participants,
        List<Measure> measures,
        List<HistoricalTotal> history,
        Map<String, String> outcomes) {}
