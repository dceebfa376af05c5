package nl.landingsbaan.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.client.api.worker.JobWorker;
import io.grpc.Status;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.task.TaskChange;
import nl.landingsbaan.platform.task.TaskFeed;
import nl.landingsbaan.platform.task.Tasks;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Start, two user tasks, a service step, end: through the platform, and by a bare client of the same broker. Through the platform
 * the service steps are those that its own workers do when a transfer starts and when it ends; between the tasks stands a FEEL
 * script, because a drawn route can have no other.
 */
final class WholePath {

    private static final int UNDER_WAY = 64;
    private static final int PEOPLE = 16;

    private final Tasks tasks;
    private final TaskFeed feed;
    private final EndedTransfers ended;
    private final JdbcTemplate jdbc;
    private final World world;
    private final CamundaClient engine;
    private final Servers servers;

    WholePath(ApplicationContext platform, World world, CamundaClient engine, Servers servers) {
        this.tasks = platform.getBean(Tasks.class);
        this.feed = platform.getBean(TaskFeed.class);
        this.ended = platform.getBean(EndedTransfers.class);
        this.jdbc = platform.getBean(JdbcTemplate.class);
        this.world = world;
        this.engine = engine;
        this.servers = servers;
    }

    void measure(Options options, Report report) {
        throughPlatform(options.samples(500));
        int paths = options.samples(3000);
        var before = ProcessorTime.now(servers);
        var platform = throughPlatform(paths);
        report.note("whole path: " + ProcessorTime.now(servers).since(before, paths));
        bare(options.samples(500));
        before = ProcessorTime.now(servers);
        var bare = bare(paths);
        report.note("bare path: " + ProcessorTime.now(servers).since(before, paths));
        report.above(
                "whole path (start, 2 user tasks, 1 service step, end)",
                "Flowable 190 to 202, Operaton 135 to 148, KADAI's tasks alone 103 to 127",
                202,
                "paths/s",
                platform,
                paths + " paths, at most " + UNDER_WAY + " under way");
        report.above(
                "its share of a bare Zeebe client in the same run",
                "",
                50,
                "%",
                100 * platform / bare,
                String.format(Locale.ROOT, "bare: %.0f paths/s", bare));
    }

    /** Paths per second. */
    private double throughPlatform(int paths) {
        var mentors = new ConcurrentHashMap<Long, Actor>();
        world.places().stream()
                .filter(place -> world.places().indexOf(place) != World.WAITING_REGION)
                .forEach(place ->
                        mentors.put(place.region().id(), place.mentors().getFirst()));
        var starters = mentors.values().stream().toList();
        var stepsDone = new ConcurrentHashMap<Long, Integer>();
        var completed = ConcurrentHashMap.<Long>newKeySet();
        var underWay = new Semaphore(UNDER_WAY);
        int before = ended.count();
        var failures = new AtomicInteger();
        var start = System.nanoTime();
        try (var people = Executors.newFixedThreadPool(PEOPLE);
                var subscription = feed.subscribe(change -> {
                    if (completed.add(change.taskId())) {
                        people.execute(() -> complete(change, mentors, stepsDone, underWay, failures));
                    }
                })) {
            for (int i = 0; i < paths; i++) {
                underWay.acquireUninterruptibly();
                int number = i;
                people.execute(() -> refer(starters.get(number % starters.size()), number, failures));
            }
            Workload.await("the end of every path", () -> ended.count() - before + failures.get() >= paths);
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        if (failures.get() > 0) {
            throw new IllegalStateException(failures.get() + " paths failed");
        }
        Outbox.awaitEmpty(jdbc);
        return paths / seconds;
    }

    private void refer(Actor mentor, int number, AtomicInteger failures) {
        try {
            world.refer(mentor, number);
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            e.printStackTrace();
        }
    }

    private void complete(
            TaskChange change,
            Map<Long, Actor> mentors,
            Map<Long, Integer> stepsDone,
            Semaphore underWay,
            AtomicInteger failures) {
        try {
            int step = stepsDone.merge(change.transferId(), 1, Integer::sum);
            tasks.complete(
                    mentors.get(change.regionId()),
                    change.taskId(),
                    World.answers(step == 1 ? "Kennismaken" : "Begeleiden"));
            if (step == 2) {
                underWay.release();
            }
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            underWay.release();
            e.printStackTrace();
        }
    }

    /** Paths per second. */
    private double bare(int paths) {
        engine.newDeployResourceCommand()
                .addResourceFromClasspath("nl/landingsbaan/bench/bare.bpmn")
                .send()
                .join();
        var underWay = new Semaphore(UNDER_WAY);
        var done = new AtomicInteger();
        JobHandler service = (client, job) -> untilTaken(client.newCompleteCommand(job.getKey()));
        JobHandler user = (client, job) -> {
            var last = job.getElementId().equals("twee");
            untilTaken(client.newCompleteCommand(job.getKey()).variables(Map.of(last ? "gestart" : "gaat_door", "ja")));
            if (last) {
                done.incrementAndGet();
                underWay.release();
            }
        };
        var start = System.nanoTime();
        try (var userWorker = worker("bare-user", user);
                var serviceWorker = worker("bare-service", service)) {
            for (int i = 0; i < paths; i++) {
                underWay.acquireUninterruptibly();
                untilTaken(engine.newCreateInstanceCommand()
                        .bpmnProcessId("bare")
                        .latestVersion()
                        .variables(Map.of("niveau", "entree")));
            }
            Workload.await("the end of every bare path", () -> done.get() >= paths);
        }
        return paths / ((System.nanoTime() - start) / 1e9);
    }

    private JobWorker worker(String type, JobHandler handler) {
        return engine.newWorker()
                .jobType(type)
                .handler(handler)
                .timeout(Duration.ofSeconds(10))
                .maxJobsActive(128)
                .pollInterval(Duration.ofMillis(20))
                .streamEnabled(false)
                .open();
    }

    /** The engine asks to come back later when it is busy. */
    private static void untilTaken(FinalCommandStep<?> command) {
        while (true) {
            try {
                command.send().join();
                return;
            } catch (ClientStatusException e) {
                if (e.getStatusCode() != Status.Code.RESOURCE_EXHAUSTED) {
                    throw e;
                }
                Workload.pause(Duration.ofMillis(5));
            }
        }
    }
}
