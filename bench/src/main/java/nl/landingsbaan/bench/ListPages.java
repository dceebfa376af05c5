package nl.landingsbaan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.Tasks;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The first page of one's open tasks, and its count. */
final class ListPages {

    private static final int PAGE = 50;
    private static final int ACTORS = 400;

    private final Tasks tasks;
    private final JdbcTemplate jdbc;
    private final List<Actor> actors = new ArrayList<>();

    ListPages(ApplicationContext platform, World world) {
        tasks = platform.getBean(Tasks.class);
        jdbc = platform.getBean(JdbcTemplate.class);
        var people = platform.getBean(People.class);
        var random = new Random(1);
        for (int i = 0; i < ACTORS; i++) {
            var place = world.places().get(random.nextInt(world.places().size()));
            var seat = place.seats().get(random.nextInt(place.seats().size()));
            var account = seat.accountIds().get(random.nextInt(seat.accountIds().size()));
            actors.add(people.actor(account, place.region().id()).orElseThrow());
        }
    }

    void measure(Options options, Report report) {
        var sizes = actors.stream()
                .mapToInt(actor -> tasks.counts(actor, TaskFilter.ALL).total())
                .sorted()
                .toArray();
        report.note("lists: %d people; open tasks in a list: smallest %d, median %d, largest %d"
                .formatted(sizes.length, sizes[0], sizes[sizes.length / 2], sizes[sizes.length - 1]));
        Workload.run(options.samples(2000), 1, this::page);
        var alone = Workload.measure(options.samples(3000), 1, this::page);
        report.below(
                "first page (50) of one's open tasks, p95",
                "Operaton 21 ms, Flowable 63, KADAI 64",
                10,
                "ms",
                alone.percentile(0.95),
                alone.summary());
        var together = Workload.measure(options.samples(8000), 16, this::page);
        report.below(
                "the same with 16 at once, p95",
                "Operaton 175 ms, Flowable 563, KADAI 761",
                100,
                "ms",
                together.percentile(0.95),
                together.summary());
        Workload.run(options.samples(500), 1, this::count);
        var counts = Workload.measure(options.samples(3000), 1, this::count);
        report.below("its count, p95", "Operaton 17 ms", 10, "ms", counts.percentile(0.95), counts.summary());
        var countsTogether = Workload.measure(options.samples(8000), 16, this::count);
        report.seen("its count with 16 at once", countsTogether.summary());
        explain(report, "page", Statements.of(() -> page(0)));
        explain(report, "count", Statements.of(() -> count(0)));
    }

    private void page(int number) {
        tasks.list(actors.get(number % actors.size()), TaskFilter.ALL, null, PAGE);
    }

    private void count(int number) {
        tasks.counts(actors.get(number % actors.size()), TaskFilter.ALL);
    }

    private void explain(Report report, String what, List<String> statements) {
        for (var sql : statements) {
            Statements.explain(jdbc, sql).forEach(line -> report.note("EXPLAIN of the " + what + ": " + line));
        }
    }
}
