package nl.landingsbaan.platform.transfer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What processes and tasks can be about: a young person's transfer or a group. Tasks and participants refer to the subject, so that the
 * database refuses one of another region, whichever it is.
 */
@Component
public class Subjects {

    /** What a subject is. */
    public enum Kind {
        TRANSFER,
        GROUP
    }

    private final JdbcClient jdbc;

    Subjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id that the transfer or group has too */
    public void add(long regionId, long id, Kind kind) {
        jdbc.sql("INSERT INTO subject (id, region_id, kind) VALUES (?, ?, ?)")
                .params(id, regionId, kind.name())
                .update();
    }
}
