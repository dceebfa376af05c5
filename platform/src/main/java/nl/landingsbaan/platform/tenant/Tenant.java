package nl.landingsbaan.platform.tenant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.history.HistoryFile;
import nl.landingsbaan.platform.place.PlaceKind;
import nl.landingsbaan.platform.region.RegionDefinition;
import nl.landingsbaan.platform.region.RegionSettings;
import nl.landingsbaan.platform.region.Role;
import nl.landingsbaan.platform.route.Dialect;
import nl.landingsbaan.platform.route.GroupProcess;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteRejected;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a region's folder says, with what it takes from the library.
 *
 * @param file the region's own file
 * @param route the files of its route as their authors wrote them
 * @param bundle its route in the words and roles of the region
 * @param history file name to past figures
 */
record Tenant(
        Path file,
        RegionDefinition definition,
        List<PlaceKind> places,
        RouteFolder route,
        RouteBundle bundle,
        Map<String, HistoryFile> history) {

    /**
     * Reads a region's folder; the route is not checked yet.
     *
     * @throws TenantRefused when a file cannot be read as what it should be
     */
    static Tenant read(Path library, Path folder, JsonMapper json) throws IOException {
        var region = RegionFile.read(folder);
        var regionFile = folder.resolve(RegionFile.NAME);
        var settings = region.definition().settings();
        var groups = groups(settings);
        var route = RouteFolder.read(
                library,
                region.route(),
                folder,
                groups.stream().map(GroupProcess::processId).toList(),
                json);
        var catalogue = CatalogueFile.read(library.resolve(CatalogueFile.NAME), folder.resolve(CatalogueFile.NAME));
        var words = Words.of(library, regionFile, region.words());
        Words.check(regionFile, region.in(), words.keySet(), route);
        var definition = region.definition()
                .with(settings.with(PhaseParameters.merged(route.phases(), regionFile, settings.parameters())))
                .with(HolidayFile.of(library, regionFile, region));
        var bundle = inItsOwnWords(
                route.bundle(region.rootProcessId(), catalogue, groups),
                route,
                new Dialect(roles(definition), region.roleOf(), words, region.in()));
        return new Tenant(
                regionFile,
                definition,
                region.places(),
                route,
                bundle,
                HistoryFolder.read(folder, settings.measures()));
    }

    /** The codes of the region's roles. */
    Set<String> roles() {
        return roles(definition);
    }

    /**
     * Checks that the region's file and a route that is right in itself have all that the other reads.
     *
     * @throws TenantRefused when something is missing
     */
    void checkFit() {
        var missing = RouteFit.problems(file, definition, places, route, bundle);
        if (!missing.isEmpty()) {
            throw new TenantRefused(missing);
        }
    }

    private static Set<String> roles(RegionDefinition definition) {
        return definition.roles().stream().map(Role::code).collect(Collectors.toSet());
    }

    private static List<GroupProcess> groups(RegionSettings settings) {
        return settings.groups().stream()
                .map(rule -> new GroupProcess(rule.code(), rule.processId(), rule.per(), rule.byHand()))
                .toList();
    }

    private static RouteBundle inItsOwnWords(RouteBundle bundle, RouteFolder route, Dialect dialect) {
        try {
            return dialect.translate(bundle);
        } catch (RouteRejected e) {
            throw new TenantRefused(route.located(e.problems()));
        }
    }
}
