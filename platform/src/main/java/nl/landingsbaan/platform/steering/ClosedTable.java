package nl.landingsbaan.platform.steering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.history.Amount;
import nl.landingsbaan.platform.history.ClosedTransfers;
import nl.landingsbaan.platform.history.Destination;
import nl.landingsbaan.platform.history.Diploma;
import nl.landingsbaan.platform.history.MeasuredOn;
import nl.landingsbaan.platform.history.PastOutcome;
import nl.landingsbaan.platform.steering.PastTable.Cell;
import nl.landingsbaan.platform.steering.PastTable.Level;
import nl.landingsbaan.platform.steering.PastTable.Row;

/**
 * The closed transfers of one programme, counted. The four kinds of uitval stand apart, and so does what nobody knows; a
 * diploma is one thing and mbo another (seed 002, domain sheet G7 and G9).
 */
final class ClosedTable {

    private static final String ALL = "trajecten";
    private static final String STARTED = "gestart";
    private static final String LEAVING = "uitval";
    private static final String DIPLOMA = "diploma.";
    private static final String DESTINATION = "bestemming.";
    private static final String OUTCOME = "uitkomst.";

    /** Shown even when nobody ended so. */
    private static final List<PastOutcome> KINDS_OF_LEAVING =
            List.of(PastOutcome.NOT_STARTED, PastOutcome.STOPPED, PastOutcome.LONGER, PastOutcome.SWITCHED);

    // Which figure goes first to protect another: the least worth.
    private static final int DETAIL = 1;
    private static final int PART = 2;
    private static final int TOTAL = 3;

    private final String programme;
    private final List<ClosedTransfers> counts;
    private final List<String> years;

