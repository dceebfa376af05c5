package nl.landingsbaan.platform.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.landingsbaan.platform.history.History;
import nl.landingsbaan.platform.place.Places;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.CheckedRoute;
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
    private final Places places;
    private final Routes routes;
    private final History history;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private volatile boolean running;

    TenantLoader(
            TenantProperties properties,
            Regions regions,
            Places places,
            Routes routes,
            History history,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.properties = properties;
        this.regions = regions;
        this.places = places;
        this.routes = routes;
        this.history = history;
        this.transaction = transaction;
        this.json = json;
    }

    private record Checked(Tenant tenant, CheckedRoute route) {}

    /** Takes in every region that is new; all of them or, when one has mistakes, none. */
    void load() {
        try {
            newOnes().forEach(this::store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Checked> newOnes() throws IOException {
        var tenants = new ArrayList<Checked>();
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
                    .filter(properties::isWanted)
                    .sorted()
                    .toList();
        }
    }

    private Checked read(Path folder) throws IOException {
        var tenant = Tenant.read(properties.libraryFolder(), folder, json);
        var route = check(tenant);
        tenant.checkFit();
        return new Checked(tenant, route);
    }

    private CheckedRoute check(Tenant tenant) {
        try {
            return routes.check(tenant.definition().code(), tenant.roles(), tenant.bundle());
        } catch (RouteRejected e) {
            throw new TenantRefused(tenant.route().located(e.problems()));
        }
    }

    private void store(Checked checked) {
        var tenant = checked.tenant();
        var definition = tenant.definition();
        try {
            transaction.executeWithoutResult(status -> {
                var region = regions.create(definition);
                places.define(region.id(), tenant.places());
                routes.publish(region.id(), checked.route());
                history.load(region.id(), tenant.history());
            });
            log.info("Region {} was taken in", definition.code());
        } catch (DataIntegrityViolationException e) {
            if (regions.byCode(definition.code()).isEmpty()) {
                throw e;
            }
            log.info("Region {} was taken in by another node", definition.code());
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
