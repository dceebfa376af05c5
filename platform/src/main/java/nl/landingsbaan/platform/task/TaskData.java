package nl.landingsbaan.platform.task;

import static nl.landingsbaan.platform.people.Holding.person;
import static nl.landingsbaan.platform.people.Holding.role;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import org.springframework.stereotype.Component;

@Component
class TaskData implements PersonalData {

    private static final String OF_TRANSFERS = "transfer_id IN (:transfers)";

    private final TaskRepository tasks;
    private final Drafts drafts;

    TaskData(TaskRepository tasks, Drafts drafts) {
        this.tasks = tasks;
        this.drafts = drafts;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(
                Holding.told(
                        "taken",
                        "task",
                        "Wat medewerkers voor u deden of nog doen, met wat al is ingevuld maar nog niet verstuurd.",
                        "id AS nummer, (SELECT name FROM route_step WHERE route_step.id = step_id) AS stap, "
                                + role("role_code", "rol") + ", state AS stand, opened_at AS begonnen_op,"
                                + " due_at AS uiterlijk, closed_at AS gesloten_op, "
                                + person("closed_by", "gesloten_door") + ", postponed_at AS uitgesteld_op, "
                                + person("postponed_by", "uitgesteld_door")
                                + ", postpone_reason AS reden_uitstel, draft IS NOT NULL AS concept",
                        OF_TRANSFERS,
                        this::opened),
                Holding.untold(
                        "inbox",
                        "In wiens lijst een open taak staat.",
                        "task_id IN (SELECT id FROM task WHERE region_id = :region AND " + OF_TRANSFERS + ")"),
                new Holding(
                        null,
                        "saved_filter",
                        "Zoekwoorden die een medewerker bewaart.",
                        null,
                        UnaryOperator.identity(),
                        "UPDATE saved_filter SET search = NULL, name = IF(LOCATE(:firstName, name) + LOCATE(:lastName,"
                                + " name) > 0, CONCAT('Filter ', id), name) WHERE region_id = :region AND"
                                + " (LOCATE(:firstName, search) > 0 OR LOCATE(:lastName, search) > 0"
                                + " OR LOCATE(:firstName, name) > 0 OR LOCATE(:lastName, name) > 0)"));
    }

    private Map<String, Object> opened(Map<String, Object> row) {
        var told = new LinkedHashMap<>(row);
        var id = ((Number) row.get("nummer")).longValue();
        told.put("concept", tasks.findById(id).map(drafts::read).orElse(Map.of()));
        return told;
    }
}
