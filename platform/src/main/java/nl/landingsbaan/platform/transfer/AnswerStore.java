package nl.landingsbaan.platform.transfer;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.vault.Place;
import nl.landingsbaan.platform.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where answers lie; special values lie sealed. */
@Component
class AnswerStore {

    private final AnswerRepository answers;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    AnswerStore(AnswerRepository answers, Vault vault, JsonMapper json, Clock clock) {
        this.answers = answers;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** Adds an answer; what was said before stays. */
    AnswerRow add(
            TransferKey transfer, Form form, Long taskId, FormField field, Object value, Source source, String reason) {
        var row = new AnswerRow();
        row.regionId = transfer.regionId();
        row.transferId = transfer.id();
        row.formId = form.id();
        row.taskId = taskId;
        row.fieldKey = field.key();
        row.category = field.category();
        row.sealed = field.special() || field.category().special();
        var plain = json.writeValueAsString(plain(value));
        row.value = row.sealed ? json.writeValueAsString(vault.seal(place(row), plain)) : plain;
        row.organisationId = source.organisationId();
        row.answeredBy = source.accountId();
        row.reason = reason;
        row.answeredAt = clock.instant();
        return answers.save(row);
    }

    /** What a row says, opened when it is sealed. */
    Object value(AnswerRow row) {
        return json.readValue(
                row.sealed ? vault.open(place(row), json.readValue(row.value, String.class)) : row.value, Object.class);
    }

    /** Whether a typed value is what the row says already. */
    boolean isSame(AnswerRow row, Object value) {
        return json.writeValueAsString(plain(value)).equals(json.writeValueAsString(value(row)));
    }

    private static Place place(AnswerRow row) {
        return new Place(row.regionId, row.transferId, row.fieldKey);
    }

    /** A typed value as it is stored and told to the engine. */
    static Object plain(Object value) {
        return switch (value) {
            case LocalDate date -> date.toString();
            case BigDecimal number -> number;
            default -> value;
        };
    }
}
