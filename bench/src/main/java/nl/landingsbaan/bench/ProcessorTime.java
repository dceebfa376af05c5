package nl.landingsbaan.bench;

import java.time.Duration;
import java.util.Locale;

/** The processor time that this process (platform and benchmark), MariaDB and Zeebe have used: what a busy machine does not hide. */
record ProcessorTime(Duration platform, Duration database, Duration engine) {

    static ProcessorTime now(Servers servers) {
        return new ProcessorTime(
                of(ProcessHandle.current().pid()),
                of(servers.database().pid()),
                of(servers.engine().pid()));
    }

    /** What has been used since an earlier moment, for each of so many things done. */
    String since(ProcessorTime earlier, int things) {
        return String.format(
                Locale.ROOT,
                "processor time each: platform %.2f ms, MariaDB %.2f, Zeebe %.2f",
                each(platform, earlier.platform, things),
                each(database, earlier.database, things),
                each(engine, earlier.engine, things));
    }

    private static double each(Duration now, Duration earlier, int things) {
        return now.minus(earlier).toNanos() / 1e6 / things;
    }

    private static Duration of(long pid) {
        return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
