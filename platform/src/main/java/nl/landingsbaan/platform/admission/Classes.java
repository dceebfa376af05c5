package nl.landingsbaan.platform.admission;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.export.SafeCsv;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.KnownYoungPeople;
import nl.landingsbaan.platform.transfer.KnownYoungPerson;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.ReferralForm;
import nl.landingsbaan.platform.transfer.ReferralImpossible;
import nl.landingsbaan.platform.transfer.Referrals;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * Refers a whole class from a file. The file is stored nowhere: it is read, shown, and gone when the screen is. Referring is one
 * transaction, so that a crash in the middle leaves nobody behind; the engine hears of the young people afterwards, a few at a time.
 */
@Service
public class Classes {

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT));
    private static final int ATTEMPTS = 3;

    private final Referrals referrals;
    private final KnownYoungPeople known;

    Classes(Referrals referrals, KnownYoungPeople known) {
        this.referrals = referrals;
        this.known = known;
    }

    /**
     * The file to fill in, as CSV.
     *
     * @throws ReferralImpossible when the actor cannot refer anybody
     */
    public byte[] templateCsv(Actor actor) {
        return ClassTemplate.csv(ClassColumn.of(referrals.form(actor)));
    }

    /** As {@link #templateCsv}, as an Excel workbook with the choices on a second sheet. */
    public byte[] templateXlsx(Actor actor) {
        return ClassTemplate.xlsx(ClassColumn.of(referrals.form(actor)));
    }

    /**
     * Reads a file and says of each row what it comes down to. Stores nothing.
     *
     * @param content CSV (UTF-8 or Windows-1252, separated by semicolons, commas or tabs) or an Excel workbook
     * @throws ClassFileRefused when it is no such file, or required columns are missing
     * @throws ReferralImpossible when the actor cannot refer anybody
     */
    public ClassPreview preview(Actor actor, byte[] content) {
        var form = referrals.form(actor);
        var columns = ClassColumn.of(form);
        var sheet =
                ClassSheet.read(content).stream().filter(row -> !row.isEmpty()).toList();
        if (sheet.isEmpty()) {
            throw new ClassFileRefused("Dit bestand is leeg. Vul het voorbeeldbestand in en kies het hier.");
        }
        var head = sheet.getFirst();
        var places = places(columns, head);
        var rows = new ArrayList<ClassRow>();
        sheet.stream().skip(1).forEach(row -> rows.add(read(form, columns, places, row)));
        if (rows.isEmpty()) {
            throw new ClassFileRefused("Onder de koppen staan nog geen jongeren. Zet elke jongere op een eigen rij.");
        }
        markDoubles(rows);
        markKnown(actor, form, rows);
        return new ClassPreview(form.schoolYear(), List.copyOf(rows), ignored(columns, head));
    }

    /** What is wrong in a file, as CSV to mend it by. */
    public byte[] problemsCsv(ClassPreview preview) {
        var lines = new StringBuilder(SafeCsv.BYTE_ORDER_MARK)
                .append(SafeCsv.line(List.of("Rij", "Kolom", "Ingevuld", "Wat is er mis")));
        preview.problems()
                .forEach(problem -> lines.append(SafeCsv.line(List.of(
                        Integer.toString(problem.row()), problem.column(), problem.typed(), problem.message()))));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Refers everybody in the file who is not left out: all of them, or nobody.
     *
     * @param choices by row number; rows that are not in it go as {@link ClassRow#proposal}
     * @param leaveOutWrongRows the user has said that rows with errors may be left out
     * @return the transfers' ids
     * @throws ClassImportRefused when a choice is missing, rows are wrong, or something has changed since the preview
     */
    public List<Long> refer(
            Actor actor, ClassPreview preview, Map<Integer, RowChoice> choices, boolean leaveOutWrongRows) {
        if (preview.hasWrongRows() && !leaveOutWrongRows) {
            throw new ClassImportRefused(
                    "Er staan nog fouten in het bestand. Verbeter ze, of kies dat de rijen met fouten niet meegaan.");
        }
        var chosen = new ArrayList<Referral>();
        var strangers = new ArrayList<ClassRow>();
        for (var row : preview.rows()) {
            var choice = choices.getOrDefault(row.number(), row.proposal());
            if (choice == null || !row.choices().contains(choice)) {
                throw new ClassImportRefused("Kies bij rij " + row.number() + " of dit dezelfde jongere is.");
            }
            switch (choice) {
                case SAME -> chosen.add(row.referral().as(row.same().id()));
                case SOMEBODY_ELSE -> {
                    chosen.add(row.referral());
                    strangers.add(row);
                }
                case LEAVE_OUT -> {}
            }
        }
        if (chosen.isEmpty()) {
            throw new ClassImportRefused("Er is niemand om aan te melden.");
        }
        refuseNewMatches(actor, preview.schoolYear(), strangers);
        return referAll(actor, chosen);
    }

    private List<Long> referAll(Actor actor, List<Referral> chosen) {
        for (var attempt = 1; ; attempt++) {
            try {
                return referrals.referAll(actor, chosen);
            } catch (PessimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw new ClassImportRefused(
                            "Het is nu te druk. Er is niemand aangemeld. Probeer het over een paar minuten opnieuw.");
                }
            } catch (FormRefused e) {
                throw changed(String.join(" ", e.errors().values()));
            } catch (ReferralImpossible e) {
                throw changed(e.getMessage());
            }
        }
    }

    /** Who was referred by somebody else while the preview was on the screen must not come in twice. */
    private void refuseNewMatches(Actor actor, String schoolYear, List<ClassRow> strangers) {
        var now = known.like(actor, strangers.stream().map(ClassRow::referral).toList(), schoolYear);
        for (var i = 0; i < now.size(); i++) {
            var row = strangers.get(i);
            if (now.get(i).size() > row.matches().size()) {
                throw changed("Rij " + row.number() + " lijkt nu op iemand die al is aangemeld.");
            }
        }
    }

    private static ClassImportRefused changed(String what) {
        return new ClassImportRefused(
                what + " Er is niemand aangemeld. Kies het bestand opnieuw om te zien hoe het nu staat.");
    }

    private static Map<ClassColumn, Integer> places(List<ClassColumn> columns, SheetRow head) {
        var places = new HashMap<ClassColumn, Integer>();
        for (var column : columns) {
            for (var c = 0; c < head.cells().size(); c++) {
                if (column.is(head.cell(c).text())) {
                    places.putIfAbsent(column, c);
                }
            }
        }
        var missing = columns.stream()
                .filter(column -> column.question() == null && !places.containsKey(column))
                .map(column -> "'" + column.heading() + "'")
                .toList();
        if (!missing.isEmpty()) {
            throw new ClassFileRefused("In de eerste rij ontbreekt: " + String.join(", ", missing)
                    + ". Neem de koppen over uit het voorbeeldbestand.");
        }
        return places;
    }

    private static List<String> ignored(List<ClassColumn> columns, SheetRow head) {
        return head.cells().stream()
                .map(SheetRow.Cell::text)
                .filter(text -> !text.isBlank() && columns.stream().noneMatch(column -> column.is(text)))
                .toList();
    }

    private ClassRow read(
            ReferralForm form, List<ClassColumn> columns, Map<ClassColumn, Integer> places, SheetRow row) {
        var answers = new LinkedHashMap<String, Object>();
        var texts = new LinkedHashMap<String, String>();
        var mistakes = new LinkedHashMap<String, String>();
        LocalDate birthDate = null;
        for (var column : columns) {
            var cell = places.containsKey(column) ? row.cell(places.get(column)) : SheetRow.Cell.EMPTY;
            texts.put(column.key(), cell.text());
            if (column.question() != null) {
                if (!cell.text().isBlank()) {
                    answers.put(column.key(), column.answer(cell));
                }
                put(mistakes, column, column.notAChoice(cell.text()));
            } else if (column.isDate()) {
                birthDate = cell.date() != null ? cell.date() : date(cell.text());
                if (birthDate == null && !cell.text().isBlank()) {
                    put(mistakes, column, "Deze datum bestaat niet. Vul in als 31-12-2008.");
                }
            } else if (column.key().equals(Referral.ORGANISATION)) {
                put(mistakes, column, column.notAChoice(cell.text()));
            }
        }
        var referral = new Referral(
                texts.get(Referral.FIRST_NAME),
                texts.get(Referral.LAST_NAME),
                birthDate,
                school(form, columns, texts.get(Referral.ORGANISATION)),
                answers);
        var wrong = new LinkedHashMap<>(referrals.check(form, referral));
        wrong.putAll(mistakes);
        var problems = columns.stream()
                .filter(column -> wrong.containsKey(column.key()))
                .map(column -> new RowProblem(
                        row.number(), column.heading(), texts.get(column.key()), wrong.get(column.key())))
                .toList();
        return new ClassRow(
                row.number(), referral, problems.isEmpty() ? RowState.NEW : RowState.FAULTY, problems, List.of());
    }

    private static void put(Map<String, String> mistakes, ClassColumn column, String message) {
        if (message != null) {
            mistakes.put(column.key(), message);
        }
    }

    private static long school(ReferralForm form, List<ClassColumn> columns, String typed) {
        if (typed == null) {
            return form.schools().getFirst().organisationId();
        }
        return columns.stream()
                .filter(column -> column.key().equals(Referral.ORGANISATION))
                .map(column -> column.value(typed))
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .findFirst()
                .orElse(0L);
    }

    private static LocalDate date(String text) {
        for (var format : DATES) {
            try {
                return LocalDate.parse(text.strip(), format);
            } catch (DateTimeParseException e) {
                // the next format may fit
            }
        }
        return null;
    }

    private static void markDoubles(List<ClassRow> rows) {
        var first = new HashMap<String, Integer>();
        rows.replaceAll(row -> {
            if (row.state() != RowState.NEW) {
                return row;
            }
            var referral = row.referral();
            var earlier = first.putIfAbsent(
                    (referral.firstName().strip() + "|" + referral.lastName().strip()).toLowerCase()
                            + referral.birthDate(),
                    row.number());
            if (earlier == null) {
                return row;
            }
            var problem = new RowProblem(
                    row.number(),
                    "Achternaam",
                    referral.lastName(),
                    "Deze jongere staat ook op rij " + earlier + ". Haal een van de twee weg.");
            return new ClassRow(row.number(), referral, RowState.DOUBLE, List.of(problem), List.of());
        });
    }

    private void markKnown(Actor actor, ReferralForm form, List<ClassRow> rows) {
        var good = rows.stream().filter(row -> row.state() == RowState.NEW).toList();
        var matches = known.like(actor, good.stream().map(ClassRow::referral).toList(), form.schoolYear());
        var byRow = new HashMap<Integer, List<KnownYoungPerson>>();
        for (var i = 0; i < good.size(); i++) {
            byRow.put(good.get(i).number(), matches.get(i));
        }
        rows.replaceAll(row -> {
            var found = byRow.getOrDefault(row.number(), List.of());
            if (found.isEmpty()) {
                return row;
            }
            var running = found.stream().anyMatch(match -> match.running() && match.sameName());
            return new ClassRow(
                    row.number(), row.referral(), running ? RowState.RUNNING : RowState.KNOWN, List.of(), found);
        });
    }
}
