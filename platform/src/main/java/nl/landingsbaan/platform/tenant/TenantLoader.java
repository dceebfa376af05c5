package nl.landingsbaan.platform.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Role;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteRejected;
import nl.landingsbaan.platform.route.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in the regions of the tenants' folder that are not there yet, before the web server listens. A region that is there
 * is left alone: from then on it is edited in the application. A mistake stops the start.
 */
@Component
class TenantLoader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TenantLoader.class);

    private final TenantProperties properties;
    private final Regions regions;
    private final Routes routes;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private volatile boolean running;

    TenantLoader(
            TenantProperties properties,
            Regions regions,
            Routes routes,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.properties = properties;
        this.regions = regions;
        this.routes = routes;
        this.transaction = transaction;
        this.json = json;
    }

    private record Tenant(RegionFile region, RouteFolder folder, RouteBundle bundle) {}

    /** Takes in every region that is new; all of them or, when one has mistakes, none. */
    void load() {
        try {
            newOnes().forEach(this::store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Tenant> newOnes() throws IOException {
        var tenants = new ArrayList<Tenant>();
        var problems = new ArrayList<TenantFileProblem>();
        for (var folder : folders()) {
            if (regions.byCode(folder.getFileName().toString()).isEmpty()) {
                try {
                    tenants.add(read(folder));
                } catch (TenantRefused e) {
                    problems.addAll(e.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new TenantRefused(problems);
        }
        return tenants;
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(properties.tenantsFolder())) {
            log.warn(
                    "There is no folder of regions at {}",
                    properties.tenantsFolder().toAbsolutePath());
            return List.of();
        }
        try (var entries = Files.list(properties.tenantsFolder())) {
            return entries.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private Tenant read(Path folder) throws IOException {
        var region = RegionFile.read(folder);
        var route = RouteFolder.of(properties.libraryFolder().resolve(region.route()), folder.resolve("route"));
        var bundle = route.read(region.rootProcessId(), json);
        var definition = region.definition();
        var roles = definition.roles().stream().map(Role::code).collect(Collectors.toSet());
        var found = routes.check(definition.code(), roles, bundle);
        if (!found.isEmpty()) {
            throw new TenantRefused(route.located(found));
        }
        var missing = RouteFit.problems(folder.resolve(RegionFile.NAME), definition, route, bundle);
        if (!missing.isEmpty()) {
            throw new TenantRefused(missing);
        }
        return new Tenant(region, route, bundle);
    }

    private void store(Tenant tenant) {
        var definition = tenant.region().definition();
        try {
            transaction.executeWithoutResult(status -> {
                var region = regions.create(definition);
                publish(region.id(), tenant);
            });
            log.info("Region {} was taken in", definition.code());
        } catch (DataIntegrityViolationException e) {
            if (regions.byCode(definition.code()).isEmpty()) {
                throw e;
            }
            log.info("Region {} was taken in by another node", definition.code());
        }
    }

    private void publish(long regionId, Tenant tenant) {
        var definition = tenant.region().definition();
        var roles = definition.roles().stream().map(Role::code).collect(Collectors.toSet());
        try {
            routes.publish(regionId, definition.code(), roles, tenant.bundle());
        } catch (RouteRejected e) {
            throw new TenantRefused(tenant.folder().located(e.problems()));
        }
    }

    @Override
    public void start() {
        load();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Long before the web server, which starts among the last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
