package nl.landingsbaan.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Durations that were measured; percentiles are those of the sorted samples themselves. */
final class Samples {

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long nanoseconds) {
        nanos.add(nanoseconds);
    }

    int count() {
        return nanos.size();
    }

    /** The smallest sample that at least this share of all samples does not exceed, in milliseconds. */
    double percentile(double share) {
        var sorted = sorted();
        return sorted.length == 0
                ? Double.NaN
                : millis(sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)]);
    }

    String summary() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p95 %.1f, p99 %.1f, max %.1f ms (%d samples)",
                percentile(0.50),
                percentile(0.95),
                percentile(0.99),
                percentile(1),
                count());
    }

    private long[] sorted() {
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double millis(long nanoseconds) {
        return nanoseconds / (double) Duration.ofMillis(1).toNanos();
    }
}
