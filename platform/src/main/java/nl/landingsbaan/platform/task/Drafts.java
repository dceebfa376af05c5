package nl.landingsbaan.platform.task;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nl.landingsbaan.platform.vault.Place;
import nl.landingsbaan.platform.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was typed in a task and not sent. It may hold anything, so all of it is sealed. */
@Component
class Drafts {

    private static final TypeReference<Map<String, Object>> DRAFT = new TypeReference<>() {};

    private final Vault vault;
    private final JsonMapper json;

    Drafts(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /**
     * Keeps what was typed; nothing typed is no draft.
     *
     * @param organisationId for which organisation it was typed
     */
    void keep(TaskRow task, long organisationId, Map<String, Object> typed) {
        if (!typed.isEmpty()) {
            task.draft = json.writeValueAsString(
                    vault.seal(place(task), json.writeValueAsString(new Kept(organisationId, texts(typed)))));
        } else if (!read(task, organisationId).isEmpty()) {
            task.draft = null;
        }
    }

    /** What was typed for this organisation. What another one typed before the task came here is its own as long as it is not sent. */
    Map<String, Object> read(TaskRow task, long organisationId) {
        var kept = kept(task);
        return kept.organisationId == null || kept.organisationId == organisationId ? kept.typed : Map.of();
    }

    /** What was typed, for whichever organisation: for the young person whom it is about. */
    Map<String, Object> read(TaskRow task) {
        return kept(task).typed;
    }

    private Kept kept(TaskRow task) {
        if (task.draft == null) {
            return new Kept(null, Map.of());
        }
        var sealed = json.readTree(task.draft);
        if (!sealed.isString()) {
            return new Kept(null, json.readValue(task.draft, DRAFT)); // from before there was a vault
        }
        return json.readValue(vault.open(place(task), sealed.stringValue()), Kept.class);
    }

    /** @param organisationId null: not known */
    private record Kept(Long organisationId, Map<String, Object> typed) {

        Kept {
            typed = typed == null ? Map.of() : typed;
        }
    }

    private static Place place(TaskRow task) {
        return new Place(task.regionId, task.transferId, "concept/" + task.id);
    }

    private static Map<String, Object> texts(Map<String, Object> typed) {
        var texts = new HashMap<String, Object>();
        typed.forEach((key, value) -> {
            if (value instanceof Collection<?> || value instanceof Boolean) {
                texts.put(key, value);
            } else if (value != null) {
                texts.put(key, value.toString());
            }
        });
        return texts;
    }
}
