package nl.landingsbaan.platform.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.form.Feel;
import nl.landingsbaan.platform.route.EngineVocabulary;
import nl.landingsbaan.platform.route.Moment;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.Anchored;
import org.springframework.stereotype.Component;

/** Computes when the moments come for which a transfer waits, with the dates of before and with those of now: in the engine's own language. */
@Component
class Waiting {

    private final OpenMoments open;
    private final Routes routes;
    private final Clock clock;

    Waiting(OpenMoments open, Routes routes, Clock clock) {
        this.open = open;
        this.routes = routes;
        this.clock = clock;
    }

    /** What comes on another day when the engine hears of the current dates, out of what each of these transfers waits for. */
    List<ShiftedMoment> shifted(long regionId, List<Anchored> transfers) {
        Map<Long, Anchored> byId = transfers.stream().collect(Collectors.toMap(Anchored::transferId, each -> each));
        var rows = open.of(regionId, byId.keySet());
        var struck = rows.stream()
                .flatMap(row -> struck(row, byId.get(row.transferId())))
                .collect(Collectors.toSet());
        return rows.stream()
                .flatMap(row -> moments(row).stream()
                        .filter(moment -> !struck.contains(new Place(row.processInstanceKey(), moment.elementId())))
                        .map(moment -> shifted(row, moment, byId.get(row.transferId())))
                        .flatMap(Optional::stream))
                .toList();
    }

    /** Where in an instance a timer stands, of which there may be several at a time. */
    private record Place(long processInstanceKey, String elementId) {}

    /** A timer that has struck and let its step go on would strike again. */
    private Stream<Place> struck(OpenMoments.Row row, Anchored transfer) {
        return moments(row).stream()
                .filter(Moment::repeats)
                .filter(moment -> {
                    var was = at(moment, row, transfer.given(), row.openedAt());
                    return was == null || !was.isAfter(clock.instant());
                })
                .map(moment -> new Place(row.processInstanceKey(), moment.elementId()));
    }

    private List<Moment> moments(OpenMoments.Row row) {
        return routes.timed(row.processDefinitionKey())
                .map(process -> process.at(row.hostId()))
                .orElse(List.of());
    }

    private Optional<ShiftedMoment> shifted(OpenMoments.Row row, Moment moment, Anchored transfer) {
        var now = clock.instant();
        var from = at(moment, row, transfer.given(), row.openedAt());
        var passed = moment.kind() == Moment.Kind.TIMER && from != null && !from.isAfter(now);
        if (from == null || passed || !readsAnyOf(moment, moved(transfer))) {
            return Optional.empty();
        }
        if (from.equals(at(moment, row, transfer.current(), row.openedAt()))) {
            return Optional.empty();
        }
        var to = at(moment, row, transfer.current(), now);
        return to == null || to.equals(from)
                ? Optional.empty()
                : Optional.of(new ShiftedMoment(
                        row.transferId(),
                        row.elementInstanceKey(),
                        row.processInstanceKey(),
                        row.processDefinitionKey(),
                        moment,
                        from,
                        to));
    }

    private static Set<String> moved(Anchored transfer) {
        return transfer.current().entrySet().stream()
                .filter(anchor ->
                        !Objects.equals(anchor.getValue(), transfer.given().get(anchor.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean readsAnyOf(Moment moment, Set<String> anchors) {
        return EngineVocabulary.ANCHOR_READ
                .matcher(moment.formula())
                .results()
                .anyMatch(found -> anchors.contains(found.group(1)));
    }

    /** Computed as the engine does, whose zone is that of the people here. */
    private static Instant at(Moment moment, OpenMoments.Row row, Map<String, String> anchors, Instant when) {
        var variables = new HashMap<>(row.variables());
        variables.put(EngineVocabulary.ANCHORS, anchors);
        return instant(
                Feel.value(moment.formula(), variables, when.atZone(PlatformClock.ZONE)),
                moment.kind() == Moment.Kind.DUE);
    }

    /** A date means: the day is over for what is due, the day begins for what is waited for. */
    private static Instant instant(Object value, boolean due) {
        return switch (value) {
            case ZonedDateTime moment -> moment.toInstant();
            case LocalDateTime moment -> moment.atZone(PlatformClock.ZONE).toInstant();
            case LocalDate day when due -> PlatformClock.endOf(day);
            case LocalDate day -> day.atStartOfDay(PlatformClock.ZONE).toInstant();
            case String text -> read(text, due);
            case null, default -> null;
        };
    }

    private static Instant read(String text, boolean due) {
        try {
            return text.contains("T") ? ZonedDateTime.parse(text).toInstant() : instant(LocalDate.parse(text), due);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
