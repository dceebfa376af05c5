package nl.landingsbaan.platform.gathering;

import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.landingsbaan.platform.form.Feel;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.transfer.ChoicesGiven;
import nl.landingsbaan.platform.transfer.RouteEventReported;
import nl.landingsbaan.platform.transfer.TransferEnded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the engine tells about groups and who is up for them. Everything may be told again and changes nothing then. */
@Service
@Transactional
public class GatheringProgress {

    private static final int REMEMBERED = 10_000;

    private final GatheringRepository gatherings;
    private final Members members;
    private final Regions regions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    // A group never changes its region, and the engine speaks often of those that have just moved.
    private final Map<Long, Long> regionsOf = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > REMEMBERED;
        }
    });

    GatheringProgress(
            GatheringRepository gatherings,
            Members members,
            Regions regions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.gatherings = gatherings;
        this.members = members;
        this.regions = regions;
        this.events = events;
        this.clock = clock;
    }

    /** The region of a group; empty when this installation does not know it. */
    @Transactional(readOnly = true)
    public Optional<Long> regionOf(long gatheringId) {
        var known = regionsOf.get(gatheringId);
        if (known != null) {
            return Optional.of(known);
        }
        var region = gatherings.findById(gatheringId).map(row -> row.regionId);
        region.ifPresent(id -> regionsOf.put(gatheringId, id));
        return region;
    }

    /**
     * The engine runs the group under this key, unless it is held to run under another.
     *
     * @return that other key; empty: it runs under this one
     */
    public Optional<Long> startedAs(long gatheringId, long processInstanceKey) {
        var row = gatherings.findById(gatheringId).orElseThrow();
        if (row.processInstanceKey != null && row.processInstanceKey != processInstanceKey) {
            return Optional.of(row.processInstanceKey);
        }
        row.processInstanceKey = processInstanceKey;
        return Optional.empty();
    }

    /** Whether the group has come to its end. */
    @Transactional(readOnly = true)
    public boolean hasEnded(long gatheringId) {
        return gatherings
                .findById(gatheringId)
                .filter(row -> row.endedAt != null)
                .isPresent();
    }

    /**
     * The engine runs the group under this key from now on.
     *
     * @param before what {@link #startedAs} answered when this was decided
     * @throws ConcurrencyFailureException when that has changed since
     */
    public void runsAs(long gatheringId, long processInstanceKey, long before) {
        var row = gatherings.findById(gatheringId).orElseThrow();
        if (!Objects.equals(row.processInstanceKey, before)) {
            throw new ConcurrencyFailureException("Group " + gatheringId + " runs under another key by now");
        }
        row.processInstanceKey = processInstanceKey;
    }

    /** The group ended with this outcome. */
    public void ended(long gatheringId, String outcome) {
        var row = gatherings.findById(gatheringId).orElseThrow();
        if (row.endedAt != null) {
            return;
        }
        row.outcome = outcome;
        row.endedAt = clock.instant();
        events.publishEvent(new GatheringEnded(row.regionId, gatheringId, outcome));
    }

    /**
     * A young person came into a step in which he or she is up for groups of a code.
     *
     * @param variables what the route knows, by which it is known which choice was made
     */
    public void entered(
            long regionId, long transferId, String code, Map<String, Object> variables, long elementInstanceKey) {
        var field = regions.region(regionId).settings().group(code).map(rule -> rule.per());
        var part = field.map(variables::get).map(Object::toString).orElse("");
        members.enter(regionId, transferId, code, part, elementInstanceKey);
    }

    /** A young person left that step, or an event took it away. */
    public void left(long regionId, long transferId, long elementInstanceKey) {
        members.leave(regionId, transferId, elementInstanceKey);
    }

    /** The keys of the steps by which a young person is held to be up for groups. */
    @Transactional(readOnly = true)
    public List<Long> steps(long regionId, long transferId) {
        return regions.region(regionId).settings().groups().isEmpty() ? List.of() : members.steps(regionId, transferId);
    }

    /**
     * Has the engine tell each member whom the step is for. Being told again is known by the message's id.
     *
     * @param elementInstanceKey of the step, which comes round again under another key
     */
    public void tell(long gatheringId, Step step, long elementInstanceKey) {
        var row = gatherings.findById(gatheringId).orElseThrow();
        var messageId = "groep-" + gatheringId + "-" + elementInstanceKey;
        members.of(row.regionId, gatheringId).forEach((transferId, marks) -> {
            if (step.members() == null || Feel.isTrue(step.members(), asVariables(step.members(), marks))) {
                events.publishEvent(
                        new RouteEventReported(row.regionId, transferId, step.messageName(), messageId, Map.of()));
            }
        });
    }

    private static Map<String, Object> asVariables(String formula, Iterable<String> marks) {
        var variables = new HashMap<String, Object>();
        Feel.variables(formula).forEach(mark -> variables.put(mark, false));
        marks.forEach(mark -> variables.put(mark, true));
        return variables;
    }

    @EventListener
    void ended(TransferEnded ended) {
        if (!regions.region(ended.regionId()).settings().groups().isEmpty()) {
            members.leave(ended.regionId(), ended.transferId(), null);
        }
    }

    /** Whoever chooses otherwise while up for a group belongs to the group of the new choice. */
    @EventListener
    void chosen(ChoicesGiven given) {
        regions.region(given.regionId()).settings().groups().stream()
                .filter(rule -> rule.per() != null && given.choices().containsKey(rule.per()))
                .forEach(rule -> members.move(
                        given.regionId(),
                        given.transferId(),
                        rule.code(),
                        given.choices().get(rule.per())));
    }
}
