package nl.landingsbaan.platform.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PercentagesTest {

    @Test
    void whatIsMissingGoesToTheLargestRemainders() {
        assertThat(Percentages.of(List.of(21, 12, 14))).containsExactly(45, 25, 30);
        assertThat(Percentages.of(List.of(42, 12))).containsExactly(78, 22);
        assertThat(Percentages.of(List.of(1, 1, 1))).containsExactly(34, 33, 33);
    }

    @Test
    void nothingHasNoPercentages() {
        assertThat(Percentages.of(List.of(0, 0))).isEmpty();
        assertThat(Percentages.of(List.of())).isEmpty();
    }

    @Test
    void theyAlwaysAddUpToAHundredAndAreNeverAWholePercentOff() {
        var random = new Random(1);
        for (int round = 0; round < 1_000; round++) {
            var parts = Stream.generate(() -> random.nextInt(200))
                    .limit(1 + random.nextInt(8))
                    .toList();
            int total = parts.stream().mapToInt(Integer::intValue).sum();
            var shares = Percentages.of(parts);
            if (total > 0) {
                assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
                for (int i = 0; i < parts.size(); i++) {
                    assertThat(Math.abs(shares.get(i) - 100.0 * parts.get(i) / total))
                            .isLessThan(1);
                }
            }
        }
    }
}
