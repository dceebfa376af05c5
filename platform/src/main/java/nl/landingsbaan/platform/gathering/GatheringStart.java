package nl.landingsbaan.platform.gathering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.landingsbaan.platform.region.GroupRule;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.EngineVocabulary;
import nl.landingsbaan.platform.route.RouteVersion;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.RouteInput;
import nl.landingsbaan.platform.transfer.Subjects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down that a group begins, and has the engine start it. */
@Component
class GatheringStart {

    private final GatheringRepository gatherings;
    private final Subjects subjects;
    private final Participants participants;
    private final RouteInput input;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GatheringStart(
            GatheringRepository gatherings,
            Subjects subjects,
            Participants participants,
            RouteInput input,
            ApplicationEventPublisher events,
            Clock clock) {
        this.gatherings = gatherings;
        this.subjects = subjects;
        this.participants = participants;
        this.input = input;
        this.events = events;
        this.clock = clock;
    }

    /** The calendar has it begin. */
    void begin(long regionId, RouteVersion version, Occasion occasion) {
        var row = save(
                regionId,
                version,
                occasion.rule(),
                occasion.partCode(),
                occasion.name(),
                occasion.year(),
                occasion.key(),
                occasion.day(),
                null);
        run(row, occasion.year(), Map.of());
    }

    GatheringRow save(
            long regionId,
            RouteVersion version,
            GroupRule rule,
            String part,
            String name,
            SchoolYear year,
            String occasion,
            LocalDate day,
            Long startedBy) {
        var row = new GatheringRow();
        row.regionId = regionId;
        row.code = rule.code();
        row.part = part;
        row.occasion = occasion;
        row.name = name;
        row.schoolYear = year.code();
        row.anySchoolYear = rule.anySchoolYear();
        row.beginsOn = day;
        row.processId = rule.processId();
        row.routeVersionId = version.id();
        row.startedAt = clock.instant();
        row.startedBy = startedBy;
        gatherings.save(row);
        subjects.add(regionId, row.id, Subjects.Kind.GROUP);
        gatherings.flush();
        participants.begin(regionId, row.id, rule.participants());
        return row;
    }

    /** @param answered what the engine may know of the form with which somebody started it */
    void run(GatheringRow row, SchoolYear year, Map<String, Object> answered) {
        var variables = new LinkedHashMap<String, Object>();
        variables.put(EngineVocabulary.TRANSFER, Long.toString(row.id));
        variables.putAll(input.ofGroup(row.regionId, year, row.routeVersionId));
        variables.put(EngineVocabulary.SCHOOL_YEAR, row.schoolYear);
        variables.put(EngineVocabulary.GROUP_PART, row.part.isEmpty() ? null : row.part);
        variables.putAll(answered);
        events.publishEvent(new GatheringStarted(row.regionId, row.id, row.routeVersionId, row.processId, variables));
    }
}
