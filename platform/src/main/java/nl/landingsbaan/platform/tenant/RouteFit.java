package nl.landingsbaan.platform.tenant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.form.FieldType;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.form.FormUnreadable;
import nl.landingsbaan.platform.place.PlaceKind;
import nl.landingsbaan.platform.region.Measure;
import nl.landingsbaan.platform.region.RegionDefinition;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.EngineVocabulary;
import nl.landingsbaan.platform.route.RouteBundle;

/**
 * Whether a region's file has everything that its route reads, and the route everything that the region counts. What is
 * missing would otherwise show on the day on which a deadline is computed, or never.
 */
final class RouteFit {

    private static final Pattern PARAMETER = Pattern.compile("\\bparameters\\.([a-z][a-z0-9_]*)");
    private static final Pattern PLACE = Pattern.compile("name=\"plek\"\\s+value=\"([^\"]*)\"");
    private static final Pattern OUTCOME = Pattern.compile("name=\"uitkomst\"\\s+value=\"([^\"]*)\"");

    private final RegionDefinition region;
    private final List<PlaceKind> places;
    private final RouteFolder folder;
    private final RouteBundle bundle;
    private final List<TenantFileProblem> problems = new ArrayList<>();

    private RouteFit(RegionDefinition region, List<PlaceKind> places, RouteFolder folder, RouteBundle bundle) {
        this.region = region;
        this.places = places;
        this.folder = folder;
        this.bundle = bundle;
    }

    /** What is missing on either side, for a route that is right in itself. */
    static List<TenantFileProblem> problems(
            Path regionFile, RegionDefinition region, List<PlaceKind> places, RouteFolder folder, RouteBundle bundle) {
        var fit = new RouteFit(region, places, folder, bundle);
        fit.parameters();
        fit.anchors();
        fit.outcomes();
        fit.places();
        fit.measures(regionFile);
        fit.bounds();
        return fit.problems;
    }

    private void parameters() {
        missing(
                PARAMETER,
                region.settings().parameters().keySet(),
                "De route leest de parameter '%s', en die heeft de regio niet.",
                "Geef onder 'parameters' in " + RegionFile.NAME + " een waarde aan '%s'.");
    }

    private void anchors() {
        region.calendar()
                .forEach(year -> missing(
                        EngineVocabulary.ANCHOR_READ,
                        Stream.concat(year.anchors().keySet().stream(), SchoolYear.BIRTHDAYS.keySet().stream())
                                .collect(Collectors.toSet()),
                        "De route leest het anker '%s', en dat heeft schooljaar " + year.code() + " niet.",
                        "Voeg de datum van '%s' toe aan de ankers van dat schooljaar in " + RegionFile.NAME + "."));
    }

    private void outcomes() {
        missing(
                OUTCOME,
                region.settings().outcomes().keySet(),
                "De uitkomst '%s' heeft geen naam.",
                "Noem '%s' met een naam onder 'uitkomsten' in " + RegionFile.NAME + ".");
    }

    private void places() {
        missing(
                PLACE,
                places.stream().map(PlaceKind::code).collect(Collectors.toSet()),
                "De route vraagt een plek '%s', en die heeft de regio niet.",
                "Zeg onder 'plekken' in " + RegionFile.NAME
                        + " hoeveel plekken er zijn: '%s: {naam: ..., aantal: ...}'.");
    }

    private void missing(Pattern read, Set<String> known, String problem, String remedy) {
        var told = new HashSet<String>();
        Stream.of(folder.drawings(), folder.decisions())
                .flatMap(files -> files.entrySet().stream())
                .forEach(file -> missing(file.getKey(), file.getValue(), read, known, told, problem, remedy));
    }

    private void missing(
            String file,
            String content,
            Pattern read,
            Set<String> known,
            Set<String> told,
            String problem,
            String remedy) {
        var lines = content.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            var found = read.matcher(lines.get(line));
            while (found.find()) {
                var code = found.group(1);
                if (!known.contains(code) && told.add(code)) {
                    problems.add(new TenantFileProblem(
                            folder.files().get(file), line + 1, problem.formatted(code), remedy.formatted(code)));
                }
            }
        }
    }

    private void measures(Path regionFile) {
        var fields = bundle.forms().values().stream()
                .flatMap(json -> fields(json, bundle.catalogue()))
                .toList();
        for (var measure : region.settings().measures()) {
            if (measure.field() == null) {
                continue;
            }
            var named = fields.stream()
                    .filter(field -> field.key().equals(measure.field()))
                    .toList();
            if (named.isEmpty()) {
                problems.add(new TenantFileProblem(
                        regionFile,
                        RouteFolder.lineOf(regionFile, "veld: " + measure.field()),
                        "Geen formulier van de route vraagt naar '" + measure.field() + "'.",
                        "Noem bij 'veld' de sleutel van een keuzevraag."));
            } else if (named.stream().noneMatch(field -> canBeAnsweredWith(field, measure))) {
                problems.add(new TenantFileProblem(
                        regionFile,
                        RouteFolder.lineOf(regionFile, "veld: " + measure.field()),
                        "De vraag '" + measure.field() + "' kan niet met '" + measure.value() + "' beantwoord worden.",
                        "Noem bij 'waarde' een van de keuzes van die vraag."));
            }
        }
    }

    /** How many members may be chosen is a parameter. */
    private void bounds() {
        bundle.forms()
                .forEach((id, json) -> fields(json, bundle.catalogue())
                        .flatMap(field -> Stream.of(field.atLeast(), field.atMost()))
                        .filter(bound -> bound != null
                                && !(region.settings().parameters().get(bound) instanceof Number))
                        .forEach(bound -> problems.add(new TenantFileProblem(
                                folder.files().get(id + ".form"),
                                RouteFolder.lineOf(folder.files().get(id + ".form"), "\"" + bound + "\""),
                                "Het aantal leden hangt af van de parameter '" + bound
                                        + "', en die heeft de regio niet als getal.",
                                "Geef onder 'parameters' in " + RegionFile.NAME + " een getal aan '" + bound + "'."))));
    }

    private static boolean canBeAnsweredWith(FormField field, Measure measure) {
        return field.type() == FieldType.YES_NO
                ? Set.of("true", "false").contains(measure.value())
                : field.choices().stream().anyMatch(choice -> choice.value().equals(measure.value()));
    }

    private static Stream<FormField> fields(String json, Catalogue catalogue) {
        try {
            return Form.parse(json, catalogue).questions().stream();
        } catch (FormUnreadable e) {
            throw new IllegalStateException("A form that was checked cannot be read", e);
        }
    }
}
