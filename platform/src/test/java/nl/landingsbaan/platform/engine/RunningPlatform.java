package nl.landingsbaan.platform.engine;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.TestServers;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.TaskState;
import nl.landingsbaan.platform.task.TaskSummary;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.transfer.PhaseVisit;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferSummary;
import nl.landingsbaan.platform.transfer.Transfers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A platform that a test starts and ends itself, on a database and an engine that outlive it. */
record RunningPlatform(ConfigurableApplicationContext context) implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(60);

    static RunningPlatform start(TestServers.Database database, URI engine, String... more) {
        return new RunningPlatform(
                new SpringApplicationBuilder(TestPlatform.class).run(arguments(database, engine, more)));
    }

    static String[] arguments(TestServers.Database database, URI engine, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--landingsbaan.vault.master-key=" + TestServers.MASTER_KEY,
                "--landingsbaan.engine.grpc-address=" + engine,
                "--landingsbaan.servers=none"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    TestRegions regions() {
        return context.getBean(TestRegions.class);
    }

    Tasks tasks() {
        return context.getBean(Tasks.class);
    }

    EngineStatus engine() {
        return context.getBean(EngineStatus.class);
    }

    List<TaskSummary> list(Actor actor) {
        return tasks().list(actor, TaskFilter.ALL, null, 500).tasks();
    }

    List<TransferSummary> transfers(TestRegion region) {
        return context.getBean(Transfers.class).list(region.coordinator(), TransferFilter.ALL, 0, 500);
    }

    List<TaskLine> way(TestRegion region, TransferSummary transfer) {
        return tasks().way(region.coordinator(), transfer.id());
    }

    TaskSummary only(Actor actor, String stepName) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(list(actor))
                        .extracting(TaskSummary::stepName)
                        .containsExactly(stepName));
        return list(actor).getFirst();
    }

    void complete(TestRegion region, TaskSummary task) {
        if (task.stepName().equals("Kennismaken")) {
            tasks().complete(
                            region.mentor(),
                            task.id(),
                            Map.of("coach", Long.toString(region.coach().accountId()), "gaat_door", "ja"));
        } else {
            tasks().complete(region.coach(), task.id(), Map.of("verslag", "Gaat goed", "gestart", "ja"));
        }
    }

    long count(String what, Object... parameters) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM " + what)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    void awaitEverythingTold() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(count("EVENT_PUBLICATION"))
                        .as("entries in the outbox")
                        .isZero());
    }

    /** Every young person of the region went the whole way: each step once, each phase once, one end. */
    void assertEachWentTheWholeWayOnce(TestRegion region, int youngPeople) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(transfers(region))
                        .hasSize(youngPeople)
                        .extracting(TransferSummary::outcome)
                        .containsOnly("afgerond"));
        awaitEverythingTold();
        assertThat(transfers(region)).allSatisfy(transfer -> {
            assertThat(way(region, transfer))
                    .extracting(TaskLine::stepName)
                    .containsExactly("Kennismaken", "Begeleiden");
            assertThat(way(region, transfer)).extracting(TaskLine::state).containsOnly(TaskState.COMPLETED);
            assertThat(context.getBean(Transfers.class)
                            .dossier(region.coordinator(), transfer.id())
                            .phases())
                    .extracting(PhaseVisit::phase)
                    .containsExactly("eerste", "tweede");
        });
        assertThat(steeringCounts(region))
                .containsOnly(
                        entry("REFERRED ", youngPeople),
                        entry("ENTERED eerste", youngPeople),
                        entry("LEFT eerste", youngPeople),
                        entry("ENTERED tweede", youngPeople),
                        entry("LEFT tweede", youngPeople),
                        entry("OUTCOME afgerond", youngPeople));
        assertThat(count("inbox WHERE region_id = ?", region.region().id())).isZero();
        assertThat(count(
                        "audit_entry WHERE region_id = ? AND action = 'TASK_COMPLETED'",
                        region.region().id()))
                .isEqualTo(2L * youngPeople);
    }

    private Map<String, Integer> steeringCounts(TestRegion region) {
        return context
                .getBean(JdbcClient.class)
                .sql("SELECT CONCAT(kind, ' ', code) AS what, SUM(number) AS number FROM steering_count"
                        + " WHERE region_id = ? AND kind <> 'DAYS' GROUP BY kind, code")
                .param(region.region().id())
                .query((rs, n) -> entry(rs.getString("what"), rs.getInt("number")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void close() {
        context.close();
    }
}
