package nl.landingsbaan.platform.tenant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.landingsbaan.platform.form.FieldType;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.form.FormUnreadable;
import nl.landingsbaan.platform.region.Measure;
import nl.landingsbaan.platform.region.RegionDefinition;
import nl.landingsbaan.platform.route.RouteBundle;

/**
 * Whether a region's file has everything that its route reads, and the route everything that the region counts. What is
 * missing would otherwise show on the day on which a deadline is computed, or never.
 */
final class RouteFit {

    private static final Pattern PARAMETER = Pattern.compile("\\bparameters\\.([a-z][a-z0-9_]*)");
    private static final Pattern ANCHOR = Pattern.compile("\\bankers\\.([a-z][a-z0-9_]*)");
    private static final Pattern OUTCOME = Pattern.compile("name=\"uitkomst\"\\s+value=\"([^\"]*)\"");

    private final RegionDefinition region;
    private final RouteFolder folder;
    private final RouteBundle bundle;
    private final List<TenantFileProblem> problems = new ArrayList<>();

    private RouteFit(RegionDefinition region, RouteFolder folder, RouteBundle bundle) {
        this.region = region;
        this.folder = folder;
        this.bundle = bundle;
    }

    /** What is missing on either side, for a route that is right in itself. */
    static List<TenantFileProblem> problems(
            Path regionFile, RegionDefinition region, RouteFolder folder, RouteBundle bundle) {
        var fit = new RouteFit(region, folder, bundle);
        fit.parameters();
        fit.anchors();
        fit.outcomes();
        fit.measures(regionFile);
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
                        ANCHOR,
                        year.anchors().keySet(),
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

    private void missing(Pattern read, Set<String> known, String problem, String remedy) {
        var told = new HashSet<String>();
        bundle.drawings().forEach((file, drawing) -> {
            var lines = drawing.lines().toList();
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
        });
    }

    private void measures(Path regionFile) {
        var fields = bundle.forms().values().stream().flatMap(RouteFit::fields).toList();
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

    private static boolean canBeAnsweredWith(FormField field, Measure measure) {
        return field.type() == FieldType.YES_NO
                ? Set.of("true", "false").contains(measure.value())
                : field.choices().stream().anyMatch(choice -> choice.value().equals(measure.value()));
    }

    private static Stream<FormField> fields(String json) {
        try {
            return Form.parse(json).questions().stream();
        } catch (FormUnreadable e) {
            throw new IllegalStateException("A form that was checked cannot be read", e);
        }
    }
}
