package nl.landingsbaan.platform.steering;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Percents that add up to 100: each share is rounded down, and what is missing goes to the largest remainders. */
final class Percentages {

    private Percentages() {}

    /** The share of each part in their sum; empty when the sum is 0. */
    static List<Integer> of(List<Integer> parts) {
        return of(parts, 0);
    }

    /** As {@link #of(List)}, with decimals: 76,2 percent with one decimal is 762. */
    static List<Integer> of(List<Integer> parts, int decimals) {
        int whole = (int) (100 * Math.pow(10, decimals));
        long total = parts.stream().mapToLong(Integer::longValue).sum();
        if (total == 0) {
            return List.of();
        }
        var shares =
                parts.stream().map(part -> (int) ((long) whole * part / total)).toArray(Integer[]::new);
        int missing =
                whole - IntStream.range(0, shares.length).map(i -> shares[i]).sum();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> (long) whole * parts.get(i) % total)
                        .reversed())
                .limit(missing)
                .forEach(i -> shares[i]++);
        return List.of(shares);
    }
}
