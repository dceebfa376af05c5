package nl.landingsbaan.platform.calendar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.form.Feel;
import nl.landingsbaan.platform.route.EngineVocabulary;
import nl.landingsbaan.platform.route.Moment;
import nl.landingsbaan.platform.route.TimedProcess;
import nl.landingsbaan.platform.transfer.TransferEnded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where the engine waits for something that hangs on an anchor. Everything may be told again and changes nothing then. */
@Service
public class OpenMoments {

    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    OpenMoments(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An element that is waited in.
     *
     * @param variables what its formulas read, apart from the anchors
     */
    record Row(
            long transferId,
            long elementInstanceKey,
            long processInstanceKey,
            long processDefinitionKey,
            String hostId,
            Map<String, Object> variables,
            Instant openedAt) {}

    /**
     * The engine came to an element that carries moments, or into a process that was called.
     *
     * @param process what the element is part of
     * @param hostId the element as drawn
     * @param variables everything that the engine knows there
     */
    @Transactional
    public void reached(
            long regionId,
            long transferId,
            TimedProcess process,
            String hostId,
            long elementInstanceKey,
            long processInstanceKey,
            long processDefinitionKey,
            Map<String, Object> variables) {
        jdbc.sql("INSERT IGNORE INTO open_moment (region_id, transfer_id, element_instance_key, process_instance_key,"
                        + " process_definition_key, host_id, variables, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        regionId,
                        transferId,
                        elementInstanceKey,
                        processInstanceKey,
                        processDefinitionKey,
                        hostId,
                        json.writeValueAsString(read(process.at(hostId), variables)),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private static Map<String, Object> read(List<Moment> moments, Map<String, Object> variables) {
        var read = new HashMap<String, Object>();
        moments.stream()
                .flatMap(moment -> Feel.variables(moment.formula()).stream())
                .filter(name -> !name.equals(EngineVocabulary.ANCHORS) && variables.get(name) != null)
                .forEach(name -> read.put(name, variables.get(name)));
        return read;
    }

    /** The elements that are held to be active. */
    @Transactional(readOnly = true)
    public List<Long> elements(long regionId, long transferId) {
        return jdbc.sql("SELECT element_instance_key FROM open_moment WHERE region_id = ? AND transfer_id = ?")
                .params(regionId, transferId)
                .query(Long.class)
                .list();
    }

    /** The engine is there no longer. */
    @Transactional
    public void gone(long regionId, long transferId, long elementInstanceKey) {
        jdbc.sql("DELETE FROM open_moment WHERE region_id = ? AND transfer_id = ? AND element_instance_key = ?")
                .params(regionId, transferId, elementInstanceKey)
                .update();
    }

    @EventListener
    @Transactional
    void ended(TransferEnded ended) {
        jdbc.sql("DELETE FROM open_moment WHERE region_id = ? AND transfer_id = ?")
                .params(ended.regionId(), ended.transferId())
                .update();
    }

    List<Row> of(long regionId, Collection<Long> transferIds) {
        return transferIds.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "SELECT transfer_id, element_instance_key, process_instance_key, process_definition_key, host_id,"
                                        + " variables, opened_at FROM open_moment WHERE region_id = :region AND transfer_id IN"
                                        + " (:transfers) ORDER BY transfer_id, element_instance_key")
                        .param("region", regionId)
                        .param("transfers", transferIds)
                        .query((rs, n) -> new Row(
                                rs.getLong(1),
                                rs.getLong(2),
                                rs.getLong(3),
                                rs.getLong(4),
                                rs.getString(5),
                                json.readValue(rs.getString(6), VARIABLES),
                                rs.getTimestamp(7).toInstant()))
                        .list();
    }

    /** The engine has set anew what this element waits for. */
    void setAnew(long regionId, long transferId, long elementInstanceKey) {
        jdbc.sql(
                        "UPDATE open_moment SET opened_at = ? WHERE region_id = ? AND transfer_id = ? AND element_instance_key = ?")
                .params(Timestamp.from(clock.instant()), regionId, transferId, elementInstanceKey)
                .update();
    }
}
