package nl.landingsbaan.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of playing, as it is read in a terminal. */
final class Report {

    private Report() {}

    static List<String> lines(ProofResult result, Duration altogether) {
        var lines = new ArrayList<String>();
        result.regions().forEach(region -> add(lines, region));
        lines.add("Waar de tijd bleef");
        result.times().forEach((what, time) -> lines.add("  %-42s %s".formatted(what, seconds(time))));
        lines.add("  %-42s %s".formatted("alles bij elkaar", seconds(altogether)));
        lines.add("");
        lines.add(total(result));
        return lines;
    }

    private static void add(List<String> lines, ProofResult.OfRegion region) {
        var coverage = region.coverage();
        var failed = region.journeys().stream()
                .filter(journey -> journey.failure().isPresent())
                .toList();
        lines.add("%s (%s)".formatted(region.region().name(), region.region().code()));
        lines.add("  scenario's   %d van %d goed"
                .formatted(
                        region.journeys().size() - failed.size(),
                        region.journeys().size()));
        lines.add("  controles    " + region.assertions());
        lines.add("  onderdelen   %d van %d geraakt: %s"
                .formatted(
                        coverage.touched().size(),
                        coverage.elements().size(),
                        coverage.counts().entrySet().stream()
                                .map(count -> "%s %d/%d"
                                        .formatted(count.getKey().many, count.getValue()[0], count.getValue()[1]))
                                .collect(Collectors.joining(", "))));
        lines.add("  storingen    "
                + (region.incidents().isEmpty() ? "geen" : region.incidents().size()));
        lines.add("  tijd         " + seconds(region.own()) + " aan doen en nakijken");
        coverage.unproven()
                .forEach((element, reason) ->
                        lines.add("  niet beproefd, met reden: " + shown(element) + ": " + reason));
        coverage.untouched().forEach(element -> lines.add("  NIET GERAAKT: " + shown(element)));
        if (!coverage.untouched().isEmpty()) {
            lines.add("    -> Maak een scenario dat er langs komt, of noem het met een reden onder niet_beproefd in "
                    + RegionScenarios.BEFOREHAND + ".");
        }
        coverage.mistakes().forEach(mistake -> lines.add("  " + mistake.text()));
        region.incidents().forEach(incident -> lines.add("  STORING: " + shown(incident)));
        failed.forEach(journey -> lines.add("  MISLUKT: "
                + journey.failure().orElseThrow().getMessage().replace(System.lineSeparator(), "\n    ")));
        lines.add("");
    }

    static String shown(ModelElement element) {
        return "%s '%s' (%s)".formatted(element.kind().one, element.name(), element.address());
    }

    static String shown(EngineRecords.Incident incident) {
        return "%s bij %s: %s"
                .formatted(
                        incident.kind(),
                        incident.processId().substring(incident.processId().indexOf('.') + 1) + "/"
                                + incident.elementId(),
                        incident.message());
    }

    private static String total(ProofResult result) {
        var regions = result.regions();
        var scenarios =
                regions.stream().mapToInt(each -> each.journeys().size()).sum();
        var touched = regions.stream()
                .mapToInt(each -> each.coverage().touched().size())
                .sum();
        var elements = regions.stream()
                .mapToInt(each -> each.coverage().elements().size())
                .sum();
        return "%s: %d regio%s, %d scenario's, %d controles, %d van %d onderdelen geraakt."
                .formatted(
                        result.isGood() ? "GOED" : "NIET GOED",
                        regions.size(),
                        regions.size() == 1 ? "" : "'s",
                        scenarios,
                        regions.stream()
                                .mapToInt(ProofResult.OfRegion::assertions)
                                .sum(),
                        touched,
                        elements);
    }

    static String seconds(Duration time) {
        return String.format(Locale.forLanguageTag("nl"), "%.1f s", time.toMillis() / 1000.0);
    }
}
