package nl.landingsbaan.platform.steering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.landingsbaan.platform.history.Amount;
import nl.landingsbaan.platform.history.PrintedTotal;
import nl.landingsbaan.platform.history.PrintedTotal.Derived;
import nl.landingsbaan.platform.steering.PastTable.Cell;
import nl.landingsbaan.platform.steering.PastTable.Level;
import nl.landingsbaan.platform.steering.PastTable.Row;

/** A table of printed totals: what is computed in it, its percentages, and what must be withheld. */
final class PrintedTable {

    // Which figure goes first to protect another: the least worth.
    private static final int TOGETHER = 1;
    private static final int CATEGORY = 2;
    private static final int GROUP = 3;
    private static final int TOTAL = 4;

    private final List<PrintedTotal> lines;
    private final List<String> periods;
    private final List<String> categories;
    private final Map<String, PrintedTotal> byPlace = new HashMap<>();
    private final Map<String, Amount> amounts = new HashMap<>();

    /** @param lines of one programme and one measure */
    PrintedTable(List<PrintedTotal> lines) {
        this.lines = lines;
        this.periods = lines.stream()
                .map(PrintedTotal::period)
                .distinct()
                .sorted(inTime())
                .toList();
        this.categories = lines.stream()
                .map(PrintedTotal::category)
                .filter(category -> !category.isEmpty())
                .distinct()
                .toList();
        lines.forEach(line -> byPlace.put(place(line.period(), line.category()), line));
        lines.stream().filter(line -> line.derived() == Derived.NOT).forEach(line -> put(line, line.amount()));
        lines.stream()
                .filter(line -> line.derived() == Derived.ALL)
                .forEach(line -> put(line, amount(line.period(), "")));
        lines.stream().filter(line -> line.derived() == Derived.REST).forEach(line -> put(line, rest(line)));
        lines.stream().filter(line -> line.derived() == Derived.SUM).forEach(line -> put(line, sum(line)));
    }

    /** Whether anybody can read all of it in the sources. */
    boolean isPublic() {
        return lines.stream().allMatch(PrintedTotal::isPublic);
    }

    /** The table as it may be shown; with a threshold of 0 nothing is withheld. */
    PastTable shown(int threshold) {
        var withheld = withheld(threshold);
        var rows = new ArrayList<Row>();
        if (lines.stream().anyMatch(line -> line.category().isEmpty())) {
            rows.add(row(Level.TOTAL, "", withheld));
        }
        var groups = new LinkedHashSet<String>();
        for (var category : categories) {
            var group = groupOf(category);
            if (!group.isEmpty() && groups.add(group)) {
                rows.add(groupRow(group, withheld));
                categories.stream()
                        .filter(each -> groupOf(each).equals(group))
                        .forEach(each -> rows.add(row(Level.DETAIL, each, withheld)));
            } else if (group.isEmpty()) {
                rows.add(row(Level.PART, category, withheld));
            }
        }
        var first = lines.getFirst();
        return new PastTable(first.programme(), first.measure(), first.unit(), periods, List.copyOf(rows));
    }

    private Row row(Level level, String category, Set<String> withheld) {
        return new Row(
                level,
                "",
                category,
                periods.stream()
                        .map(period -> cell(period, category)
                                .withheld(
                                        withheld.contains(place(period, category)),
                                        withheld.contains(place(period, ""))))
                        .toList());
    }

    private Cell cell(String period, String category) {
        var line = byPlace.get(place(period, category));
        if (line == null) {
            return Cell.NONE;
        }
        return new Cell(
                amount(period, category),
                category.isEmpty() ? null : whole(period),
                category.isEmpty() ? null : share(period, category),
                line.derived() != Derived.NOT,
                line.measuredOn(),
                line.source(),
                line.note(),
                line.target());
    }

    private Row groupRow(String group, Set<String> withheld) {
        return new Row(
                Level.GROUP,
                "",
                group,
                periods.stream()
                        .map(period -> groupCell(period, group)
                                .withheld(
                                        withheld.contains(groupPlace(period, group)),
                                        withheld.contains(place(period, ""))))
                        .toList());
    }

    private Cell groupCell(String period, String group) {
        var members = members(period, group);
        if (members.isEmpty()) {
            return Cell.NONE;
        }
        var line = byPlace.get(place(period, members.getFirst()));
        var sum = groupAmount(period, group);
        var share = isDivided(period)
                ? members.stream()
                        .map(member -> share(period, member))
                        .reduce(Share::plus)
                        .orElse(null)
                : Share.of(sum, amount(period, ""), line.decimals());
        return new Cell(
                sum,
                whole(period),
                period.equals(PrintedTotal.TOGETHER) ? null : share,
                true,
                line.measuredOn(),
                line.source(),
                "",
                "");
    }

    /** What the categories of a period are shares of; null when there is no such total. */
    private Amount whole(String period) {
        return byPlace.containsKey(place(period, "")) ? amount(period, "") : null;
    }

    /** Sums over periods have none: their cohorts are not equally old. */
    private Share share(String period, String category) {
        if (period.equals(PrintedTotal.TOGETHER) || !amount(period, category).isNumber()) {
            return null;
        }
        int decimals = byPlace.get(place(period, category)).decimals();
        if (!isDivided(period)) {
            return byPlace.get(place(period, category)).derived() == Derived.ALL
                    ? Share.of(Amount.of(1), Amount.of(1), decimals)
                    : Share.of(amount(period, category), amount(period, ""), decimals);
        }
        var parts = filled(period);
        var shares = Percentages.of(
                parts.stream().map(part -> amount(period, part).most()).toList(), decimals);
        return shares.isEmpty() ? null : Share.of(shares.get(parts.indexOf(category)), decimals);
    }

