package nl.landingsbaan.platform.transfer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.people.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose transfers these are, for whoever may see them. */
@Service
public class TransferNames {

    private final JdbcClient jdbc;
    private final Participants participants;

    TransferNames(JdbcClient jdbc, Participants participants) {
        this.jdbc = jdbc;
        this.participants = participants;
    }

    /** The names of the young people of these transfers, by transfer; transfers that the actor may not see are absent. */
    @Transactional(readOnly = true)
    public Map<Long, String> of(Actor actor, Collection<Long> transferIds) {
        var visible = transferIds.isEmpty() ? transferIds : participants.visible(actor, transferIds);
        if (visible.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT t.id, y.first_name, y.last_name FROM transfer t JOIN young_person y"
                        + " ON y.region_id = t.region_id AND y.id = t.young_person_id"
                        + " WHERE t.region_id = :region AND t.id IN (:ids)")
                .param("region", actor.regionId())
                .param("ids", visible)
                .query((rs, n) -> Map.entry(rs.getLong(1), rs.getString(2) + " " + rs.getString(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The transfers of a young person that have not ended. */
    @Transactional(readOnly = true)
    public List<Long> running(long regionId, long youngPersonId) {
        return jdbc.sql("SELECT id FROM transfer WHERE region_id = ? AND young_person_id = ? AND ended_at IS NULL")
                .params(regionId, youngPersonId)
                .query(Long.class)
                .list();
    }
}
