package nl.landingsbaan.platform.route;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormUnreadable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The routes of the regions: check, compile, publish, and the catalogue of their steps. */
@Service
@Transactional(readOnly = true)
public class Routes {

    private record ElementKey(long processDefinitionKey, String elementId) {}

    private record FormKey(long routeVersionId, String formId) {}

    private final RouteVersionRepository versions;
    private final RouteProcessRepository processes;
    private final RouteFormRepository forms;
    private final RouteStepRepository steps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    // A version never changes, so what was read once stays true.
    private final Map<ElementKey, Step> stepsByElement = new ConcurrentHashMap<>();
    private final Map<Long, Step> stepsById = new ConcurrentHashMap<>();
    private final Map<Long, List<Step>> stepsByVersion = new ConcurrentHashMap<>();
    private final Map<Long, Long> rootDefinitionKeys = new ConcurrentHashMap<>();
    private final Map<FormKey, Form> parsedForms = new ConcurrentHashMap<>();

    Routes(
            RouteVersionRepository versions,
            RouteProcessRepository processes,
            RouteFormRepository forms,
            RouteStepRepository steps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.processes = processes;
        this.forms = forms;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Checks, compiles and stores a route. Content identical to the newest version gives that version, unless the
     * engine refused it.
     *
     * @param regionCode prefix of every process id and message name in the engine
     * @param roleCodes the roles that the region has
     */
    @Transactional(rollbackFor = RouteRejected.class)
    public RouteVersion publish(long regionId, String regionCode, Set<String> roleCodes, RouteBundle bundle)
            throws RouteRejected {
        var blueprint = Blueprint.of(regionCode, roleCodes, bundle);
        if (!blueprint.problems().isEmpty()) {
            throw new RouteRejected(blueprint.problems());
        }
        String hash = hash(regionCode, bundle);
        var newest = versions.findFirstByRegionIdOrderByNumberDesc(regionId);
        if (newest.isPresent() && newest.get().hasContent(hash) && newest.get().state() != RouteState.REJECTED) {
            return newest.get().toVersion();
        }
        int number = newest.map(v -> v.number() + 1).orElse(1);
        var version = versions.save(new RouteVersionEntity(
                regionId, number, clock.instant().truncatedTo(ChronoUnit.MICROS), bundle.rootProcessId(), hash));
        store(regionId, version.id(), blueprint, number, bundle);
        events.publishEvent(new RouteVersionPublished(regionId, version.id()));
        return version.toVersion();
    }

    private void store(long regionId, long versionId, Blueprint blueprint, int number, RouteBundle bundle) {
        String prefix = RouteCompiler.prefix(blueprint.regionCode());
        for (DeployableProcess compiled : blueprint.compile(number)) {
            DrawnProcess drawn = blueprint.processes().get(compiled.processId().substring(prefix.length()));
            processes.save(new RouteProcessEntity(regionId, versionId, drawn.id(), drawn.xml(), compiled));
        }
        new TreeMap<>(bundle.forms())
                .forEach((formId, json) -> forms.save(new RouteFormEntity(regionId, versionId, formId, json)));
        List<StepOutline> outlines = blueprint.steps();
        List<RouteStepEntity> entities = new ArrayList<>();
        for (int position = 0; position < outlines.size(); position++) {
            entities.add(new RouteStepEntity(regionId, versionId, position, outlines.get(position)));
        }
        steps.saveAll(entities);
    }

    /** Everything that keeps the route from being published; empty: it can be. */
    public List<RouteProblem> check(String regionCode, Set<String> roleCodes, RouteBundle bundle) {
        return Blueprint.of(regionCode, roleCodes, bundle).problems();
    }

    /** The newest version that is not rejected. */
    public Optional<RouteVersion> current(long regionId) {
        return versions.findFirstByRegionIdAndStateNotOrderByNumberDesc(regionId, RouteState.REJECTED)
                .map(RouteVersionEntity::toVersion);
    }

    public RouteVersion version(long routeVersionId) {
        return entity(routeVersionId).toVersion();
    }

    /** The compiled processes of a version, the root first, to be deployed together. */
    public List<DeployableProcess> deployment(long routeVersionId) {
        return processes.findByRouteVersionIdOrderById(routeVersionId).stream()
                .map(RouteProcessEntity::toDeployable)
                .toList();
    }

    /**
     * The engine took the version. Doing it twice is harmless.
     *
     * @param definitionKeyByProcessId process id with prefix to the engine's key
     */
    @Transactional
    public void deployed(long routeVersionId, Map<String, Long> definitionKeyByProcessId) {
        for (RouteProcessEntity process : processes.findByRouteVersionIdOrderById(routeVersionId)) {
            Long key = definitionKeyByProcessId.get(process.engineProcessId());
            if (key == null) {
                throw new IllegalArgumentException(
                        "No definition key for process " + process.engineProcessId() + " of version " + routeVersionId);
            }
            process.deployedAs(key);
        }
        rootDefinitionKeys.remove(routeVersionId);
        entity(routeVersionId).live();
    }

    /** The engine refused the version. */
    @Transactional
    public void rejected(long routeVersionId, List<RouteProblem> problems) {
        entity(routeVersionId).rejected(problems);
    }

    /** The engine's key of the root process; empty until the version is deployed. */
    public OptionalLong rootDefinitionKey(long routeVersionId) {
        Long key = rootDefinitionKeys.computeIfAbsent(
                routeVersionId,
                id -> processes
                        .findByRouteVersionIdAndProcessId(id, entity(id).rootProcessId())
                        .map(RouteProcessEntity::definitionKey)
                        .orElse(null));
        return key == null ? OptionalLong.empty() : OptionalLong.of(key);
    }

    /** The step behind an element of a deployed process; empty for elements that are no step. */
    public Optional<Step> step(long processDefinitionKey, String elementId) {
        var key = new ElementKey(processDefinitionKey, elementId);
        Step known = stepsByElement.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var found = processes
                .findFirstByDefinitionKeyOrderByIdDesc(processDefinitionKey)
                .flatMap(p -> steps.findByRouteVersionIdAndProcessIdAndElementId(
                        p.routeVersionId(), p.processId(), elementId))
                .map(RouteStepEntity::toStep);
        found.ifPresent(step -> stepsByElement.put(key, step));
        return found;
    }

    public Step step(long stepId) {
        return stepsById.computeIfAbsent(
                stepId,
                id -> steps.findById(id)
                        .map(RouteStepEntity::toStep)
                        .orElseThrow(() -> new NoSuchElementException("No step " + id)));
    }

    /** All steps of a version in the order of the flow. */
    public List<Step> steps(long routeVersionId) {
        List<Step> known = stepsByVersion.get(routeVersionId);
        if (known == null) {
            known = steps.findByRouteVersionIdOrderByPosition(routeVersionId).stream()
                    .map(RouteStepEntity::toStep)
                    .toList();
            if (!known.isEmpty()) {
                stepsByVersion.put(routeVersionId, known);
            }
        }
        return known;
    }

    /** A form of a version. */
    public Form form(long routeVersionId, String formId) {
        return parsedForms.computeIfAbsent(new FormKey(routeVersionId, formId), key -> {
            String json = forms.findByRouteVersionIdAndFormId(routeVersionId, formId)
                    .orElseThrow(
                            () -> new NoSuchElementException("No form " + formId + " in version " + routeVersionId))
                    .json();
            try {
                return Form.parse(json);
            } catch (FormUnreadable e) {
                throw new IllegalStateException("A form that was checked cannot be read: " + formId, e);
            }
        });
    }

    /** The drawings of a version as authored, the root first. */
    public List<Drawing> drawings(long routeVersionId) {
        return processes.findByRouteVersionIdOrderById(routeVersionId).stream()
                .map(RouteProcessEntity::toDrawing)
                .toList();
    }

    private RouteVersionEntity entity(long routeVersionId) {
        return versions.findById(routeVersionId)
                .orElseThrow(() -> new NoSuchElementException("No route version " + routeVersionId));
    }

    private static String hash(String regionCode, RouteBundle bundle) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            update(digest, regionCode);
            update(digest, bundle.rootProcessId());
            new TreeMap<>(bundle.drawings()).forEach((name, xml) -> {
                update(digest, name);
                update(digest, xml);
            });
            new TreeMap<>(bundle.forms()).forEach((id, json) -> {
                update(digest, id);
                update(digest, json);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its length, so that moving text from one file to the next changes the hash. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(bytes);
    }
}
