package nl.landingsbaan.platform.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

    private static final int THRESHOLD = 5;

    @Test
    void smallNumbersAreWithheldAndZeroIsShown() {
        var withheld = new SmallCells(THRESHOLD)
                .cell("one", 1, 1)
                .cell("four", 4, 1)
                .cell("five", 5, 1)
                .cell("none", 0, 1)
                .withheld();

        assertThat(withheld).containsExactlyInAnyOrder("one", "four");
    }

    @Test
    void aSingleSmallPartTakesAnotherPartWithIt() {
        var withheld = table(40, 3, 12, 25).withheld();

        assertThat(withheld).containsExactlyInAnyOrder("0", "1");
    }

    @Test
    void twoSmallPartsThatAreTogetherSmallTakeAThirdWithThem() {
        assertThat(table(24, 1, 2, 21).withheld()).containsExactlyInAnyOrder("0", "1", "2");
    }

    @Test
    void partsThatMustEachBeOneTakeTheTotalWithThem() {
        assertThat(table(5, 1, 1, 1, 1, 1).withheld()).contains("total");
    }

    @Test
    void aZeroProtectsNothing() {
        assertThat(table(23, 3, 0, 20).withheld()).containsExactlyInAnyOrder("0", "2");
    }

    @Test
    void whatIsLeftOfATotalIsProtectedToo() {
        var withheld = new SmallCells(THRESHOLD)
                .cell("participants", 60, 9)
                .cell("started", 57, 8)
                .remainder("participants", List.of("started"))
                .withheld();

        assertThat(withheld).contains("started").doesNotContain("participants");
    }

    @Test
    void solvingTwoSumsTogetherGivesNothingAway() {
        var withheld = new SmallCells(THRESHOLD)
                .cell("a", 10, 1)
                .cell("b", 12, 1)
                .cell("c", 3, 1)
                .cell("ab", 22, 5)
                .cell("abc", 25, 5)
                .sum("ab", List.of("a", "b"))
                .sum("abc", List.of("a", "b", "c"))
                .withheld();

        assertThat(withheld).contains("c");
        assertThat(withheld.contains("ab") || withheld.contains("abc")).isTrue();
    }

    /** A reader who knows the rules and tries every table that would have been shown in the same way. */
    @Test
    void aReaderWhoTriesEveryTableNeverFindsAWithheldFigure() {
        int most = 24;
        var tablesByView = new HashMap<Map<String, Integer>, List<Map<String, Integer>>>();
        for (int a = 0; a <= most; a++) {
            for (int b = 0; a + b <= most; b++) {
                for (int c = 0; a + b + c <= most; c++) {
                    var table = Map.of("0", a, "1", b, "2", c, "total", a + b + c);
                    var shown = new HashMap<>(table);
                    table(a + b + c, a, b, c).withheld().forEach(cell -> shown.put(cell, null));
                    tablesByView
                            .computeIfAbsent(shown, view -> new ArrayList<>())
                            .add(table);
                }
            }
        }

        tablesByView.forEach((view, tables) -> view.forEach((cell, shown) -> {
            if (shown == null) {
                assertThat(tables.stream()
                                .map(table -> table.get(cell))
                                .distinct()
                                .count())
                        .as("%s in %s", cell, tables)
                        .isGreaterThan(1);
            }
        }));
    }

    /** A reader with a computer: all sums at once, and nothing can be less than 0. */
    @Test
    void aReaderWhoSolvesAllSumsOfTwoTablesNeverFindsASmallFigure() {
        var random = new Random(3);
        for (int round = 0; round < 40; round++) {
            var values = new TreeMap<String, Integer>();
            IntStream.range(0, 4).forEach(i -> values.put("part" + i, random.nextInt(random.nextBoolean() ? 4 : 12)));
            var sums = new ArrayList<List<String>>();
            sums.add(List.of("sum0", "part0", "part1"));
            sums.add(List.of("sum1", "part2", "part3"));
            sums.add(List.of("sum2", "part0", "part2"));
            sums.add(List.of("all", "sum0", "sum1"));
            var cells = new SmallCells(THRESHOLD);
            sums.forEach(sum -> values.put(
                    sum.getFirst(), sum.stream().skip(1).mapToInt(values::get).sum()));
            values.forEach((cell, value) -> cells.cell(cell, value, cell.startsWith("part") ? 1 : 2));
            sums.forEach(sum -> cells.sum(sum.getFirst(), sum.subList(1, sum.size())));
            var withheld = cells.withheld();

            var possible = possibleValues(values, sums, withheld);

            values.forEach((cell, value) -> {
                if (value > 0 && value < THRESHOLD) {
                    assertThat(withheld).contains(cell);
                    assertThat(possible.get(cell))
                            .as("%s of %s, withheld %s", cell, values, withheld)
                            .hasSizeGreaterThan(1);
                }
            });
        }
    }

    private static Map<String, Set<Integer>> possibleValues(
            Map<String, Integer> values, List<List<String>> sums, Set<String> withheld) {
        var possible = new HashMap<String, Set<Integer>>();
        int[] limits = IntStream.range(0, 4)
                .map(i -> withheld.contains("part" + i) ? 16 : values.get("part" + i))
                .toArray();
        int[] starts = IntStream.range(0, 4)
                .map(i -> withheld.contains("part" + i) ? 0 : values.get("part" + i))
                .toArray();
        for (int a = starts[0]; a <= limits[0]; a++) {
            for (int b = starts[1]; b <= limits[1]; b++) {
                for (int c = starts[2]; c <= limits[2]; c++) {
                    for (int d = starts[3]; d <= limits[3]; d++) {
                        var guess = new HashMap<>(Map.of("part0", a, "part1", b, "part2", c, "part3", d));
                        sums.forEach(sum -> guess.put(
                                sum.getFirst(),
                                sum.stream().skip(1).mapToInt(guess::get).sum()));
                        if (guess.entrySet().stream()
                                .allMatch(cell -> withheld.contains(cell.getKey())
                                        || values.get(cell.getKey()).equals(cell.getValue()))) {
                            guess.forEach((cell, value) -> possible.computeIfAbsent(cell, key -> new HashSet<>())
                                    .add(value));
                        }
                    }
                }
            }
        }
        return possible;
    }

    private static SmallCells table(int total, int... parts) {
        var cells = new SmallCells(THRESHOLD);
        for (int i = 0; i < parts.length; i++) {
            cells.cell(Integer.toString(i), parts[i], 1);
        }
        return cells.cell("total", total, 2)
                .sum(
                        "total",
                        IntStream.range(0, parts.length)
                                .mapToObj(Integer::toString)
                                .toList());
    }
}