    /** @param counts of one programme */
    ClosedTable(List<ClosedTransfers> counts) {
        this.programme = counts.getFirst().programme();
        this.counts = counts;
        this.years = counts.stream()
                .map(ClosedTransfers::schoolYear)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether anybody can read all of it in the sources. */
    boolean isPublic() {
        return counts.stream().allMatch(ClosedTransfers::isPublic);
    }

    /** The table as it may be shown; with a threshold of 0 nothing is withheld. */
    PastTable shown(int threshold) {
        var byYear = years.stream()
                .collect(Collectors.toMap(
                        year -> year, year -> new Year(year, threshold), (a, b) -> a, LinkedHashMap::new));
        var rows = new ArrayList<Row>();
        for (var code : codes()) {
            rows.add(new Row(
                    level(code),
                    code,
                    "",
                    byYear.values().stream().map(year -> year.cell(code)).toList()));
        }
        return new PastTable(programme, "", "", years, List.copyOf(rows));
    }

    /** What is counted, in the order in which it is shown. */
    private List<String> codes() {
        var codes = new ArrayList<>(List.of(ALL, STARTED));
        if (counts.stream().anyMatch(count -> count.diploma() != Diploma.NOT_APPLICABLE)) {
            codes.add(DIPLOMA + Diploma.YES);
            codes.add(DIPLOMA + Diploma.NO);
        }
        if (counts.stream().anyMatch(count -> count.diploma() == Diploma.UNKNOWN)) {
            codes.add(DIPLOMA + Diploma.UNKNOWN);
        }
        Arrays.stream(Destination.values())
                .filter(destination ->
                        counts.stream().anyMatch(count -> isTo(destination).test(count)))
                .forEach(destination -> {
                    codes.add(DESTINATION + destination.code());
                    if (destination == Destination.MBO) {
                        codes.addAll(details());
                    }
                });
        Arrays.stream(PastOutcome.values())
                .filter(outcome -> KINDS_OF_LEAVING.contains(outcome)
                        || counts.stream().anyMatch(count -> count.outcome() == outcome))
                .forEach(outcome -> codes.add(OUTCOME + outcome.code()));
        codes.add(LEAVING);
        return codes;
    }

    /** The levels and tracks at the mbo that occur, when more than one does. */
    private List<String> details() {
        var details = counts.stream()
                .filter(isTo(Destination.MBO))
                .map(ClosedTable::detail)
                .distinct()
                .sorted()
                .toList();
        return details.size() > 1 ? details : List.of();
    }

    private static String detail(ClosedTransfers count) {
        return DESTINATION + "mbo." + count.toLevel() + "." + count.track();
    }

    private static Level level(String code) {
        if (code.equals(ALL)) {
            return Level.TOTAL;
        }
        return code.startsWith(DESTINATION + "mbo.") ? Level.DETAIL : code.equals(LEAVING) ? Level.GROUP : Level.PART;
    }

    private Predicate<ClosedTransfers> counted(String code) {
        if (code.equals(ALL)) {
            return count -> true;
        }
        if (code.equals(STARTED)) {
            return count -> count.outcome().isAfterStart();
        }
        if (code.equals(LEAVING)) {
            return count -> count.outcome() == PastOutcome.NOT_STARTED || count.outcome() == PastOutcome.STOPPED;
        }
        if (code.startsWith(DIPLOMA)) {
            return count -> count.outcome().isAfterStart() && code.equals(DIPLOMA + count.diploma());
        }
        if (code.startsWith(OUTCOME)) {
            return count -> code.equals(OUTCOME + count.outcome().code());
        }
        return count -> count.outcome().isAfterStart()
                && (code.equals(DESTINATION + count.destination().code())
                        || count.destination() == Destination.MBO && code.equals(detail(count)));
    }

    private static Predicate<ClosedTransfers> isTo(Destination destination) {
        return count -> count.outcome().isAfterStart() && count.destination() == destination;
    }

    /** What a code is a part of: how somebody ended of all, the other things of who started. */
    private static String wholeOf(String code) {
        return code.startsWith(DIPLOMA) || code.startsWith(DESTINATION) ? STARTED : ALL;
    }

    /** One school year. */
    private final class Year {

        private final List<ClosedTransfers> ofYear;
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final Set<String> withheld;

        Year(String year, int threshold) {
            this.ofYear = counts.stream()
                    .filter(count -> count.schoolYear().equals(year))
                    .toList();
            codes().forEach(code -> numbers.put(
                    code,
                    ofYear.stream()
                            .filter(counted(code))
                            .mapToInt(ClosedTransfers::number)
                            .sum()));
            this.withheld = threshold == 0 ? Set.of() : cells(threshold).withheld();
        }

        Cell cell(String code) {
            var whole = wholeOf(code);
            return new Cell(
                            Amount.of(numbers.get(code)),
                            code.equals(ALL) ? null : Amount.of(numbers.get(whole)),
                            code.equals(ALL) ? null : share(code),
                            false,
                            measuredOn(),
                            sources(),
                            "",
                            "")
                    .withheld(withheld.contains(code), withheld.contains(whole));
        }

        /** Of who started, and of all, so that those of one kind add up to 100. */
        private Share share(String code) {
            var kind = Stream.of(DIPLOMA, OUTCOME, DESTINATION)
                    .filter(code::startsWith)
                    .findFirst()
                    .orElse(code);
            var parts = numbers.keySet().stream()
                    .filter(each -> each.startsWith(kind) && level(each) == level(code))
                    .toList();
            int whole = numbers.get(wholeOf(code));
            var all = new ArrayList<>(parts.stream().map(numbers::get).toList());
            all.add(whole - all.stream().mapToInt(Integer::intValue).sum());
            var shares = Percentages.of(all);
            return shares.isEmpty() ? null : Share.of(shares.get(parts.indexOf(code)), 0);
        }

        private MeasuredOn measuredOn() {
            return ofYear.getFirst().measuredOn();
        }

        private String sources() {
            return ofYear.stream().map(ClosedTransfers::source).distinct().collect(Collectors.joining("; "));
        }

        private SmallCells cells(int threshold) {
            var cells = new SmallCells(threshold);
            numbers.forEach((code, number) -> cells.cell(
                    code,
                    number,
                    code.equals(ALL) || code.equals(STARTED) ? TOTAL : level(code) == Level.DETAIL ? DETAIL : PART));
            cells.sum(ALL, starting(OUTCOME));
            cells.sum(LEAVING, List.of(OUTCOME + "niet_gestart", OUTCOME + "gestopt"));
            cells.sum(ALL, startedOrNot());
            for (var kind : List.of(DIPLOMA, DESTINATION)) {
                if (!starting(kind).isEmpty()) {
                    cells.remainder(STARTED, starting(kind));
                }
            }
            var details = numbers.keySet().stream()
                    .filter(code -> level(code) == Level.DETAIL)
                    .toList();
            if (!details.isEmpty()) {
                cells.sum(DESTINATION + "mbo", details);
            }
            if (numbers.containsKey(DIPLOMA + Diploma.YES) && numbers.containsKey(DESTINATION + "mbo")) {
                // who has the diploma and did not go to the mbo
                cells.remainder(DIPLOMA + Diploma.YES, List.of(DESTINATION + "mbo"));
            }
            return cells;
        }

        /** Who started, and how those ended who did not. */
        private List<String> startedOrNot() {
            return Stream.concat(
                            Stream.of(STARTED),
                            Arrays.stream(PastOutcome.values())
                                    .filter(outcome -> !outcome.isAfterStart())
                                    .map(outcome -> OUTCOME + outcome.code())
                                    .filter(numbers::containsKey))
                    .toList();
        }

        private List<String> starting(String kind) {
            return numbers.keySet().stream()
                    .filter(code -> code.startsWith(kind) && level(code) != Level.DETAIL)
                    .toList();
        }
    }
}
