package nl.landingsbaan.platform.gathering;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.region.EachRegion;
import nl.landingsbaan.platform.region.GroupRule;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.RouteVersion;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Starts groups on the days that the calendar says, each once, also those whose day passed while the platform was down. What was due
 * before the region was taken in does not begin any more, but for what the school year of that day has had so far; of a cycle only the
 * last one.
 */
@Service
public class GatheringCalendar {

    /** Longer ago than this nothing is made up for. */
    private static final int AT_MOST_MONTHS = 12;

    private final EachRegion eachRegion;
    private final Regions regions;
    private final Routes routes;
    private final GatheringStart start;
    private final JdbcClient jdbc;
    private final Clock clock;

    GatheringCalendar(
            EachRegion eachRegion, Regions regions, Routes routes, GatheringStart start, JdbcClient jdbc, Clock clock) {
        this.eachRegion = eachRegion;
        this.regions = regions;
        this.routes = routes;
        this.start = start;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Starts what is due in every region and was not started. */
    @Scheduled(
            fixedDelayString = "${landingsbaan.groups.every:20s}",
            initialDelayString = "${landingsbaan.groups.every:20s}")
    public void look() {
        eachRegion.inTurn(this::look);
    }

    /** The first day after this one on which the calendar of any region has a group begin. */
    public Optional<LocalDate> nextAfter(LocalDate day) {
        return regions.all().stream()
                .flatMap(region ->
                        routes.current(region.id()).stream().flatMap(version -> occasions(region, version).stream()))
                .map(Occasion::day)
                .filter(each -> each.isAfter(day))
                .min(LocalDate::compareTo);
    }

    private void look(Region region) {
        if (region.settings().groups().stream().allMatch(GroupRule::byHand)) {
            return;
        }
        routes.current(region.id()).ifPresent(version -> look(region, version));
    }

    private void look(Region region, RouteVersion version) {
        var today = PlatformClock.today(clock);
        var due = occasions(region, version).stream()
                .filter(each -> !each.day().isAfter(today)
                        && each.day().isAfter(today.minusMonths(AT_MOST_MONTHS))
                        && routes.hasProcess(version.id(), each.rule().processId()))
                .toList();
        if (due.isEmpty() || started(region.id(), today).containsAll(keys(due))) {
            return;
        }
        // Of two nodes that look at the same time, the second finds what the first has started.
        var takenIn = jdbc.sql("SELECT imported_at FROM region WHERE id = ? FOR UPDATE")
                .param(region.id())
                .query(Timestamp.class)
                .single();
        var from = takenIn.toInstant().atZone(PlatformClock.ZONE).toLocalDate();
        var started = started(region.id(), today);
        due.stream()
                .filter(each -> !started.contains(key(each)) && isWanted(each, due, region, from))
                .forEach(each -> start.begin(region.id(), version, each));
    }

    private boolean isWanted(Occasion occasion, List<Occasion> due, Region region, LocalDate takenIn) {
        if (!occasion.day().isBefore(takenIn)) {
            return true;
        }
        var year = regions.calendar(region.id()).stream()
                .map(SchoolYear::startsOn)
                .filter(day -> !day.isAfter(takenIn))
                .max(LocalDate::compareTo);
        return year.isPresent()
                && !occasion.day().isBefore(year.get())
                && (occasion.rule().everyWeeks() == null
                        || due.stream()
                                .filter(other -> other.rule().equals(occasion.rule())
                                        && other.day().isBefore(takenIn))
                                .noneMatch(other -> other.day().isAfter(occasion.day())));
    }

    private List<Occasion> occasions(Region region, RouteVersion version) {
        return region.settings().groups().stream()
                .filter(rule -> !rule.byHand())
                .flatMap(rule -> Occasion.of(rule, parts(rule, version), regions.calendar(region.id())).stream())
                .toList();
    }

    private List<Choice> parts(GroupRule rule, RouteVersion version) {
        return rule.per() == null
                ? List.of()
                : routes.catalogue(version.id()).field(rule.per()).orElseThrow().choices();
    }

    /** What began lately; whatever is older is not looked for any more. */
    private Set<String> started(long regionId, LocalDate today) {
        return new HashSet<>(
                jdbc.sql("SELECT code, part, occasion FROM gathering WHERE region_id = ? AND begins_on > ?")
                        .params(regionId, today.minusMonths(2L * AT_MOST_MONTHS))
                        .query((rs, n) -> key(rs.getString(1), rs.getString(2), rs.getString(3)))
                        .list());
    }

    private static Set<String> keys(List<Occasion> occasions) {
        var keys = new HashSet<String>();
        occasions.forEach(each -> keys.add(key(each)));
        return keys;
    }

    private static String key(Occasion occasion) {
        return key(occasion.rule().code(), occasion.partCode(), occasion.key());
    }

    private static String key(String code, String part, String occasion) {
        return code + "/" + part + "/" + occasion;
    }
}
