package nl.landingsbaan.platform.steering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds which figures must be withheld: those on fewer young people than the threshold (but not 0), and so many others that
 * none of these can be computed from what is shown. It is told every sum that a reader could make.
 *
 * <p>What is withheld is safe when no combination of sums gives it: each sum with withheld parts has two or more of them,
 * together not small themselves and with more than one way to divide them; and solving all sums together finds none.
 */
final class SmallCells {

    private record Sum(String total, List<String> parts) {

        List<String> cells() {
            var cells = new ArrayList<>(parts);
            cells.add(total);
            return cells;
        }
    }

    private final int threshold;
    private final Map<String, Integer> values = new LinkedHashMap<>();
    private final Map<String, Integer> worths = new LinkedHashMap<>();
    private final List<Sum> sums = new ArrayList<>();

    SmallCells(int threshold) {
        this.threshold = threshold;
    }

    /**
     * Adds a figure, shown or such that a reader could compute it.
     *
     * @param worth of two figures that could be withheld to protect a third, the one worth less goes
     */
    SmallCells cell(String id, int value, int worth) {
        values.put(id, value);
        worths.put(id, worth);
        return this;
    }

    /** Adds a sum: the parts add up to the total. */
    SmallCells sum(String total, List<String> parts) {
        sums.add(new Sum(total, List.copyOf(parts)));
        return this;
    }

    /**
     * Adds a sum with what is left over as a further part, which a reader could compute; nothing is added when the parts are
     * more than the total.
     */
    SmallCells remainder(String total, List<String> parts) {
        int rest = values.get(total) - parts.stream().mapToInt(values::get).sum();
        if (rest >= 0) {
            var id = total + " - " + String.join(" - ", parts);
            var all = new ArrayList<>(parts);
            all.add(id);
            cell(id, rest, 0).sum(total, all);
        }
        return this;
    }

    /** The figures that may not be shown. */
    Set<String> withheld() {
        var withheld = new HashSet<String>();
        values.keySet().stream().filter(this::isSmall).forEach(withheld::add);
        Optional<String> further;
        while ((further = furtherIn(withheld)).isPresent()) {
            withheld.add(further.get());
        }
        return withheld;
    }

    /** A figure that must be withheld as well; empty when what is withheld is safe. */
    private Optional<String> furtherIn(Set<String> withheld) {
        for (var sum : sums) {
            if (!isSafe(sum, withheld)) {
                var further = cheapest(sum.cells(), withheld);
                if (further.isPresent()) {
                    return further;
                }
            }
        }
        if (givesAway(withheld)) {
            var involved = sums.stream()
                    .map(Sum::cells)
                    .filter(cells -> cells.stream().anyMatch(withheld::contains))
                    .flatMap(List::stream)
                    .toList();
            return cheapest(involved, withheld);
        }
        return Optional.empty();
    }

    private boolean isSafe(Sum sum, Set<String> withheld) {
        var hidden = sum.parts().stream().filter(withheld::contains).toList();
        if (withheld.contains(sum.total())) {
            return !hidden.isEmpty();
        }
        return hidden.isEmpty() || isEnough(hidden);
    }

    /**
     * Whether withheld figures whose sum can be known are enough together, and can be divided in more than one way: not when
     * each must be 1, nor when all are small and each must be as large as a small one can be.
     */
    private boolean isEnough(List<String> hidden) {
        int together = hidden.stream().mapToInt(values::get).sum();
        boolean allSmall = hidden.stream().allMatch(this::isSmall);
        return hidden.size() > 1
                && together >= threshold
                && together > hidden.size()
                && !(allSmall && together == hidden.size() * (threshold - 1));
    }

    private boolean isSmall(String cell) {
        return values.get(cell) > 0 && values.get(cell) < threshold;
    }

    private Optional<String> cheapest(List<String> cells, Set<String> withheld) {
        return cells.stream().filter(cell -> !withheld.contains(cell)).min(byWorth());
    }

    /**
     * A figure that is 0 protects nothing, so it goes last. Further never by size: what was chosen would tell which of the
     * withheld figures are small.
     */
    private Comparator<String> byWorth() {
        return Comparator.comparing((String id) -> values.get(id) == 0).thenComparing(worths::get);
    }

    /** Whether solving all sums together gives a withheld figure, or leaves too few for some. */
    private boolean givesAway(Set<String> withheld) {
        var unknowns = values.keySet().stream().filter(withheld::contains).toList();
        var rows = new ArrayList<double[]>();
        for (var sum : sums) {
            var row = new double[unknowns.size() + 1];
            add(row, unknowns, sum.total(), -1);
            sum.parts().forEach(part -> add(row, unknowns, part, 1));
            rows.add(row);
        }
        reduce(rows, unknowns.size());
        for (var row : rows) {
            var involved = new ArrayList<String>();
            boolean positive = true;
            for (int column = 0; column < unknowns.size(); column++) {
                if (!isZero(row[column])) {
                    involved.add(unknowns.get(column));
                    positive &= row[column] > 0;
                }
            }
            if (involved.size() == 1 || involved.size() > 1 && positive && !isEnough(involved)) {
                return true;
            }
        }
        return false;
    }

    /** The last column holds what the shown figures add up to, on the other side of the equation. */
    private void add(double[] row, List<String> unknowns, String cell, int sign) {
        int column = unknowns.indexOf(cell);
        if (column >= 0) {
            row[column] += sign;
        } else {
            row[unknowns.size()] -= sign * values.get(cell);
        }
    }

    /** Gauss-Jordan: afterwards an unknown that is determined stands alone in a row. */
    private static void reduce(List<double[]> rows, int columns) {
        int done = 0;
        for (int column = 0; column < columns && done < rows.size(); column++) {
            int pivot = done;
            for (int row = done + 1; row < rows.size(); row++) {
                if (Math.abs(rows.get(row)[column]) > Math.abs(rows.get(pivot)[column])) {
                    pivot = row;
                }
            }
            if (isZero(rows.get(pivot)[column])) {
                continue;
            }
            var swapped = rows.set(pivot, rows.get(done));
            rows.set(done, swapped);
            divide(swapped, swapped[column]);
            for (int row = 0; row < rows.size(); row++) {
                if (row != done) {
                    subtract(rows.get(row), swapped, rows.get(row)[column]);
                }
            }
            done++;
        }
    }

    private static void divide(double[] row, double by) {
        for (int i = 0; i < row.length; i++) {
            row[i] /= by;
        }
    }

    private static void subtract(double[] row, double[] other, double times) {
        for (int i = 0; i < row.length; i++) {
            row[i] -= times * other[i];
        }
    }

    private static boolean isZero(double value) {
        return Math.abs(value) < 1e-6;
    }
}
