package nl.landingsbaan.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Knows when platform and engine have nothing more to tell each other: every timer that is due has fired, every job was taken, the
 * outbox is empty, and the engine's log does not grow any more.
 */
final class Quiet implements AutoCloseable {

    private static final Duration AT_MOST = Duration.ofSeconds(90);
    private static final Duration GLANCE = Duration.ofMillis(15);

    /** Glances at which nothing has changed, when nothing is expected any more. */
    private static final int SURE = 3;

    /** The same, when something is: a platform that has just started may pause for seconds before it asks for jobs again. */
    private static final int GIVEN_UP = 1000;

    private static final Pattern PROCESSED = Pattern.compile("\"processedPosition\"\\s*:\\s*(-?\\d+)");
    private static final Pattern EXPORTED = Pattern.compile("\"exportedPosition\"\\s*:\\s*(-?\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JdbcClient jdbc;
    private final URI partitions;
    private final EngineRecords records;
    private final Clock clock;

    Quiet(URI management, JdbcClient jdbc, EngineRecords records, Clock clock) {
        this.jdbc = jdbc;
        this.partitions = management.resolve("/actuator/partitions");
        this.records = records;
        this.clock = clock;
    }

    private record Positions(long processed, long exported) {}

    /**
     * Waits. What the engine has written is looked at often; engine and database are asked only when that does not grow.
     *
     * @throws IllegalStateException when it does not get quiet
     */
    void await() {
        var deadline = System.nanoTime() + AT_MOST.toNanos();
        long last = -1;
        Positions before = null;
        var same = 0;
        while (true) {
            var count = records.count();
            same = count == last ? same + 1 : 0;
            last = count;
            if (same >= (records.jobsNotTaken() == 0 ? SURE : GIVEN_UP) && !isDue()) {
                var positions = entriesInOutbox() == 0 ? positions() : null;
                if (positions != null
                        && positions.equals(before)
                        && (same >= GIVEN_UP || positions.exported() >= positions.processed())) {
                    return;
                }
                before = positions;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Na %d seconden was het nog niet stil: %d uitgaande berichten,"
                                .formatted(AT_MOST.toSeconds(), entriesInOutbox())
                        + " %s verlopen klokken, %d opdrachten"
                                .formatted(isDue() ? "nog" : "geen", records.jobsNotTaken()));
            }
            Awaiting.pause(GLANCE);
        }
    }

    private boolean isDue() {
        return records.nextDue()
                .filter(moment -> !moment.isAfter(clock.instant()))
                .isPresent();
    }

    private long entriesInOutbox() {
        return jdbc.sql("SELECT COUNT(*) FROM EVENT_PUBLICATION")
                .query(Long.class)
                .single();
    }

    private Positions positions() {
        try {
            var answer = http.send(
                            HttpRequest.newBuilder(partitions).build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
            return new Positions(number(PROCESSED, answer), number(EXPORTED, answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long number(Pattern wanted, String answer) {
        var found = wanted.matcher(answer);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    @Override
    public void close() {
        http.close();
    }
}
