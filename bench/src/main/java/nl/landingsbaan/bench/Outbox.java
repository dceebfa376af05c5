package nl.landingsbaan.bench;

import org.springframework.jdbc.core.JdbcTemplate;

/** What the engine has still to be told. */
final class Outbox {

    private Outbox() {}

    static void awaitEmpty(JdbcTemplate jdbc) {
        Workload.await(
                "an empty outbox",
                () -> jdbc.queryForObject("SELECT COUNT(*) FROM EVENT_PUBLICATION", Integer.class) == 0);
    }
}
