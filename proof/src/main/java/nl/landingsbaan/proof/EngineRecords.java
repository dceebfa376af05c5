package nl.landingsbaan.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import nl.landingsbaan.platform.route.EngineVocabulary;
import nl.landingsbaan.proof.exporter.RecordFile;
import nl.landingsbaan.servers.LocalZeebe;

/** What the engine itself says that it did, as its exporter writes it. */
final class EngineRecords implements AutoCloseable {

    /**
     * Something that an element did.
     *
     * @param intent as the engine names it: {@code ELEMENT_COMPLETED}, {@code SEQUENCE_FLOW_TAKEN}
     * @param processId with the region's prefix
     */
    record Happening(Instant at, String intent, String processId, String elementId, String type, long instance) {

        boolean is(String wanted) {
            return intent.equals(wanted);
        }
    }

    /** Where the engine got stuck. */
    record Incident(Instant at, String processId, String elementId, long instance, String kind, String message) {}

    private static final Set<String> HELD_JOBS = Set.of(EngineVocabulary.TASK, EngineVocabulary.PLACE_WANTED);
    private static final Set<String> ENDS_TIMER = Set.of("TRIGGERED", "CANCELED");
    private static final Set<String> ENDS_JOB = Set.of("COMPLETED", "CANCELED", "ERROR_THROWN");

    private final Path file;
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<Long, String> transfers = new HashMap<>();
    private final Map<Long, Instant> timers = new HashMap<>();
    private final Set<Long> jobs = new HashSet<>();
    private final Map<Long, Incident> incidents = new LinkedHashMap<>();
    private final StringBuilder rest = new StringBuilder();
    private InputStream input;
    private long lines;

    private EngineRecords(Path file) {
        this.file = file;
    }

    /** In a folder that is there; nothing is written until a broker with these options runs. */
    static EngineRecords in(Path folder) {
        return new EngineRecords(folder.resolve("engine-records.txt"));
    }

    LocalZeebe.Options told(LocalZeebe.Options options) {
        return options.withExporter(
                jar(),
                RecordFile.class.getName(),
                Map.of(RecordFile.FILE, file.toAbsolutePath().toString()));
    }

    /** The exporter is one class; whether it was built into a jar or not, the broker gets one. */
    private Path jar() {
        var jar = file.resolveSibling("engine-records.jar");
        var name = RecordFile.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var in = RecordFile.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    /** Everything that an element did, in order. */
    synchronized List<Happening> happenings() {
        read();
        return List.copyOf(happenings);
    }

    /** What the elements did on the way of one young person, in the processes that were called too. */
    synchronized List<Happening> of(long transfer) {
        read();
        return happenings.stream()
                .filter(each -> transfers.getOrDefault(each.instance(), "").equals(Long.toString(transfer)))
                .toList();
    }

    /** For each subject whose steps the engine took, the processes in which it did, with the regions' prefixes. */
    synchronized Map<Long, Set<String>> processesBySubject() {
        read();
        var processes = new HashMap<Long, Set<String>>();
        happenings.forEach(each -> {
            var subject = transfers.get(each.instance());
            if (subject != null) {
                processes
                        .computeIfAbsent(Long.parseLong(subject), id -> new HashSet<>())
                        .add(each.processId());
            }
        });
        return processes;
    }

    /** The moment at which the first timer that waits is due. */
    synchronized Optional<Instant> nextDue() {
        read();
        return timers.values().stream().min(Instant::compareTo);
    }

    /** How many jobs the platform has still to take: phases to enter and leave, tasks to open, places to queue for. */
    synchronized int jobsNotTaken() {
        read();
        return jobs.size();
    }

    /** What the engine is stuck on. */
    synchronized List<Incident> incidents() {
        read();
        return List.copyOf(incidents.values());
    }

    /** Grows with each thing that happens. */
    synchronized long count() {
        read();
        return lines;
    }

    private void read() {
        try {
            if (input == null) {
                if (!Files.exists(file)) {
                    return;
                }
                input = Files.newInputStream(file);
            }
            rest.append(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int end;
        while ((end = rest.indexOf("\n")) >= 0) {
            take(rest.substring(0, end).split("\t", -1));
            rest.delete(0, end + 1);
        }
    }

    private void take(String[] parts) {
        lines++;
        var at = Instant.ofEpochMilli(Long.parseLong(parts[1]));
        var intent = parts[2];
        var key = Long.parseLong(parts[3]);
        switch (parts[0]) {
            case "ELEMENT" ->
                happenings.add(new Happening(at, intent, parts[4], parts[5], parts[6], Long.parseLong(parts[7])));
            case "TRANSFER" -> transfers.put(Long.parseLong(parts[4]), parts[5].replace("\"", ""));
            case "TIMER" -> {
                if (intent.equals("CREATED")) {
                    timers.put(key, Instant.ofEpochMilli(Long.parseLong(parts[4])));
                } else if (ENDS_TIMER.contains(intent)) {
                    timers.remove(key);
                }
            }
            case "JOB" -> takeJob(intent, key, parts[4], Integer.parseInt(parts[5]));
            case "INCIDENT" -> {
                if (intent.equals("CREATED")) {
                    incidents.put(
                            key, new Incident(at, parts[4], parts[5], Long.parseLong(parts[6]), parts[7], parts[8]));
                } else if (intent.equals("RESOLVED")) {
                    incidents.remove(key);
                }
            }
            default -> throw new IllegalStateException("Unknown record " + parts[0]);
        }
    }

    /** The job of what waits for people is taken when its lease is lengthened, any other when it is done. */
    private void takeJob(String intent, long key, String type, int retries) {
        if (intent.equals("CREATED") || intent.equals("TIMED_OUT")) {
            jobs.add(key);
        } else if (ENDS_JOB.contains(intent)
                || intent.equals("TIMEOUT_UPDATED") && HELD_JOBS.contains(type)
                || intent.equals("FAILED") && retries == 0) {
            jobs.remove(key);
        }
    }

    @Override
    public void close() {
        try {
            if (input != null) {
                input.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
