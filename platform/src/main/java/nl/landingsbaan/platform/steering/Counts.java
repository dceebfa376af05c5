package nl.landingsbaan.platform.steering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the counts. What it reads grows with school years and phases, never with young people or tasks. */
@Component
class Counts {

    static final String TOTALS = "SELECT school_year, kind, code, value, SUM(number) FROM steering_count"
            + " WHERE region_id = ? AND kind IN ('REFERRED', 'ENTERED', 'LEFT', 'OUTCOME', 'CHOICE')"
            + " GROUP BY school_year, kind, code, value";

    static final String DAYS = "SELECT code, value, SUM(number) FROM steering_count"
            + " WHERE region_id = ? AND kind = 'DAYS' AND school_year = ? GROUP BY code, value";

    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The totals of every school year that has any. */
    NavigableMap<String, Year> years(long regionId) {
        return jdbc
                .sql(TOTALS)
                .param(regionId)
                .query((rs, n) -> new Count(
                        rs.getString(1),
                        CountKind.valueOf(rs.getString(2)),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getInt(5)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Count::schoolYear, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), Year::new)));
    }

    /** How many visits took how many days, by phase. */
    Map<String, Durations> durations(long regionId, String schoolYear) {
        var days = new HashMap<String, NavigableMap<Integer, Integer>>();
        jdbc.sql(DAYS).params(regionId, schoolYear).query(rs -> {
            days.computeIfAbsent(rs.getString(1), phase -> new TreeMap<>())
                    .put(Integer.valueOf(rs.getString(2)), rs.getInt(3));
        });
        return days.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> new Durations(e.getValue())));
    }

    record Count(String schoolYear, CountKind kind, String code, String value, int number) {}

    /** The totals of one school year. */
    record Year(List<Count> counts) {

        static final Year NOTHING = new Year(List.of());

        int referred() {
            return sum(CountKind.REFERRED, "");
        }

        int entered(String phase) {
            return sum(CountKind.ENTERED, phase);
        }

        int left(String phase) {
            return sum(CountKind.LEFT, phase);
        }

        int ended(String outcome) {
            return sum(CountKind.OUTCOME, outcome);
        }

        int ended() {
            return of(CountKind.OUTCOME).stream().mapToInt(Count::number).sum();
        }

        int answered(String field) {
            return sum(CountKind.CHOICE, field);
        }

        int answered(String field, String value) {
            return of(CountKind.CHOICE).stream()
                    .filter(count -> count.code().equals(field) && count.value().equals(value))
                    .mapToInt(Count::number)
                    .sum();
        }

        /** The codes of this kind that were ever counted, in the order of the alphabet. */
        List<String> codes(CountKind kind) {
            return of(kind).stream().map(Count::code).distinct().sorted().toList();
        }

        private int sum(CountKind kind, String code) {
            return of(kind).stream()
                    .filter(count -> count.code().equals(code))
                    .mapToInt(Count::number)
                    .sum();
        }

        private List<Count> of(CountKind kind) {
            return counts.stream().filter(count -> count.kind() == kind).toList();
        }
    }
}