    /** Whether the categories of a period divide its total, so that their percentages add up to 100. */
    private boolean isDivided(String period) {
        var total = amount(period, "");
        var parts = filled(period);
        return total.isExact()
                && parts.stream().allMatch(part -> amount(period, part).isExact())
                && parts.stream().mapToInt(part -> amount(period, part).most()).sum() == total.most()
                && parts.stream()
                                .map(part -> byPlace.get(place(period, part)).decimals())
                                .distinct()
                                .count()
                        == 1;
    }

    /** The categories that the source did not leave empty. */
    private List<String> filled(String period) {
        return categories.stream()
                .filter(category -> byPlace.containsKey(place(period, category)))
                .filter(category -> amount(period, category).kind() != Amount.Kind.EMPTY)
                .toList();
    }

    private Amount rest(PrintedTotal rest) {
        return amount(rest.period(), "")
                .without(categories.stream()
                        .filter(category -> !category.equals(rest.category()))
                        .filter(category -> byPlace.containsKey(place(rest.period(), category)))
                        .map(category -> amount(rest.period(), category))
                        .toList());
    }

    private Amount sum(PrintedTotal sum) {
        return Amount.sum(periods.stream()
                .filter(period -> !period.equals(PrintedTotal.TOGETHER))
                .filter(period -> byPlace.containsKey(place(period, sum.category())))
                .map(period -> amount(period, sum.category()))
                .toList());
    }

    private Amount groupAmount(String period, String group) {
        return Amount.sum(members(period, group).stream()
                .map(member -> amount(period, member))
                .toList());
    }

    private List<String> members(String period, String group) {
        return categories.stream()
                .filter(category -> groupOf(category).equals(group))
                .filter(category -> byPlace.containsKey(place(period, category)))
                .toList();
    }

    private String groupOf(String category) {
        return lines.stream()
                .filter(line -> line.category().equals(category))
                .findFirst()
                .orElseThrow()
                .group();
    }

    private Set<String> withheld(int threshold) {
        if (threshold == 0) {
            return Set.of();
        }
        var cells = new SmallCells(threshold);
        amounts.forEach((place, amount) -> {
            if (amount.isNumber()) {
                cells.cell(
                        place,
                        smallest(amount),
                        place.startsWith(PrintedTotal.TOGETHER + "|")
                                ? TOGETHER
                                : place.endsWith("|") ? TOTAL : CATEGORY);
            }
        });
        for (var period : periods) {
            addGroups(cells, period);
            addDivision(cells, period);
        }
        addSums(cells);
        return cells.withheld();
    }

    private void addGroups(SmallCells cells, String period) {
        categories.stream()
                .map(this::groupOf)
                .filter(group -> !group.isEmpty())
                .distinct()
                .forEach(group -> {
                    if (groupAmount(period, group).isNumber()
                            && !members(period, group).isEmpty()) {
                        cells.cell(groupPlace(period, group), smallest(groupAmount(period, group)), GROUP)
                                .sum(groupPlace(period, group), places(period, members(period, group)));
                    }
                });
    }

    private void addDivision(SmallCells cells, String period) {
        var parts = filled(period).stream()
                .filter(category -> amount(period, category).isNumber())
                .toList();
        if (!amount(period, "").isNumber() || parts.isEmpty()) {
            return;
        }
        if (isDivided(period)) {
            cells.sum(place(period, ""), places(period, parts));
        } else {
            // what a reader can compute for each category apart, for they may overlap
            parts.forEach(part -> {
                if (byPlace.get(place(period, part)).derived() == Derived.ALL) {
                    cells.sum(place(period, ""), List.of(place(period, part)));
                } else {
                    cells.remainder(place(period, ""), List.of(place(period, part)));
                }
            });
        }
    }

    private void addSums(SmallCells cells) {
        lines.stream()
                .filter(line -> line.derived() == Derived.SUM)
                .filter(line -> amount(line.period(), line.category()).isNumber())
                .forEach(line -> cells.sum(
                        place(line.period(), line.category()),
                        periods.stream()
                                .filter(period -> !period.equals(PrintedTotal.TOGETHER))
                                .filter(period -> byPlace.containsKey(place(period, line.category())))
                                .map(period -> place(period, line.category()))
                                .toList()));
    }

    /** The smallest number of young people, but not nobody, that this can be. */
    private static int smallest(Amount amount) {
        return amount.most() == 0 ? 0 : Math.max(1, amount.least());
    }

    private static List<String> places(String period, List<String> categories) {
        return categories.stream().map(category -> place(period, category)).toList();
    }

    private static String place(String period, String category) {
        return period + "|" + category;
    }

    private static String groupPlace(String period, String group) {
        return period + "||" + group;
    }

    private Amount amount(String period, String category) {
        return amounts.getOrDefault(place(period, category), Amount.UNKNOWN);
    }

    private void put(PrintedTotal line, Amount amount) {
        amounts.put(place(line.period(), line.category()), amount);
    }

    /** Years in the order of time, then what is called otherwise as it came, and what is together last. */
    private static Comparator<String> inTime() {
        return Comparator.comparing((String period) ->
                        period.equals(PrintedTotal.TOGETHER) ? 2 : period.matches("\\d{4}.*") ? 0 : 1)
                .thenComparing(period -> period.matches("\\d{4}.*") ? period : "");
    }
}
