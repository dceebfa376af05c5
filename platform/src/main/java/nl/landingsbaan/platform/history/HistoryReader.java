package nl.landingsbaan.platform.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.landingsbaan.platform.export.CsvFile;
import nl.landingsbaan.platform.export.NotCsv;
import nl.landingsbaan.platform.history.HistoryFile.Line;
import nl.landingsbaan.platform.history.PrintedTotal.Derived;
import nl.landingsbaan.platform.region.Measure;

/** Reads one file and gathers all that is wrong in it. */
final class HistoryReader {

    static final int MOST_LINES = 5000;

    private static final Pattern PERSONAL = Pattern.compile(
            ".*(naam|name|leerling|jongere|student|bsn|burgerservice|geboorte|adres|mail|telefoon|mobiel|postcode).*");
    private static final Pattern SCHOOL_YEAR = Pattern.compile("\\d{4}-\\d{4}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9_-]{1,40}");
    /** A number in the file, and no pupil's or citizen's number. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private static final DateTimeFormatter DUTCH_DATE =
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final int LONG = 80;
    private static final int LONGEST = 400;
    private static final List<String> LEVELS = List.of("entree", "2", "3", "4");
    private static final List<String> TRACKS = List.of("bol", "bbl");
    private static final List<String> ORIGINS = List.of("vso", "pro", "vmbo", "isk", "vo", "mbo", "anders");
    private static final String NO_AMOUNT_REMEDY = "Schrijf een getal (21), een bereik (3 à 4, 10 tot 12), circa 110,"
            + " onbekend, n.v.t., alle, rest of som. Laat de cel leeg als de bron er niets heeft staan.";

    private final List<Measure> measures;
    private final List<HistoryProblem> problems = new ArrayList<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    HistoryReader(List<Measure> measures) {
        this.measures = measures;
    }

    HistoryFile read(byte[] content) {
        var totals = new ArrayList<Line<PrintedTotal>>();
        var transfers = new ArrayList<Line<ClosedTransfer>>();
        HistoryLayout layout = null;
        var rows = rows(content);
        if (!rows.isEmpty()) {
            layout = layout(rows.getFirst());
        }
        if (layout != null && problems.isEmpty()) {
            for (var row : rows.subList(1, rows.size())) {
                int before = problems.size();
                if (layout == HistoryLayout.TOTALS) {
                    var total = total(new Cells(row));
                    add(totals, row, total, before);
                } else {
                    var transfer = transfer(new Cells(row));
                    add(transfers, row, transfer, before);
                }
            }
            refuseDoubles(totals, PrintedTotal::key);
            refuseDoubles(transfers, ClosedTransfer::key);
            refuseDoubles(
                    totals.stream()
                            .filter(line -> !line.value().target().isEmpty())
                            .toList(),
                    total -> total.target() + " " + total.period());
            new TotalsCheck(totals, problems).check();
        }
        return new HistoryFile(
                layout,
                List.copyOf(totals),
                List.copyOf(transfers),
                problems.stream()
                        .sorted(Comparator.comparingInt(HistoryProblem::line))
                        .toList());
    }

    private <T> void add(List<Line<T>> lines, CsvFile.Row row, T value, int problemsBefore) {
        if (problems.size() == problemsBefore) {
            lines.add(new Line<>(row.line(), value));
        }
    }

    private List<CsvFile.Row> rows(byte[] content) {
        try {
            var rows = CsvFile.read(content, MOST_LINES + 2);
            if (rows.size() > MOST_LINES + 1) {
                whole("Dit bestand heeft meer dan " + MOST_LINES + " regels.", "Verdeel het over meer bestanden.");
                return List.of();
            }
            var filled = rows.stream().filter(row -> !row.isEmpty()).toList();
            if (filled.size() < 2) {
                whole("In dit bestand staat niets.", "Zet onder de koppen op elke regel een gegeven.");
                return List.of();
            }
            return filled;
        } catch (NotCsv e) {
            if (e.reason() == NotCsv.Reason.NO_TEXT) {
                whole("Dit is geen CSV-bestand.", "Kies in Excel voor opslaan als CSV (UTF-8).");
            } else {
                whole(
                        "Dit bestand is niet te lezen: er staat een aanhalingsteken te veel of te weinig in.",
                        "Haal losse aanhalingstekens weg.");
            }
            return List.of();
        }
    }

    private void whole(String problem, String remedy) {
        problems.add(new HistoryProblem(1, "", "", problem, remedy));
    }

    /** Finds the columns; null when they belong to no layout. */
    private HistoryLayout layout(CsvFile.Row head) {
        for (int column = 0; column < head.cells().size(); column++) {
            var heading = heading(head.cell(column));
            if (!heading.isEmpty() && columns.putIfAbsent(heading, column) != null) {
                at(head.line(), heading, heading, "Deze kolom staat er twee keer.", "Haal een van de twee weg.");
            }
        }
        var layout = Arrays.stream(HistoryLayout.values())
                .max(Comparator.comparingLong(each ->
                        each.required().stream().filter(columns::containsKey).count()))
                .orElseThrow();
        var known = Stream.concat(layout.required().stream(), layout.optional().stream())
                .toList();
        columns.keySet().stream().filter(heading -> !known.contains(heading)).forEach(heading -> {
            if (PERSONAL.matcher(heading).matches()) {
                at(
                        head.line(),
                        heading,
                        heading,
                        "De kolom '" + heading + "' lijkt op een naam of een ander persoonsgegeven.",
                        "Haal de kolom weg: hier komen alleen gegevens zonder namen.");
            } else {
                at(
                        head.line(),
                        heading,
                        heading,
                        "De kolom '" + heading + "' hoort hier niet.",
                        "Haal de kolom weg. Deze kolommen kunnen: " + String.join(", ", known) + ".");
            }
        });
        var missing = layout.required().stream()
                .filter(heading -> !columns.containsKey(heading))
                .toList();
        if (!missing.isEmpty()) {
            at(
                    head.line(),
                    "",
                    "",
                    (missing.size() == 1 ? "Deze kolom ontbreekt: " : "Deze kolommen ontbreken: ")
                            + String.join(", ", missing) + ".",
                    "Neem de koppen over uit het voorbeeldbestand.");
        }
        return layout;
    }

