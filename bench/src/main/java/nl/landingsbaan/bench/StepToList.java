package nl.landingsbaan.bench;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.task.Audience;
import nl.landingsbaan.platform.task.TaskChange;
import nl.landingsbaan.platform.task.TaskFeed;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * From the message on which the engine opens a step, sent past the platform, until a professional who listens has been told and
 * finds the task on the first page of the list.
 */
final class StepToList {

    private static final int WARM_UP = 50;

    private final Tasks tasks;
    private final TaskFeed feed;
    private final JdbcTemplate jdbc;
    private final World world;
    private final CamundaClient engine;

    StepToList(ApplicationContext platform, World world, CamundaClient engine) {
        this.tasks = platform.getBean(Tasks.class);
        this.feed = platform.getBean(TaskFeed.class);
        this.jdbc = platform.getBean(JdbcTemplate.class);
        this.world = world;
        this.engine = engine;
    }

    void measure(Options options, Report report) throws InterruptedException {
        var place = world.places().get(World.WAITING_REGION);
        var mentor = place.mentors().getFirst();
        var mine = Audience.of(mentor);
        var transfers = new ArrayList<Long>();
        int times = WARM_UP + options.samples(500);
        for (int i = 0; i < times; i++) {
            transfers.add(world.refer(mentor, i));
        }
        Outbox.awaitEmpty(jdbc);
        var told = new LinkedBlockingQueue<TaskChange>();
        var samples = new Samples();
        var random = new Random(2);
        try (var subscription = feed.subscribe(change -> {
            if (change.concerns(mentor.regionId(), mine)) {
                told.add(change);
            }
        })) {
            for (int i = 0; i < times; i++) {
                Workload.pause(Duration.ofMillis(20 + random.nextInt(100)));
                told.clear();
                var nanos = open(place.region().code(), mentor, transfers.get(i), told);
                if (i >= WARM_UP) {
                    samples.add(nanos);
                }
            }
        }
        report.below(
                "engine opens a step -> in the list of a logged-in professional, p95",
                "Camunda's own task list: seconds",
                300,
                "ms",
                samples.percentile(0.95),
                samples.summary());
    }

    private long open(String regionCode, Actor mentor, long transferId, LinkedBlockingQueue<TaskChange> told)
            throws InterruptedException {
        var start = System.nanoTime();
        engine.newPublishMessageCommand()
                .messageName(regionCode + ".verder")
                .correlationKey(Long.toString(transferId))
                .timeToLive(Duration.ofMinutes(1))
                .send();
        TaskChange change;
        do {
            change = told.poll(1, TimeUnit.MINUTES);
            if (change == null) {
                throw new IllegalStateException("The step of transfer " + transferId + " never came");
            }
        } while (change.transferId() != transferId);
        long taskId = change.taskId();
        var page = tasks.list(mentor, TaskFilter.ALL, null, 50).tasks();
        var nanos = System.nanoTime() - start;
        var task = page.stream()
                .filter(each -> each.id() == taskId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Told of task " + taskId + ", but it is not in the list"));
        finish(mentor, task);
        return nanos;
    }

    /** Makes room at the top of the list. */
    private void finish(Actor mentor, TaskSummary task) {
        tasks.complete(mentor, task.id(), World.answers(task.stepName()));
    }
}
