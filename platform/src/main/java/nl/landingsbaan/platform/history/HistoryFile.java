package nl.landingsbaan.platform.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.landingsbaan.platform.region.Measure;

/**
 * A file of history as it was read.
 *
 * @param layout null when the headings belong to none
 * @param totals the lines without mistakes, when it holds totals
 * @param transfers the lines without mistakes, when it holds closed transfers
 * @param problems all that is wrong in it, in the order of the file; nothing of a file with problems is stored
 */
public record HistoryFile(
        HistoryLayout layout,
        List<Line<PrintedTotal>> totals,
        List<Line<ClosedTransfer>> transfers,
        List<HistoryProblem> problems) {

    /**
     * Something that was read.
     *
     * @param number where it stands, counted from 1
     */
    public record Line<T>(int number, T value) {}

    /**
     * Reads a file. Whatever is wrong is among the problems.
     *
     * @param content CSV in UTF-8 or Windows-1252, separated by semicolons, commas or tabs
     * @param measures what the region steers on
     */
    public static HistoryFile read(byte[] content, List<Measure> measures) {
        return new HistoryReader(measures).read(content);
    }

    /** How many lines hold something. */
    public int lines() {
        return totals.size() + transfers.size();
    }

    /** The same file with what is wrong when another file of the region, with this name, was read before it. */
    public HistoryFile after(String name, HistoryFile earlier) {
        var keys = earlier.keys().map(Line::value).toList();
        var all = new ArrayList<>(problems);
        keys().filter(line -> keys.contains(line.value()))
                .forEach(line -> all.add(new HistoryProblem(
                        line.number(),
                        "",
                        "",
                        "Deze regel staat ook in " + name + ".",
                        "Haal een van de twee weg: anders telt hij dubbel.")));
        return new HistoryFile(layout, totals, transfers, List.copyOf(all));
    }

    private Stream<Line<String>> keys() {
        return Stream.concat(
                totals.stream()
                        .map(line ->
                                new Line<>(line.number(), "t" + line.value().key())),
                transfers.stream()
                        .map(line ->
                                new Line<>(line.number(), "o" + line.value().key())));
    }
}
