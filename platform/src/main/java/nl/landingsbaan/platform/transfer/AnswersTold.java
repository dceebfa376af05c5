package nl.landingsbaan.platform.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.landingsbaan.platform.route.Routes;
import org.springframework.stereotype.Component;

/** Stored answers as they are told to the young person. */
@Component
class AnswersTold {

    private final AnswerRepository answers;
    private final TransferRepository transfers;
    private final Routes routes;
    private final AnswerStore store;
    private final AnswerTexts texts;

    AnswersTold(
            AnswerRepository answers,
            TransferRepository transfers,
            Routes routes,
            AnswerStore store,
            AnswerTexts texts) {
        this.answers = answers;
        this.transfers = transfers;
        this.routes = routes;
        this.store = store;
        this.texts = texts;
    }

    /** A stored answer as it is told to the young person: with its label, and its value in words. */
    Map<String, Object> of(Map<String, Object> stored) {
        var told = new LinkedHashMap<>(stored);
        var row = answers.findById(((Number) told.remove("id")).longValue()).orElseThrow();
        var version = transfers.findById(row.transferId).orElseThrow().routeVersionId;
        var form = routes.form(version, row.formId);
        var value = store.value(row);
        told.put("waarde", value);
        form.field(row.fieldKey).ifPresent(field -> {
            told.put("vraag", field.label());
            told.put("in_woorden", texts.text(row.regionId, form, field, value));
        });
        return told;
    }
}
