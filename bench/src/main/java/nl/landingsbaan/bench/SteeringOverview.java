package nl.landingsbaan.bench;

import java.util.List;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.steering.Throughput;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The figures of one region, with every year of its history. */
final class SteeringOverview {

    private final Throughput throughput;
    private final JdbcTemplate jdbc;
    private final List<Actor> actors;

    SteeringOverview(ApplicationContext platform, World world) {
        throughput = platform.getBean(Throughput.class);
        jdbc = platform.getBean(JdbcTemplate.class);
        var people = platform.getBean(People.class);
        actors = world.places().stream()
                .map(place -> people.actor(
                                place.steeringAccountId(), place.region().id())
                        .orElseThrow())
                .toList();
    }

    Samples measure(int times) {
        Workload.run(times / 4, 1, this::overview);
        return Workload.measure(times, 1, this::overview);
    }

    void explain(Report report) {
        for (var sql : Statements.of(() -> overview(0))) {
            Statements.explain(jdbc, sql).forEach(line -> report.note("EXPLAIN of the overview: " + line));
        }
    }

    private void overview(int number) {
        var actor = actors.get(number % actors.size());
        var years = throughput.schoolYears(actor);
        var overview = throughput.overview(actor, years.get(number / actors.size() % years.size()));
        if (overview.phases().isEmpty()) {
            throw new IllegalStateException("An overview without figures");
        }
    }
}