    private static String heading(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*\\*$", "").replaceAll("\\s+", "_");
    }

    private PrintedTotal total(Cells cells) {
        var programme = cells.text("programma", LONG, true);
        var measure = cells.text("meting", LONG, true);
        var period = cells.text("periode", 40, true);
        var category = cells.text("categorie", LONG, false);
        var target = cells.target("meetpunt", period, category);
        var derived = cells.derived("waarde", category, period);
        return new PrintedTotal(
                programme,
                measure,
                period.equalsIgnoreCase(PrintedTotal.TOGETHER) ? PrintedTotal.TOGETHER : period,
                category,
                cells.text("groep", LONG, false),
                derived == Derived.NOT ? cells.amount("waarde") : Amount.UNKNOWN,
                derived,
                cells.text("eenheid", LONG, true),
                cells.measuredOn(),
                cells.text("bron", LONGEST, true),
                cells.decimals("decimalen"),
                target,
                cells.isPublic(),
                cells.text("toelichting", LONGEST, false));
    }

    private ClosedTransfer transfer(Cells cells) {
        var outcome = cells.oneOf(
                "uitkomst",
                PastOutcome::of,
                Arrays.stream(PastOutcome.values()).map(PastOutcome::code).toList(),
                null);
        var startsOn = cells.date("begin");
        var endsOn = cells.date("einde");
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            cells.problem("einde", "Het einde ligt voor het begin.", "Verbeter een van de twee datums.");
        }
        var destination = cells.oneOf(
                "bestemming",
                Destination::of,
                Arrays.stream(Destination.values()).map(Destination::code).toList(),
                Destination.UNKNOWN);
        var toLevel = cells.choice("bestemming_niveau", LEVELS);
        var track = cells.choice("leerweg", TRACKS);
        if (destination != Destination.MBO && !(toLevel + track).isEmpty()) {
            cells.problem(
                    "bestemming",
                    "Een niveau of leerweg hoort bij bestemming mbo.",
                    "Zet bij 'bestemming' mbo, of laat 'bestemming_niveau' en 'leerweg' leeg.");
        }
        return new ClosedTransfer(
                cells.number("nummer"),
                cells.schoolYear("schooljaar"),
                cells.text("programma", LONG, true),
                cells.choice("herkomst", ORIGINS),
                cells.choice("niveau", LEVELS),
                startsOn,
                endsOn,
                outcome,
                cells.diploma("diploma"),
                destination,
                toLevel,
                track,
                cells.code("reden"),
                cells.measuredOn(),
                cells.text("bron", LONGEST, true),
                cells.isPublic());
    }

    private <T> void refuseDoubles(List<Line<T>> lines, Function<T, String> key) {
        var first = new HashMap<String, Integer>();
        for (var line : lines) {
            var earlier = first.putIfAbsent(key.apply(line.value()), line.number());
            if (earlier != null) {
                at(
                        line.number(),
                        "",
                        "",
                        "Deze regel staat ook op regel " + earlier + ".",
                        "Haal een van de twee weg: anders telt hij dubbel.");
            }
        }
    }

    private void at(int line, String column, String typed, String problem, String remedy) {
        problems.add(new HistoryProblem(line, column, typed, problem, remedy));
    }

    /** The cells of a row by the headings of their columns. */
    private final class Cells {

        private final CsvFile.Row row;

        Cells(CsvFile.Row row) {
            this.row = row;
            row.cells().stream()
                    .filter(cell -> cell.contains("@"))
                    .findFirst()
                    .ifPresent(cell -> at(
                            row.line(),
                            "",
                            cell,
                            "Hier staat een mailadres.",
                            "Haal het weg: hier komen geen persoonsgegevens."));
        }

        void problem(String column, String problem, String remedy) {
            at(row.line(), column, cell(column), problem, remedy);
        }

        private String cell(String column) {
            var place = columns.get(column);
            return place == null ? "" : row.cell(place).replaceAll("\\s+", " ");
        }

        String text(String column, int longest, boolean required) {
            var text = cell(column);
            if (text.isEmpty() && required) {
                problem(column, "'" + column + "' is leeg.", "Vul hier iets in.");
            }
            if (text.length() > longest) {
                problem(column, "'" + column + "' is te lang.", "Gebruik hoogstens " + longest + " tekens.");
            }
            return text;
        }

        Derived derived(String column, String category, String period) {
            var isTogether = period.equalsIgnoreCase(PrintedTotal.TOGETHER);
            var derived = switch (cell(column).toLowerCase(Locale.ROOT)) {
                case "alle" -> Derived.ALL;
                case "rest" -> Derived.REST;
                case "som" -> Derived.SUM;
                default -> Derived.NOT;
            };
            if ((derived == Derived.ALL || derived == Derived.REST) && category.isEmpty()) {
                problem(
                        column,
                        "'" + cell(column) + "' kan alleen bij een categorie.",
                        "Vul 'categorie' in, of schrijf hier het getal.");
            }
            if (isTogether != (derived == Derived.SUM)) {
                problem(
                        column,
                        "De waarde 'som' en de periode 'samen' horen bij elkaar.",
                        "Schrijf ze op een regel allebei, of geen van beide.");
            }
            return derived;
        }

        Amount amount(String column) {
            var text = cell(column);
            return Amount.parse(text).orElseGet(() -> {
                problem(column, "'" + text + "' is geen getal en geen bereik dat oploopt.", NO_AMOUNT_REMEDY);
                return Amount.UNKNOWN;
            });
        }

        MeasuredOn measuredOn() {
            var text = cell("gemeten_op");
            return MeasuredOn.parse(text).orElseGet(() -> {
                problem(
                        "gemeten_op",
                        text.isEmpty() ? "'gemeten_op' is leeg." : "'" + text + "' is geen datum.",
                        "Schrijf een dag (2024-10-01), maand (2024-10) of jaar (2024), zo nodig met uiterlijk ervoor."
                                + " Zegt de bron het niet, schrijf dan onbekend.");
                return MeasuredOn.UNKNOWN;
            });
        }

        int decimals(String column) {
            var text = cell(column);
            if (!text.matches("[012]?")) {
                problem(column, "'" + text + "' is geen aantal decimalen.", "Schrijf 0, 1 of 2, of laat de cel leeg.");
                return 0;
            }
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        }

        boolean isPublic() {
            return switch (cell("openbaar").toLowerCase(Locale.ROOT)) {
                case "ja" -> true;
                case "nee", "" -> false;
                default -> {
                    problem(
                            "openbaar",
                            "'" + cell("openbaar") + "' is geen ja of nee.",
                            "Schrijf ja als iedereen het getal in de bron kan lezen, anders nee.");
                    yield false;
                }
            };
        }

        String target(String column, String period, String category) {
            var code = cell(column);
            if (code.isEmpty()) {
                return "";
            }
            var codes = measures.stream().map(Measure::code).toList();
            if (!codes.contains(code)) {
                problem(
                        column,
                        "Het meetpunt '" + code + "' bestaat niet.",
                        codes.isEmpty()
                                ? "Laat de cel leeg: de regio heeft geen meetpunten."
                                : HistoryReader.oneOf(codes));
            } else if (!isSchoolYear(period)) {
                problem(
                        column,
                        "Een meetpunt telt per schooljaar, en '" + period + "' is geen schooljaar.",
                        "Schrijf bij 'periode' twee opvolgende jaren, zoals 2023-2024, of laat 'meetpunt' leeg.");
            }
            return code;
        }

        String schoolYear(String column) {
            var text = cell(column);
            if (!isSchoolYear(text)) {
                problem(
                        column,
                        "'" + text + "' is geen schooljaar.",
                        "Schrijf twee opvolgende jaren, zoals 2023-2024.");
            }
            return text;
        }

        int number(String column) {
            var text = cell(column);
            if (!NUMBER.matcher(text).matches()) {
                problem(
                        column,
                        "'" + text + "' is geen volgnummer.",
                        "Nummer de regels zelf: 1, 2, 3. Gebruik geen leerlingnummer of burgerservicenummer.");
                return 0;
            }
            return Integer.parseInt(text);
        }

        LocalDate date(String column) {
            var text = cell(column);
            if (text.isEmpty() || text.equalsIgnoreCase("onbekend")) {
                return null;
            }
            for (var format : List.of(DateTimeFormatter.ISO_LOCAL_DATE, DUTCH_DATE)) {
                try {
                    return LocalDate.parse(text, format);
                } catch (DateTimeException e) {
                    // the next format may fit
                }
            }
            problem(
                    column,
                    "'" + text + "' is geen datum.",
                    "Schrijf jjjj-mm-dd, of laat de cel leeg als de datum niet bekend is.");
            return null;
        }

        Diploma diploma(String column) {
            return switch (cell(column).toLowerCase(Locale.ROOT)) {
                case "ja" -> Diploma.YES;
                case "nee" -> Diploma.NO;
                case "onbekend" -> Diploma.UNKNOWN;
                case "", "n.v.t.", "nvt" -> Diploma.NOT_APPLICABLE;
                default -> {
                    problem(
                            column,
                            "'" + cell(column) + "' kan hier niet.",
                            "Schrijf ja, nee of onbekend. Laat de cel leeg als dit traject geen diploma heeft.");
                    yield Diploma.UNKNOWN;
                }
            };
        }

        <T> T oneOf(String column, Function<String, Optional<T>> of, List<String> codes, T ifEmpty) {
            var text = cell(column).toLowerCase(Locale.ROOT);
            if (text.isEmpty() && ifEmpty != null) {
                return ifEmpty;
            }
            return of.apply(text).orElseGet(() -> {
                problem(
                        column,
                        text.isEmpty() ? "'" + column + "' is leeg." : "'" + text + "' kan hier niet.",
                        HistoryReader.oneOf(codes));
                return null;
            });
        }

        /** One of a few words; empty or {@code onbekend}: not known. */
        String choice(String column, List<String> choices) {
            var text = cell(column).toLowerCase(Locale.ROOT);
            if (text.isEmpty() || text.equals("onbekend")) {
                return "";
            }
            if (!choices.contains(text)) {
                problem(column, "'" + text + "' kan hier niet.", HistoryReader.oneOf(choices));
            }
            return text;
        }

        String code(String column) {
            var text = cell(column);
            if (!text.isEmpty() && !CODE.matcher(text).matches()) {
                problem(
                        column,
                        "'" + text + "' is geen code.",
                        "Schrijf een korte code zonder spaties, zoals ander_profiel. Geen zinnen: daar staan al snel namen in.");
            }
            return text;
        }
    }

    private static boolean isSchoolYear(String text) {
        return SCHOOL_YEAR.matcher(text).matches()
                && Integer.parseInt(text.substring(5)) == Integer.parseInt(text.substring(0, 4)) + 1;
    }

    private static String oneOf(Collection<String> choices) {
        return "Kies een van: " + String.join(", ", choices) + ".";
    }
}
