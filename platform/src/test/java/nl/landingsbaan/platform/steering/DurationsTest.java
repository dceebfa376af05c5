package nl.landingsbaan.platform.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void theMedianIsTheMiddleOneOrTheAverageOfTheTwoMiddleOnesHalfUp() {
        assertThat(of(3).median()).isEqualTo(3);
        assertThat(of(1, 2, 90).median()).isEqualTo(2);
        assertThat(of(1, 2, 4, 90).median()).isEqualTo(3);
        assertThat(of(1, 2, 3, 90).median()).isEqualTo(3);
    }

    @Test
    void nineOfTenAreWithinTheNinetiethPercentile() {
        assertThat(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ninetiethPercentile()).isEqualTo(9);
        assertThat(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).ninetiethPercentile()).isEqualTo(10);
        assertThat(of(7).ninetiethPercentile()).isEqualTo(7);
    }

    @Test
    void theyAreWhatSortingEveryVisitWouldGive() {
        var random = new Random(2);
        for (int round = 0; round < 500; round++) {
            int[] days = random.ints(1 + random.nextInt(40), 0, 30).sorted().toArray();
            int n = days.length;
            int median = n % 2 == 1 ? days[n / 2] : (days[n / 2 - 1] + days[n / 2] + 1) / 2;
            assertThat(of(days).median()).isEqualTo(median);
            assertThat(of(days).ninetiethPercentile()).isEqualTo(days[(int) Math.ceil(0.9 * n - 1e-9) - 1]);
        }
    }

    private static Durations of(int... days) {
        var visits = new TreeMap<Integer, Integer>();
        Arrays.stream(days).forEach(day -> visits.merge(day, 1, Integer::sum));
        return new Durations(visits);
    }
}
