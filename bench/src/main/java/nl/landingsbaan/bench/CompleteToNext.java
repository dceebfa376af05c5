package nl.landingsbaan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.task.TaskChange;
import nl.landingsbaan.platform.task.TaskFeed;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fifty professionals at work, each with one to three seconds between what they do: from the click that completes a task until
 * the next one of the same young person is offered.
 */
final class CompleteToNext {

    private static final int PROFESSIONALS = 50;
    private static final int WARM_UP = 2;

    private final Tasks tasks;
    private final TaskFeed feed;
    private final JdbcTemplate jdbc;
    private final World world;

    CompleteToNext(ApplicationContext platform, World world) {
        this.tasks = platform.getBean(Tasks.class);
        this.feed = platform.getBean(TaskFeed.class);
        this.jdbc = platform.getBean(JdbcTemplate.class);
        this.world = world;
    }

    void measure(Options options, Report report) {
        var actors = world.places().stream()
                .filter(place -> world.places().indexOf(place) != World.WAITING_REGION)
                .flatMap(place -> place.mentors().stream().limit(2))
                .limit(PROFESSIONALS)
                .toList();
        int each = WARM_UP + Math.max(3, options.samples(1000) / PROFESSIONALS);
        Map<Actor, List<Long>> transfers = new ConcurrentHashMap<>();
        Workload.run(actors.size(), 8, person -> {
            var referred = new ArrayList<Long>();
            for (int i = 0; i < each; i++) {
                referred.add(world.refer(actors.get(person), i));
            }
            transfers.put(actors.get(person), referred);
        });
        Outbox.awaitEmpty(jdbc);
        var changes = new ConcurrentHashMap<Long, LinkedBlockingQueue<TaskChange>>();
        transfers.values().forEach(referred -> referred.forEach(id -> changes.put(id, new LinkedBlockingQueue<>())));
        var samples = new Samples();
        var completing = new Samples();
        try (var subscription = feed.subscribe(change -> {
            var queue = changes.get(change.transferId());
            if (queue != null) {
                queue.add(change);
            }
        })) {
            Workload.run(actors.size(), actors.size(), person -> {
                var actor = actors.get(person);
                for (int i = 0; i < each; i++) {
                    think();
                    work(
                            actor,
                            transfers.get(actor).get(i),
                            changes,
                            i < WARM_UP ? new Samples() : samples,
                            completing);
                }
            });
        }
        report.below(
                "complete -> next step open, 50 professionals at work, p95",
                "",
                500,
                "ms",
                samples.percentile(0.95),
                samples.summary());
        report.note("complete -> next step: the completion itself " + completing.summary());
    }

    private void work(
            Actor actor,
            long transferId,
            Map<Long, LinkedBlockingQueue<TaskChange>> changes,
            Samples samples,
            Samples completing) {
        Workload.await(
                "the first task of transfer " + transferId,
                () -> tasks.nextFor(actor, transferId).isPresent());
        var first = tasks.nextFor(actor, transferId).orElseThrow();
        var told = changes.get(transferId);
        told.clear();
        var start = System.nanoTime();
        tasks.complete(actor, first.id(), World.answers(first.stepName()));
        completing.add(System.nanoTime() - start);
        var next = next(actor, transferId, first, told);
        samples.add(System.nanoTime() - start);
        think();
        tasks.complete(actor, next.id(), World.answers(next.stepName()));
    }

    private TaskSummary next(Actor actor, long transferId, TaskSummary first, LinkedBlockingQueue<TaskChange> told) {
        try {
            TaskChange change;
            do {
                change = told.poll(1, TimeUnit.MINUTES);
                if (change == null) {
                    throw new IllegalStateException("No next step of transfer " + transferId);
                }
            } while (change.taskId() == first.id());
            return tasks.nextFor(actor, transferId).orElseThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void think() {
        Workload.pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(1000, 3000)));
    }
}
