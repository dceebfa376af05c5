package nl.landingsbaan.platform.history;

import java.util.HashMap;
import java.util.List;
import nl.landingsbaan.platform.history.HistoryFile.Line;
import nl.landingsbaan.platform.history.PrintedTotal.Derived;

/** Whether the lines of a file fit each other: those of one table count the same thing, and what is computed can be. */
record TotalsCheck(List<Line<PrintedTotal>> lines, List<HistoryProblem> problems) {

    void check() {
        var first = new HashMap<String, Line<PrintedTotal>>();
        for (var line : lines) {
            var total = line.value();
            var earlier = first.putIfAbsent(total.programme() + "|" + total.measure(), line);
            if (earlier != null && !earlier.value().unit().equals(total.unit())) {
                problem(
                        line,
                        "eenheid",
                        total.unit(),
                        "Deze meting telt op regel " + earlier.number() + " iets anders: "
                                + earlier.value().unit() + ".",
                        "Gebruik binnen een meting één eenheid, of geef de meting een andere naam.");
            }
            switch (total.derived()) {
                case ALL -> needsTotal(line);
                case REST -> {
                    needsTotal(line);
                    isTheOnlyRest(line);
                }
                case SUM -> needsPeriods(line);
                case NOT -> {}
            }
        }
    }

    private void needsTotal(Line<PrintedTotal> line) {
        var total = line.value();
        if (lines.stream()
                .map(Line::value)
                .noneMatch(each -> sameColumn(each, total) && each.category().isEmpty())) {
            problem(
                    line,
                    "waarde",
                    word(total),
                    "Voor '" + word(total) + "' is een totaal nodig, en dat is er niet voor " + total.period() + ".",
                    "Voeg een regel zonder categorie toe, of schrijf hier het getal.");
        }
    }

    private void isTheOnlyRest(Line<PrintedTotal> line) {
        if (lines.stream()
                .anyMatch(each -> each.number() < line.number()
                        && sameColumn(each.value(), line.value())
                        && each.value().derived() == Derived.REST)) {
            problem(
                    line,
                    "waarde",
                    "rest",
                    "Voor " + line.value().period() + " is er al een rest.",
                    "Schrijf bij een van de twee het getal.");
        }
    }

    private void needsPeriods(Line<PrintedTotal> line) {
        var total = line.value();
        if (lines.stream()
                .map(Line::value)
                .noneMatch(each -> sameTable(each, total)
                        && each.derived() != Derived.SUM
                        && each.category().equals(total.category()))) {
            problem(
                    line,
                    "waarde",
                    "som",
                    "Er is niets om op te tellen.",
                    "Voeg de perioden toe, met dezelfde categorie, of haal deze regel weg.");
        }
    }

    private void problem(Line<PrintedTotal> line, String column, String typed, String problem, String remedy) {
        problems.add(new HistoryProblem(line.number(), column, typed, problem, remedy));
    }

    private static String word(PrintedTotal total) {
        return total.derived() == Derived.ALL ? "alle" : "rest";
    }

    private static boolean sameColumn(PrintedTotal one, PrintedTotal other) {
        return sameTable(one, other) && one.period().equals(other.period());
    }

    private static boolean sameTable(PrintedTotal one, PrintedTotal other) {
        return one.programme().equals(other.programme()) && one.measure().equals(other.measure());
    }
}
