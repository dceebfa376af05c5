package nl.landingsbaan.platform.route;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.form.Catalogue;
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

    private record ProcessKey(long routeVersionId, String processId) {}

    private final RouteVersionRepository versions;
    private final RouteProcessRepository processes;
    private final RouteFormRepository forms;
    private final RouteDecisionRepository decisions;
    private final RoutePlaceRepository places;
    private final RouteStepRepository steps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    // A version never changes, so what was read once stays true.
    private final Map<ElementKey, Step> stepsByElement = new ConcurrentHashMap<>();
    private final Map<ElementKey, String> placesByElement = new ConcurrentHashMap<>();
    private final Map<Long, Step> stepsById = new ConcurrentHashMap<>();
    private final Map<Long, List<Step>> stepsByVersion = new ConcurrentHashMap<>();
    private final Map<Long, Long> rootDefinitionKeys = new ConcurrentHashMap<>();
    private final Map<FormKey, Form> parsedForms = new ConcurrentHashMap<>();
    private final Map<Long, Catalogue> catalogues = new ConcurrentHashMap<>();
    private final Map<Long, TimedProcess> timed = new ConcurrentHashMap<>();
    private final Map<Long, RouteReads> reads = new ConcurrentHashMap<>();
    private final Map<ProcessKey, List<Step>> stepsByProcess = new ConcurrentHashMap<>();
    private final Map<Long, String> rootProcessIds = new ConcurrentHashMap<>();
    private final Map<ProcessKey, Set<String>> reaches = new ConcurrentHashMap<>();

    Routes(
            RouteVersionRepository versions,
            RouteProcessRepository processes,
            RouteFormRepository forms,
            RouteDecisionRepository decisions,
            RoutePlaceRepository places,
            RouteStepRepository steps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.processes = processes;
        this.forms = forms;
        this.decisions = decisions;
        this.places = places;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    /** {@linkplain #check Checks} a route and {@linkplain #publish(long, CheckedRoute) publishes} it. */
    @Transactional(rollbackFor = RouteRejected.class)
    public RouteVersion publish(long regionId, String regionCode, Set<String> roleCodes, RouteBundle bundle)
            throws RouteRejected {
        return publish(regionId, check(regionCode, roleCodes, bundle));
    }

    /**
     * Compiles and stores a route. Content identical to the newest version gives that version, unless the engine refused
     * it.
     */
    @Transactional
    public RouteVersion publish(long regionId, CheckedRoute route) {
        var blueprint = route.blueprint();
        var bundle = route.bundle();
        String hash = hash(blueprint.regionCode(), bundle);
        var newest = versions.findFirstByRegionIdOrderByNumberDesc(regionId);
        if (newest.isPresent() && newest.get().hasContent(hash) && newest.get().state() != RouteState.REJECTED) {
            return newest.get().toVersion();
        }
        int number = newest.map(v -> v.number() + 1).orElse(1);
        var version = versions.save(new RouteVersionEntity(
                regionId,
                number,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                bundle.rootProcessId(),
                hash,
                bundle.catalogue()));
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
        var drawnDecisions = blueprint.decisions();
        var compiledDecisions = blueprint.compileDecisions(number);
        for (int each = 0; each < drawnDecisions.size(); each++) {
            decisions.save(new RouteDecisionEntity(
                    regionId, versionId, drawnDecisions.get(each), compiledDecisions.get(each)));
        }
        blueprint
                .places()
                .forEach(place -> places.save(
                        new RoutePlaceEntity(regionId, versionId, place.processId(), place.elementId(), place.code())));
        List<StepOutline> outlines = blueprint.steps();
        List<RouteStepEntity> entities = new ArrayList<>();
        for (int position = 0; position < outlines.size(); position++) {
            entities.add(new RouteStepEntity(regionId, versionId, position, outlines.get(position)));
        }
        steps.saveAll(entities);
    }

    /**
     * Checks a route.
     *
     * @param regionCode prefix of every process id and message name in the engine
     * @param roleCodes the roles that the region has
     * @throws RouteRejected with everything that keeps it from being published
     */
    public CheckedRoute check(String regionCode, Set<String> roleCodes, RouteBundle bundle) throws RouteRejected {
        var blueprint = Blueprint.of(regionCode, roleCodes, bundle);
        if (!blueprint.problems().isEmpty()) {
            throw new RouteRejected(blueprint.problems());
        }
        return new CheckedRoute(blueprint, bundle);
    }

    /** The newest version that is not rejected. */
    public Optional<RouteVersion> current(long regionId) {
        return versions.findFirstByRegionIdAndStateNotOrderByNumberDesc(regionId, RouteState.REJECTED)
                .map(RouteVersionEntity::toVersion);
    }

    public RouteVersion version(long routeVersionId) {
        return entity(routeVersionId).toVersion();
    }

    /** The compiled processes of a version, the root first, and its decisions, to be deployed together. */
    public List<DeployableResource> deployment(long routeVersionId) {
        return Stream.concat(
                        processes.findByRouteVersionIdOrderById(routeVersionId).stream()
                                .map(RouteProcessEntity::toDeployable),
                        decisions.findByRouteVersionIdOrderById(routeVersionId).stream()
                                .map(RouteDecisionEntity::toDeployable))
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

    /** The engine's key of a process; empty until the version is deployed. */
    public OptionalLong definitionKey(long routeVersionId, String processId) {
        Long key = processes
                .findByRouteVersionIdAndProcessId(routeVersionId, processId)
                .map(RouteProcessEntity::definitionKey)
                .orElse(null);
        return key == null ? OptionalLong.empty() : OptionalLong.of(key);
    }

    /** Whether a version has this process, with steps in it. */
    public boolean hasProcess(long routeVersionId, String processId) {
        return allSteps(routeVersionId).stream()
                .anyMatch(step -> step.processId().equals(processId));
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

    /** The kind of place that is needed for an element of a deployed process; empty: none, or the process is not known. */
    public Optional<String> place(long processDefinitionKey, String elementId) {
        var key = new ElementKey(processDefinitionKey, elementId);
        var known = placesByElement.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var found = processes
                .findFirstByDefinitionKeyOrderByIdDesc(processDefinitionKey)
                .flatMap(p -> places.findByRouteVersionIdAndProcessIdAndElementId(
                        p.routeVersionId(), p.processId(), elementId))
                .map(RoutePlaceEntity::code);
        found.ifPresent(code -> placesByElement.put(key, code));
        return found;
    }

    public Step step(long stepId) {
        return stepsById.computeIfAbsent(
                stepId,
                id -> steps.findById(id)
                        .map(RouteStepEntity::toStep)
                        .orElseThrow(() -> new NoSuchElementException("No step " + id)));
    }

    /** The steps of the way of a young person in a version, in the order of the flow. */
    public List<Step> steps(long routeVersionId) {
        return steps(
                routeVersionId,
                rootProcessIds.computeIfAbsent(routeVersionId, id -> entity(id).rootProcessId()));
    }

    /** All steps of a version, those of groups last. */
    public List<Step> allSteps(long routeVersionId) {
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

    /** The steps of a process and of those that it calls, however far, in the order of the flow. */
    public List<Step> steps(long routeVersionId, String processId) {
        var key = new ProcessKey(routeVersionId, processId);
        var known = stepsByProcess.get(key);
        if (known != null) {
            return known;
        }
        var reached = reaches.computeIfAbsent(key, this::reach);
        var steps = allSteps(routeVersionId).stream()
                .filter(step -> reached.contains(step.processId()))
                .toList();
        if (!steps.isEmpty()) {
            stepsByProcess.put(key, steps);
        }
        return steps;
    }

    /** The drawings of a process and of those that it calls, that process first. */
    public List<Drawing> drawings(long routeVersionId, String processId) {
        var reached = reaches.computeIfAbsent(new ProcessKey(routeVersionId, processId), this::reach);
        return drawings(routeVersionId).stream()
                .filter(drawing -> reached.contains(drawing.processId()))
                .sorted(Comparator.comparing(drawing -> !drawing.processId().equals(processId)))
                .toList();
    }

    private Set<String> reach(ProcessKey key) {
        var drawn = drawings(key.routeVersionId).stream().collect(Collectors.toMap(Drawing::processId, Drawing::xml));
        return Reach.walk(key.processId, id -> drawn.containsKey(id) ? Xml.called(drawn.get(id)) : List.of());
    }

    /** A form of a version. */
    public Form form(long routeVersionId, String formId) {
        return parsedForms.computeIfAbsent(new FormKey(routeVersionId, formId), key -> {
            String json = forms.findByRouteVersionIdAndFormId(routeVersionId, formId)
                    .orElseThrow(
                            () -> new NoSuchElementException("No form " + formId + " in version " + routeVersionId))
                    .json();
            try {
                return Form.parse(json, catalogue(routeVersionId));
            } catch (FormUnreadable e) {
                throw new IllegalStateException("A form that was checked cannot be read: " + formId, e);
            }
        });
    }

    /** The fields to which the forms of a version refer. */
    public Catalogue catalogue(long routeVersionId) {
        return catalogues.computeIfAbsent(routeVersionId, id -> entity(id).catalogue());
    }

    /** The drawings of a version as authored, the root first. */
    public List<Drawing> drawings(long routeVersionId) {
        return processes.findByRouteVersionIdOrderById(routeVersionId).stream()
                .map(RouteProcessEntity::toDrawing)
                .toList();
    }

    /** What the drawings and decisions of a version read of anchors and weeks. */
    public RouteReads reads(long routeVersionId) {
        return reads.computeIfAbsent(
                routeVersionId,
                id -> RouteReads.in(Stream.concat(
                                drawings(id).stream().map(Drawing::xml),
                                decisions.findByRouteVersionIdOrderById(id).stream()
                                        .map(decision -> decision.toDeployable().xml()))
                        .toList()));
    }

    /** A deployed process with what in it hangs on anchors; empty when it is not of this installation. */
    public Optional<TimedProcess> timed(long processDefinitionKey) {
        return Optional.ofNullable(timed.computeIfAbsent(
                processDefinitionKey,
                key -> processes
                        .findFirstByDefinitionKeyOrderByIdDesc(key)
                        .map(RouteProcessEntity::toTimed)
                        .orElse(null)));
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
            new TreeMap<>(bundle.decisions()).forEach((name, xml) -> {
                update(digest, name);
                update(digest, xml);
            });
            update(digest, bundle.catalogue().toJson());
            bundle.groups().forEach(group -> update(digest, group.toString()));
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
