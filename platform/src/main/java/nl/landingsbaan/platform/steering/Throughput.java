package nl.landingsbaan.platform.steering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Measure;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.Step;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.steering.ThroughputOverview.Backlog;
import nl.landingsbaan.platform.steering.ThroughputOverview.FunnelStep;
import nl.landingsbaan.platform.steering.ThroughputOverview.Outcome;
import nl.landingsbaan.platform.steering.ThroughputOverview.Outcomes;
import nl.landingsbaan.platform.steering.ThroughputOverview.Phase;
import nl.landingsbaan.platform.steering.ThroughputOverview.TrendPoint;
import nl.landingsbaan.platform.task.OverdueTasks;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where young people of a region stand and where they get stuck, for the steering group: numbers only. */
@Service
@Transactional(readOnly = true)
public class Throughput {

    /** The kinds of uitval, each a thing of its own. */
    private static final List<String> LEAVING = List.of("niet_gestart", "gestopt", "langstudeerder", "switch");

    private static final String UNKNOWN = "onbekend";

    private final Counts counts;
    private final OverdueTasks tasks;
    private final Regions regions;
    private final Routes routes;
    private final PastFigures past;
    private final Clock clock;

    Throughput(Counts counts, OverdueTasks tasks, Regions regions, Routes routes, PastFigures past, Clock clock) {
        this.counts = counts;
        this.tasks = tasks;
        this.regions = regions;
        this.routes = routes;
        this.past = past;
        this.clock = clock;
    }

    /**
     * The school years with figures, and the one for which is referred now; newest first.
     *
     * @throws FiguresRefused when the actor may neither steer nor coordinate
     */
    public List<String> schoolYears(Actor actor) {
        check(actor);
        var years = new TreeSet<>(Comparator.<String>reverseOrder());
        years.addAll(counts.years(actor.regionId()).keySet());
        regions.startingAfter(actor.regionId(), PlatformClock.today(clock))
                .map(SchoolYear::code)
                .ifPresent(years::add);
        return List.copyOf(years);
    }

    /**
     * The figures of one school year.
     *
     * @throws FiguresRefused when the actor may neither steer nor coordinate
     * @throws IllegalArgumentException when the region has no such school year
     */
    public ThroughputOverview overview(Actor actor, String schoolYear) {
        check(actor);
        var region = regions.region(actor.regionId());
        if (regions.schoolYear(region.id(), schoolYear).isEmpty()) {
            throw new IllegalArgumentException("No school year " + schoolYear + " in region " + region.id());
        }
        var years = counts.years(region.id());
        var year = years.getOrDefault(schoolYear, Counts.Year.NOTHING);
        var figures = figures(region, year);
        var tables = past.tables(actor, region);
        return new ThroughputOverview(
                schoolYear,
                clock.instant(),
                region.settings().smallCellThreshold(),
                figures.participants(),
                phases(region, schoolYear, year, figures),
                region.settings().measures().stream()
                        .map(measure -> funnelStep(measure, figures))
                        .toList(),
                outcomes(region, year, figures),
                backlogs(region),
                trend(region, years, tables),
                tables);
    }

    private static void check(Actor actor) {
        if (!actor.may(Right.STEER) && !actor.may(Right.COORDINATE)) {
            throw new FiguresRefused(actor.accountId());
        }
    }

    private YearFigures figures(Region region, Counts.Year year) {
        return new YearFigures(
                region.settings().smallCellThreshold(),
                year,
                region.settings().measures(),
                List.copyOf(phaseNames(region, year).keySet()),
                outcomeCodes(region, year));
    }

    /** The phases of the current route in its order, and after these what older versions had. */
    private Map<String, String> phaseNames(Region region, Counts.Year year) {
        var names = new LinkedHashMap<String, String>();
        routes.current(region.id())
                .ifPresent(version -> routes.steps(version.id()).stream()
                        .filter(step -> step.kind() == StepKind.PHASE)
                        .forEach(step -> names.putIfAbsent(step.phase(), step.phaseName())));
        year.codes(CountKind.ENTERED).forEach(code -> names.putIfAbsent(code, code));
        return names;
    }

    private List<Phase> phases(Region region, String schoolYear, Counts.Year year, YearFigures figures) {
        var durations = counts.durations(region.id(), schoolYear);
        int threshold = region.settings().smallCellThreshold();
        return phaseNames(region, year).entrySet().stream()
                .map(phase -> new Phase(
                        phase.getKey(),
                        phase.getValue(),
                        figures.now(phase.getKey()),
                        figures.finished(phase.getKey()),
                        days(durations.get(phase.getKey()), threshold, Durations::median),
                        // the slowest tenth must not be a single young person
                        days(durations.get(phase.getKey()), 2 * threshold, Durations::ninetiethPercentile)))
                .toList();
    }

    private static FunnelStep funnelStep(Measure measure, YearFigures figures) {
        var reached = figures.reached(measure);
        var participants = figures.participants();
        return new FunnelStep(
                measure.code(),
                measure.name(),
                measure.target(),
                reached,
                figures.missed(measure),
                figures.notKnownYet(measure),
                participants,
                measure.field() == null ? Figure.Absent.NOT_APPLICABLE : percentage(reached, participants));
    }

