package nl.landingsbaan.platform.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.landingsbaan.platform.region.Measure;

/**
 * The figures of one school year that may be shown. They are settled together, so that every screen shows the same ones and
 * none gives away what another withholds.
 */
final class YearFigures {

    // Which figure goes first to protect another: the least worth. What is not shown at all is worth nothing.
    private static final int FINISHED = 1;
    private static final int NOT_KNOWN_YET = 2;
    private static final int MISSED = 3;
    private static final int NOW = 4;
    private static final int OUTCOME = 5;
    private static final int ENDED = 6;
    private static final int REACHED = 7;
    private static final int PARTICIPANTS = 8;

    private static final String ALL = "participants";
    private static final String ALL_ENDED = "ended";

    private final Counts.Year counts;
    private final List<Measure> measures;
    private final List<String> phases;
    private final List<String> outcomes;
    private final SmallCells cells;
    private final Set<String> withheld;

    /**
     * @param phases the codes of all phases, in the order of the route
     * @param outcomes the codes of all outcomes
     */
    YearFigures(int threshold, Counts.Year counts, List<Measure> measures, List<String> phases, List<String> outcomes) {
        this.counts = counts;
        this.measures =
                measures.stream().filter(measure -> measure.field() != null).toList();
        this.phases = phases;
        this.outcomes = outcomes;
        this.cells = new SmallCells(threshold);
        cells.cell(ALL, counts.referred(), PARTICIPANTS);
        addOutcomes();
        addPhases();
        addMeasures();
        this.withheld = cells.withheld();
    }

    Figure participants() {
        return figure(ALL, counts.referred());
    }

    Figure now(String phase) {
        return figure("now " + phase, inPhase(phase));
    }

    Figure finished(String phase) {
        return figure("finished " + phase, counts.left(phase));
    }

    Figure ended() {
        return figure(ALL_ENDED, counts.ended());
    }

    Figure outcome(String outcome) {
        return figure("outcome " + outcome, counts.ended(outcome));
    }

    /** How many reached a measure; not known as long as nobody was asked. */
    Figure reached(Measure measure) {
        if (measure.field() == null) {
            return participants();
        }
        return isAsked(measure) ? figure("reached " + measure.code(), reachedNumber(measure)) : Figure.Absent.UNKNOWN;
    }

    Figure missed(Measure measure) {
        if (measure.field() == null) {
            return Figure.Absent.NOT_APPLICABLE;
        }
        return isAsked(measure) ? figure("missed " + measure.code(), missedNumber(measure)) : Figure.Absent.UNKNOWN;
    }

    Figure notKnownYet(Measure measure) {
        return measure.field() == null
                ? Figure.Absent.NOT_APPLICABLE
                : figure("open " + measure.code(), openNumber(measure));
    }

    private void addOutcomes() {
        cells.cell(ALL_ENDED, counts.ended(), ENDED);
        outcomes.forEach(outcome -> cells.cell("outcome " + outcome, counts.ended(outcome), OUTCOME));
        cells.sum(
                ALL_ENDED,
                outcomes.stream().map(outcome -> "outcome " + outcome).toList());
    }

    private void addPhases() {
        var everybody = new ArrayList<String>();
        everybody.add(ALL_ENDED);
        var before = ALL;
        for (var phase : phases) {
            cells.cell("now " + phase, inPhase(phase), NOW);
            cells.cell("finished " + phase, counts.left(phase), FINISHED);
            everybody.add("now " + phase);
            // who went through the phase before and not yet through this one
            cells.remainder(before, List.of("finished " + phase));
            before = "finished " + phase;
        }
        cells.remainder(ALL, everybody);
    }

    private void addMeasures() {
        String before = null;
        for (var measure : measures) {
            var reached = "reached " + measure.code();
            var missed = "missed " + measure.code();
            cells.cell(reached, reachedNumber(measure), REACHED);
            cells.cell(missed, missedNumber(measure), MISSED);
            cells.cell("open " + measure.code(), openNumber(measure), NOT_KNOWN_YET);
            cells.sum(ALL, List.of(reached, missed, "open " + measure.code()));
            if (before != null) {
                cells.remainder(before, List.of(reached));
            }
            before = reached;
            // An outcome that says the same as a measure must not tell what the measure withholds, nor the other way
            // round.
            for (var outcome : outcomes) {
                sameNumber(reached, reachedNumber(measure), outcome);
                sameNumber(missed, missedNumber(measure), outcome);
            }
        }
    }

    private void sameNumber(String cell, int number, String outcome) {
        if (number > 0 && number == counts.ended(outcome)) {
            cells.sum(cell, List.of("outcome " + outcome));
        }
    }

    private Figure figure(String cell, int number) {
        return withheld.contains(cell) ? Figure.Absent.WITHHELD : Figure.of(number);
    }

    private int inPhase(String phase) {
        return counts.entered(phase) - counts.left(phase);
    }

    private boolean isAsked(Measure measure) {
        return counts.answered(measure.field()) > 0 || counts.referred() == 0;
    }

    private int reachedNumber(Measure measure) {
        return counts.answered(measure.field(), measure.value());
    }

    private int missedNumber(Measure measure) {
        return counts.answered(measure.field()) - reachedNumber(measure);
    }

    private int openNumber(Measure measure) {
        return counts.referred() - counts.answered(measure.field());
    }
}
