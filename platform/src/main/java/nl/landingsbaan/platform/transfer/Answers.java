package nl.landingsbaan.platform.transfer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.form.Forms;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the answers of filled-in forms: checks them, stores them with who and when, and turns them into what the engine may know. */
@Service
public class Answers {

    private final AnswerStore store;
    private final Participants participants;
    private final Forms forms;
    private final FormChoices choices;
    private final ApplicationEventPublisher events;

    Answers(
            AnswerStore store,
            Participants participants,
            Forms forms,
            FormChoices choices,
            ApplicationEventPublisher events) {
        this.store = store;
        this.participants = participants;
        this.forms = forms;
        this.choices = choices;
        this.events = events;
    }

    /**
     * Checks a filled-in form and stores it.
     *
     * @param taskId the task in which it was filled in; null outside tasks
     * @param source who answers, for which organisation
     * @return the fields that are process variables: dates, numbers, booleans and codes
     * @throws FormRefused when something is missing or wrong; nothing is stored then
     */
    @Transactional
    public Map<String, Object> record(
            TransferKey transfer, Form form, Long taskId, Map<String, Object> raw, Source source) {
        var checked = forms.check(form, raw, choices.of(transfer.regionId(), form));
        if (!checked.errors().isEmpty()) {
            throw new FormRefused(checked.errors());
        }
        var variables = new LinkedHashMap<String, Object>();
        var counted = new HashMap<String, String>();
        for (var field : form.fields()) {
            var value = checked.answers().get(field.key());
            if (value == null) {
                continue;
            }
            store.add(transfer, form, taskId, field, value, source, null);
            if (field.participantRole() != null) {
                participants.answered(transfer, field, value.toString());
            }
            if (field.processVariable()) {
                variables.put(field.key(), AnswerStore.plain(value));
            }
            if (isCountable(field)) {
                counted.put(field.key(), value.toString());
            }
        }
        events.publishEvent(new ChoicesGiven(transfer.regionId(), transfer.id(), transfer.schoolYear(), counted));
        return variables;
    }

    /** Whether a form would be stored, filled in like this. */
    @Transactional(readOnly = true)
    public boolean accepts(TransferKey transfer, Form form, Map<String, Object> raw) {
        return forms.check(form, raw, choices.of(transfer.regionId(), form))
                .errors()
                .isEmpty();
    }

    /** Special personal data is counted nowhere, and is in no event. */
    static boolean isCountable(FormField field) {
        return !field.special()
                && switch (field.type()) {
                    case RADIO, CHOICE -> field.choiceSource() == null;
                    case YES_NO -> true;
                    default -> false;
                };
    }
}