    private static Figure percentage(Figure numerator, Figure denominator) {
        if (numerator.number().isEmpty()) {
            return numerator;
        }
        if (denominator.number().isEmpty()) {
            return denominator;
        }
        int part = numerator.number().getAsInt();
        var shares = Percentages.of(List.of(part, denominator.number().getAsInt() - part));
        return shares.isEmpty() ? Figure.Absent.NOT_APPLICABLE : Figure.of(shares.getFirst());
    }

    private Outcomes outcomes(Region region, Counts.Year year, YearFigures figures) {
        var codes = outcomeCodes(region, year);
        var shares = Percentages.of(codes.stream().map(year::ended).toList());
        var byCode = new LinkedHashMap<String, Outcome>();
        for (int i = 0; i < codes.size(); i++) {
            var number = figures.outcome(codes.get(i));
            byCode.put(
                    codes.get(i),
                    new Outcome(
                            codes.get(i),
                            outcomeName(region, codes.get(i)),
                            number,
                            share(number, figures.ended(), shares, i)));
        }
        var leaving = LEAVING.stream()
                .map(code -> byCode.containsKey(code) ? byCode.remove(code) : notApplicable(region, code))
                .toList();
        var unknown = byCode.containsKey(UNKNOWN) ? byCode.remove(UNKNOWN) : notApplicable(region, UNKNOWN);
        return new Outcomes(figures.ended(), leaving, unknown, List.copyOf(byCode.values()));
    }

    private static Figure share(Figure number, Figure ended, List<Integer> shares, int index) {
        if (number.number().isEmpty() || ended.number().isEmpty()) {
            return Figure.Absent.WITHHELD;
        }
        return shares.isEmpty() ? Figure.Absent.NOT_APPLICABLE : Figure.of(shares.get(index));
    }

    private static Outcome notApplicable(Region region, String code) {
        return new Outcome(code, outcomeName(region, code), Figure.Absent.NOT_APPLICABLE, Figure.Absent.NOT_APPLICABLE);
    }

    private static String outcomeName(Region region, String code) {
        return region.settings().outcomes().getOrDefault(code, code);
    }

    private List<String> outcomeCodes(Region region, Counts.Year year) {
        var codes = new LinkedHashSet<>(region.settings().outcomes().keySet());
        codes.removeAll(ofGroupsOnly(region));
        codes.addAll(year.codes(CountKind.OUTCOME));
        return List.copyOf(codes);
    }

    /** In what a class or a meeting ends, and no young person's way. */
    private Set<String> ofGroupsOnly(Region region) {
        return routes.current(region.id())
                .map(version -> {
                    var ofGroups = outcomes(routes.allSteps(version.id()));
                    ofGroups.removeAll(outcomes(routes.steps(version.id())));
                    return ofGroups;
                })
                .orElseGet(Set::of);
    }

    private static Set<String> outcomes(List<Step> steps) {
        return steps.stream()
                .map(Step::outcome)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<Backlog> backlogs(Region region) {
        var open = tasks.byRole(region.id());
        var backlogs = new ArrayList<Backlog>();
        for (var role : regions.roles(region.id()).values()) {
            if (!role.rights().contains(Right.WORK)) {
                continue;
            }
            var mine = open.getOrDefault(role.code(), OverdueTasks.OpenTasks.NONE);
            var withheld = new SmallCells(region.settings().smallCellThreshold())
                    .cell("open", mine.open(), 1)
                    .cell("overdue", mine.overdue(), 2)
                    .remainder("open", List.of("overdue"))
                    .withheld();
            backlogs.add(new Backlog(
                    role.code(),
                    role.name(),
                    withheld.contains("overdue") ? Figure.Absent.WITHHELD : Figure.of(mine.overdue()),
                    withheld.contains("open") ? Figure.Absent.WITHHELD : Figure.of(mine.open())));
        }
        return backlogs;
    }

    /** A year that the platform counted and one that was printed stand beside each other. */
    private List<TrendPoint> trend(Region region, Map<String, Counts.Year> years, List<PastTable> tables) {
        var printed = new HashMap<String, Map<String, PastTable.Cell>>();
        for (var table : tables) {
            for (var row : table.rows()) {
                for (int i = 0; i < row.cells().size(); i++) {
                    var cell = row.cells().get(i);
                    if (!cell.target().isEmpty()) {
                        printed.computeIfAbsent(table.periods().get(i), period -> new HashMap<>())
                                .put(cell.target(), cell);
                    }
                }
            }
        }
        var codes = new TreeSet<>(years.keySet());
        codes.addAll(printed.keySet());
        var points = new ArrayList<TrendPoint>();
        for (var code : codes) {
            var figures = years.containsKey(code) ? figures(region, years.get(code)) : null;
            var cells = printed.getOrDefault(code, Map.of());
            for (var measure : region.settings().measures()) {
                var cell = cells.get(measure.code());
                points.add(new TrendPoint(
                        code,
                        measure.code(),
                        figures == null ? Figure.Absent.UNKNOWN : figures.reached(measure),
                        cell == null ? null : cell.number(),
                        cell == null ? null : cell.source()));
            }
        }
        return points;
    }

    private static Figure days(Durations durations, int least, ToIntFunction<Durations> days) {
        if (durations == null) {
            return Figure.Absent.NOT_APPLICABLE;
        }
        return durations.visits() < least ? Figure.Absent.WITHHELD : Figure.of(days.applyAsInt(durations));
    }
}
