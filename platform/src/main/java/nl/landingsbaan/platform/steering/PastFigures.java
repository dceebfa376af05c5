package nl.landingsbaan.platform.steering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.history.ClosedTransfers;
import nl.landingsbaan.platform.history.History;
import nl.landingsbaan.platform.history.PrintedTotal;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Right;
import org.springframework.stereotype.Component;

/**
 * The figures of before the platform. What anybody can read in its source is shown as it is printed. Of the rest small numbers
 * are withheld, and what gives them away; not from who coordinates, for they know these young people.
 */
@Component
class PastFigures {

    private final History history;

    PastFigures(History history) {
        this.history = history;
    }

    /** The closed transfers of each programme, then the printed tables as they came in. */
    List<PastTable> tables(Actor actor, Region region) {
        int threshold = actor.may(Right.COORDINATE) ? 0 : region.settings().smallCellThreshold();
        var closed = history.closedTransfers(region.id()).stream()
                .collect(Collectors.groupingBy(ClosedTransfers::programme, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ClosedTable::new)
                .map(table -> table.shown(table.isPublic() ? 0 : threshold));
        var printed = history.totals(region.id()).stream()
                .collect(Collectors.groupingBy(
                        total -> List.of(total.programme(), total.measure()),
                        LinkedHashMap::new,
                        Collectors.<PrintedTotal>toList()))
                .values()
                .stream()
                .map(PrintedTable::new)
                .map(table -> table.shown(table.isPublic() ? 0 : threshold));
        return Stream.concat(closed, printed).toList();
    }
}
