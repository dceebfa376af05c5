package nl.landingsbaan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.task.Tasks;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sixteen people who complete tasks one after the other, while the engine is told and opens what comes next. */
final class Completions {

    /** What was seen: the people's pace, and the pace with the engine's answers counted in. */
    record Pace(double completed, double engineTold, String latency) {}

    private static final int AT_ONCE = 16;

    private record Work(Actor actor, long taskId) {}

    private final Tasks tasks;
    private final JdbcTemplate jdbc;
    private final World world;
    private final Servers servers;

    Completions(ApplicationContext platform, World world, Servers servers) {
        this.tasks = platform.getBean(Tasks.class);
        this.jdbc = platform.getBean(JdbcTemplate.class);
        this.world = world;
        this.servers = servers;
    }

    Pace measure(int times, Report report) {
        var work = prepare(times);
        long statements = statements();
        var processors = ProcessorTime.now(servers);
        var start = System.nanoTime();
        var latency = Workload.measure(
                work.size(),
                AT_ONCE,
                i -> tasks.complete(work.get(i).actor(), work.get(i).taskId(), World.answers("Kennismaken")));
        var completed = (System.nanoTime() - start) / 1e9;
        Outbox.awaitEmpty(jdbc);
        var told = (System.nanoTime() - start) / 1e9;
        awaitNext(work.size());
        report.note(String.format(
                Locale.ROOT,
                "completions: %d in %.1f s, the engine had heard all after %.1f s and the next steps were open after %.1f s;"
                        + " %.1f statements each, next step included; %s",
                work.size(),
                completed,
                told,
                (System.nanoTime() - start) / 1e9,
                (statements() - statements) / (double) work.size(),
                ProcessorTime.now(servers).since(processors, work.size())));
        return new Pace(work.size() / completed, work.size() / told, latency.summary());
    }

    /** Young people whose first task is open in the engine and in the list. */
    private List<Work> prepare(int times) {
        var places = world.places().stream()
                .filter(place -> world.places().indexOf(place) != World.WAITING_REGION)
                .toList();
        var actors = new Actor[times];
        var transfers = new long[times];
        Workload.run(times, 8, i -> {
            var mentors = places.get(i % places.size()).mentors();
            actors[i] = mentors.get(i / places.size() % mentors.size());
            transfers[i] = world.refer(actors[i], i);
        });
        awaitNext(times);
        var work = new ArrayList<Work>();
        for (int i = 0; i < times; i++) {
            work.add(new Work(
                    actors[i],
                    tasks.nextFor(actors[i], transfers[i]).orElseThrow().id()));
        }
        return work;
    }

    private void awaitNext(int open) {
        Workload.await(
                "a step for each of them",
                () -> jdbc.queryForObject(
                                "SELECT COUNT(*) FROM task WHERE job_key > 0 AND state = 'OPEN'", Integer.class)
                        >= open);
        Outbox.awaitEmpty(jdbc);
    }

    /** Ends what is left open, so that the next measurement starts from nothing. */
    void finish() {
        var left =
                jdbc.queryForList("SELECT region_id, id, assignee_id FROM task WHERE job_key > 0 AND state = 'OPEN'");
        var mentors = new java.util.HashMap<Long, Actor>();
        world.places().forEach(place -> place.mentors().forEach(mentor -> mentors.put(mentor.accountId(), mentor)));
        Workload.run(left.size(), AT_ONCE, i -> {
            var row = left.get(i);
            tasks.complete(mentors.get(row.get("assignee_id")), (Long) row.get("id"), World.answers("Begeleiden"));
        });
        Outbox.awaitEmpty(jdbc);
        Workload.await(
                "the end of every path",
                () -> jdbc.queryForObject(
                                "SELECT COUNT(*) FROM transfer WHERE process_instance_key > 0 AND ended_at IS NULL",
                                Integer.class)
                        == 0);
    }

    private long statements() {
        return jdbc.queryForObject(
                "SELECT CAST(VARIABLE_VALUE AS UNSIGNED) FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'QUERIES'",
                Long.class);
    }
}
