package nl.landingsbaan.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server program that runs as a child of this JVM and never outlives it, not even when this JVM is killed.
 *
 * <p>The server's standard input is a pipe that only this JVM holds open. A watching shell beside the server reads it;
 * when it ends, because this JVM is gone, the shell ends the server. The server ignores Ctrl-C of the terminal: this
 * JVM decides when it stops, so that its clients can close first.
 */
final class ChildServer implements AutoCloseable {

    // The shell becomes the server (exec), so that the process id is the server's own. The JVM closes the pipe as
    // soon as it has seen the server end, which ends the watching shell as well.
    private static final String START_AND_WATCH = """
            trap '' INT HUP
            server=$$
            exec 3<&0
            (
              trap '' TERM
              exec >/dev/null 2>&1
              read -r _ <&3
              kill -TERM $server || exit 0
              left=20
              while [ $left -gt 0 ] && kill -0 $server; do
                sleep 1
                left=$((left - 1))
              done
              kill -KILL $server
            ) &
            exec "$@" </dev/null 3<&-
            """;

    private static final List<String> INHERITED_VARIABLES =
            List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR", "LD_LIBRARY_PATH");

    private static final Duration END_OF_AN_EARLIER_SERVER = Duration.ofSeconds(30);

    private final String name;
    private final Path log;
    private final Process process;
    private final FileChannel lock;

    /** What must be in the directory before the server starts. */
    interface Preparation {

        void run() throws IOException;
    }

    private ChildServer(String name, Path log, Process process, FileChannel lock) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.lock = lock;
    }

    /**
     * Starts a server.
     *
     * @param name what messages call it; also the name of its log file
     * @param directory holds the log, the lock and the process id; one server at a time can use it
     * @param preparation is done once nobody else uses the directory
     * @param variables the server's environment, beside a few general ones; nothing else of this JVM's environment is
     *     passed on, because the servers read variables that this application reads too
     */
    static ChildServer start(
            String name, Path directory, Preparation preparation, List<String> command, Map<String, String> variables) {
        try {
            Files.createDirectories(directory);
            FileChannel lock = lock(name, directory);
            try {
                awaitEndOfAnEarlierServer(name, directory);
                preparation.run();
                Path log = directory.resolve(name + ".log");
                var shell = new ArrayList<>(List.of("/bin/sh", "-c", START_AND_WATCH, name));
                shell.addAll(command);
                var builder = new ProcessBuilder(shell)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
                builder.environment().keySet().retainAll(INHERITED_VARIABLES);
                builder.environment().putAll(variables);
                Process process = builder.start();
                remember(process, directory);
                return new ChildServer(name, log, process, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ServerStartException(name + " could not be started in " + directory + ": " + e.getMessage(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Waits until the server is ready, and fails at once, with the end of its log, when it has ended instead. */
    void await(Duration atMost, BooleanSupplier ready) {
        try {
            Waiting.until(name + " to become ready", atMost, () -> {
                if (!process.isAlive()) {
                    throw new ServerStartException(name + " ended with code " + process.exitValue());
                }
                return ready.getAsBoolean();
            });
        } catch (ServerStartException e) {
            throw new ServerStartException(e.getMessage() + ". The end of " + log + ":\n" + endOfLog(), e);
        }
    }

    /** Ends the server without giving it the chance to tidy up. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks the server to stop, and ends it when it has not done so in time. */
    void stop(Duration patience) {
        // not process.destroy(), which also closes the pipe and so calls up the watching shell
        process.toHandle().destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        releaseLock();
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(40));
    }

    private void awaitEnd() {
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        releaseLock();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void releaseLock() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new ServerStartException("The lock of " + name + " could not be given back", e);
        }
    }

    private static FileChannel lock(String name, Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // another server of this same JVM uses the directory
        }
        channel.close();
        throw new ServerStartException("Another Landingsbaan already runs " + name + " in " + directory
                + ". Stop that one first, or choose another folder.");
    }

    /** After a JVM was killed, its watching shells need a moment to end the servers. */
    private static void awaitEndOfAnEarlierServer(String name, Path directory) throws IOException {
        Path file = directory.resolve("pid");
        if (!Files.exists(file)) {
            return;
        }
        String remembered = Files.readString(file);
        Waiting.until(
                "an earlier " + name + " in " + directory + " to end",
                END_OF_AN_EARLIER_SERVER,
                () -> ProcessHandle.of(Long.parseLong(
                                remembered.lines().findFirst().orElse("0").strip()))
                        .filter(ProcessHandle::isAlive)
                        .flatMap(ChildServer::identity)
                        .filter(remembered::equals)
                        .isEmpty());
    }

    private static void remember(Process process, Path directory) throws IOException {
        Files.writeString(directory.resolve("pid"), identity(process.toHandle()).orElse("0"));
    }

    /** A process id alone may be another program's by now; with the moment of its start it is not. */
    private static Optional<String> identity(ProcessHandle handle) {
        return handle.info().startInstant().map(start -> handle.pid() + "\n" + start);
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "(it cannot be read: " + e.getMessage() + ")";
        }
    }
}
