package nl.landingsbaan.platform.steering;

import java.util.NavigableMap;

/** How many visits took how many whole days: exact, and small however many visits there were. */
record Durations(NavigableMap<Integer, Integer> visitsByDays) {

    int visits() {
        return visitsByDays.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The middle one; of two middle ones the average, half up. */
    int median() {
        int visits = visits();
        return Math.ceilDiv(at((visits + 1) / 2) + at(visits / 2 + 1), 2);
    }

    /** The shortest stay that at least nine of ten did not exceed. */
    int ninetiethPercentile() {
        return at(Math.ceilDiv(9 * visits(), 10));
    }

    /** The days of the visit with this rank, the shortest being the first. */
    private int at(int rank) {
        int passed = 0;
        for (var entry : visitsByDays.entrySet()) {
            passed += entry.getValue();
            if (passed >= rank) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("No visit with rank " + rank);
    }
}
