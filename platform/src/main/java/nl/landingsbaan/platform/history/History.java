package nl.landingsbaan.platform.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.history.HistoryFile.Line;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was before the platform. A file comes in as a whole or not at all, what came in can be taken back, and a line that is
 * there already does not count twice.
 */
@Service
public class History {

    /** More imports than this are not shown. */
    private static final int MOST_IMPORTS = 200;

    private static final int LONGEST_NAME = 120;

    private final HistoryStore store;
    private final Regions regions;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    History(HistoryStore store, Regions regions, People people, AuditLog audit, Clock clock) {
        this.store = store;
        this.regions = regions;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** A file to begin with: the headings of a layout and lines that show how they are filled in. */
    public byte[] example(HistoryLayout layout) {
        return HistoryExample.of(layout);
    }

    /**
     * Reads a file and says what it would do. Stores nothing.
     *
     * @throws HistoryRefused when the actor does not administer the region
     */
    @Transactional(readOnly = true)
    public HistoryPreview preview(Actor administrator, byte[] content) {
        check(administrator);
        return compare(administrator.regionId(), read(administrator.regionId(), content));
    }

    /**
     * Takes in a file.
     *
     * @param fileName shown in the list of imports
     * @return how many lines came in
     * @throws HistoryRefused when the actor does not administer the region, when anything is wrong in the file, or when all
     *     of it is there already
     */
    @Transactional
    public int apply(Actor administrator, String fileName, byte[] content) {
        check(administrator);
        var preview = compare(administrator.regionId(), read(administrator.regionId(), content));
        if (!preview.problems().isEmpty()) {
            throw new HistoryRefused(
                    "Er staan nog fouten in het bestand. Er is niets ingelezen. Verbeter ze en kies het"
                            + " bestand opnieuw.");
        }
        if (preview.added() == 0) {
            throw new HistoryRefused("Alles uit dit bestand is al eerder ingelezen. Er is niets bijgekomen.");
        }
        try {
            var id = store(
                    administrator.regionId(),
                    fileName,
                    onlyNew(administrator.regionId(), preview.file()),
                    administrator.accountId());
            audit.record(
                    administrator.regionId(),
                    administrator.accountId(),
                    AuditAction.HISTORY_IMPORTED,
                    AuditSubject.HISTORY_IMPORT,
                    id);
        } catch (DataIntegrityViolationException e) {
            throw new HistoryRefused(
                    "Iemand anders heeft net een bestand ingelezen. Er is niets bijgekomen. Kies het bestand opnieuw.");
        }
        return preview.added();
    }

    /** Stores what came with a new region, in its transaction. The files have no mistakes and no line twice. */
    @Transactional
    public void load(long regionId, Map<String, HistoryFile> filesByName) {
        filesByName.forEach((name, file) -> store(regionId, name, file, null));
    }

    /**
     * What was taken in, newest first; what was taken back too.
     *
     * @throws HistoryRefused when the actor does not administer the region
     */
    @Transactional(readOnly = true)
    public List<HistoryImport> imports(Actor administrator) {
        check(administrator);
        var rows = store.imports(administrator.regionId(), MOST_IMPORTS);
        var names = people.names(rows.stream()
                .flatMap(row -> Stream.of(row.importedBy(), row.takenBackBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new HistoryImport(
                        row.id(),
                        row.fileName(),
                        row.layout(),
                        row.lines(),
                        row.importedAt(),
                        row.importedBy() == null ? "" : names.getOrDefault(row.importedBy(), ""),
                        row.takenBackAt(),
                        row.takenBackBy() == null ? "" : names.getOrDefault(row.takenBackBy(), "")))
                .toList();
    }

    /**
     * Takes back an import: nothing that came in with it counts any longer.
     *
     * @throws HistoryRefused when the actor does not administer the region, or there is no such import that counts
     */
    @Transactional
    public void takeBack(Actor administrator, long importId) {
        check(administrator);
        if (!store.takeBack(administrator.regionId(), importId, clock.instant(), administrator.accountId())) {
            throw new HistoryRefused("Dit bestand is al teruggehaald.");
        }
        audit.record(
                administrator.regionId(),
                administrator.accountId(),
                AuditAction.HISTORY_TAKEN_BACK,
                AuditSubject.HISTORY_IMPORT,
                importId);
    }

    /** The printed totals of a region, in the order in which they came in. What may be shown of them is not decided here. */
    @Transactional(readOnly = true)
    public List<PrintedTotal> totals(long regionId) {
        return store.totals(regionId);
    }

    /** The closed transfers of a region, counted. What may be shown of them is not decided here. */
    @Transactional(readOnly = true)
    public List<ClosedTransfers> closedTransfers(long regionId) {
        return store.counts(regionId);
    }

    private static void check(Actor actor) {
        if (!actor.may(Right.ADMINISTER)) {
            throw new HistoryRefused("U kunt geen geschiedenis inlezen. Vraag het de regiobeheerder.");
        }
    }

    private HistoryFile read(long regionId, byte[] content) {
        return HistoryFile.read(content, regions.region(regionId).settings().measures());
    }

    private HistoryPreview compare(long regionId, HistoryFile file) {
        var totals = byKey(store.totals(regionId), PrintedTotal::key);
        var transfers = byKey(present(regionId, file), ClosedTransfer::key);
        var problems = new ArrayList<>(file.problems());
        file.totals().forEach(line -> otherwise(line, totals.get(line.value().key()), problems));
        file.transfers()
                .forEach(line -> otherwise(line, transfers.get(line.value().key()), problems));
        refuseSecondTotals(file, totals.values(), problems);
        problems.sort(Comparator.comparingInt(HistoryProblem::line));
        int added = without(file.totals(), totals.values()).size()
                + without(file.transfers(), transfers.values()).size();
        return new HistoryPreview(
                new HistoryFile(file.layout(), file.totals(), file.transfers(), List.copyOf(problems)),
                added,
                file.lines() - added);
    }

    private static <T> void otherwise(Line<T> line, T present, List<HistoryProblem> problems) {
        if (present != null && !present.equals(line.value())) {
            problems.add(new HistoryProblem(
                    line.number(),
                    "",
                    "",
                    "Deze regel is al eerder ingelezen, met andere gegevens.",
                    "Haal het eerdere bestand terug als dit de goede gegevens zijn. Haal anders deze regel weg."));
        }
    }

    /** A measure has one printed total in a school year, whatever the table is called. */
    private static void refuseSecondTotals(
            HistoryFile file, Collection<PrintedTotal> present, List<HistoryProblem> problems) {
        file.totals().stream()
                .filter(line -> !line.value().target().isEmpty())
                .filter(line -> present.stream()
                        .anyMatch(other -> other.target().equals(line.value().target())
                                && other.period().equals(line.value().period())
                                && !other.key().equals(line.value().key())))
                .forEach(line -> problems.add(new HistoryProblem(
                        line.number(),
                        "meetpunt",
                        line.value().target(),
                        "Dit meetpunt heeft voor " + line.value().period() + " al een getal.",
                        "Laat 'meetpunt' leeg, of haal het eerdere bestand terug.")));
    }

    private HistoryFile onlyNew(long regionId, HistoryFile file) {
        return new HistoryFile(
                file.layout(),
                without(file.totals(), store.totals(regionId)),
                without(file.transfers(), present(regionId, file)),
                List.of());
    }

    private List<ClosedTransfer> present(long regionId, HistoryFile file) {
        var programmes = file.transfers().stream()
                .map(line -> line.value().programme())
                .distinct()
                .toList();
        return programmes.isEmpty() ? List.of() : store.transfers(regionId, programmes);
    }

    private long store(long regionId, String fileName, HistoryFile file, Long accountId) {
        var name = fileName.length() > LONGEST_NAME ? fileName.substring(0, LONGEST_NAME) : fileName;
        var id = store.add(regionId, name, file.layout(), file.lines(), clock.instant(), accountId);
        store.addTotals(regionId, id, file.totals());
        store.addTransfers(regionId, id, file.transfers());
        return id;
    }

    private static <T> Map<String, T> byKey(List<T> values, Function<T, String> key) {
        return values.stream().collect(Collectors.toMap(key, each -> each, (one, other) -> one));
    }

    private static <T> List<Line<T>> without(List<Line<T>> lines, Collection<T> present) {
        var known = Set.copyOf(present);
        return lines.stream().filter(line -> !known.contains(line.value())).toList();
    }
}
