package nl.landingsbaan.platform.transfer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.form.FieldType;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects values of a dossier outside the tasks in which they were given. */
@Service
public class Corrections {

    /** The key of an error about the reason of a correction. */
    public static final String REASON = "reden";

    private static final int MAX_REASON = 500;

    private final Readings readings;
    private final Sights sights;
    private final AnswerStore store;
    private final Participants participants;
    private final Forms forms;
    private final FormChoices choices;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Corrections(
            Readings readings,
            Sights sights,
            AnswerStore store,
            Participants participants,
            Forms forms,
            FormChoices choices,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.readings = readings;
        this.sights = sights;
        this.store = store;
        this.participants = participants;
        this.forms = forms;
        this.choices = choices;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What the actor needs to correct a value of a dossier that they may see.
     *
     * @throws CorrectionRefused when the value is not there for the actor, or not theirs to correct
     */
    @Transactional(readOnly = true)
    public Correction correction(Actor actor, TransferKey transfer, String key) {
        var latest = correctable(actor, transfer, key);
        var form = new Form(latest.form().id(), List.of(latest.field().alone()));
        return new Correction(
                form,
                choices.of(transfer.regionId(), form),
                Map.of(key, store.value(latest.row())),
                latest.field().processVariable());
    }

    /**
     * Corrects a value outside a task. The old value stays as an earlier value. The route is told nothing: what it was told
     * before, it goes on with.
     *
     * @param value typed already or text, checked as in the form; for a box, none is no
     * @return whether the route had been told the old value and goes on with it
     * @throws FormRefused when the value or the reason is missing or wrong
     * @throws CorrectionRefused as {@link #correction}
     */
    @Transactional
    public boolean correct(Actor actor, TransferKey transfer, String key, Object value, String reason) {
        var latest = correctable(actor, transfer, key);
        var form = new Form(latest.form().id(), List.of(latest.field().alone()));
        var given = new HashMap<String, Object>();
        given.put(key, value == null && latest.field().type() == FieldType.YES_NO ? Boolean.FALSE : value);
        var checked = forms.check(form, given, choices.of(transfer.regionId(), form));
        var errors = new LinkedHashMap<>(checked.errors());
        var corrected = checked.answers().get(key);
        if (corrected != null && store.isSame(latest.row(), corrected)) {
            errors.put(key, "Dit staat er al. Verander het, of kies annuleren.");
        }
        if (reason == null || reason.isBlank()) {
            errors.put(REASON, "Schrijf op waarom dit niet klopt.");
        } else if (reason.strip().length() > MAX_REASON) {
            errors.put(REASON, "De reden is te lang. Gebruik hoogstens " + MAX_REASON + " tekens.");
        }
        if (!errors.isEmpty()) {
            throw new FormRefused(errors);
        }
        // Whose words it corrects, its words they are: what is shared with whom stays as it was.
        var source = new Source(actor.accountId(), latest.row().organisationId);
        store.add(transfer, form, null, latest.field(), corrected, source, reason.strip());
        if (Answers.isCountable(latest.field())) {
            events.publishEvent(new ChoicesGiven(
                    transfer.regionId(), transfer.id(), transfer.schoolYear(), Map.of(key, corrected.toString())));
        }
        audit.record(
                actor.regionId(), actor.accountId(), AuditAction.VALUE_CORRECTED, AuditSubject.TRANSFER, transfer.id());
        return latest.field().processVariable();
    }

    private Reading correctable(Actor actor, TransferKey transfer, String key) {
        var viewer = participants.viewer(actor, transfer.id());
        var sight = sights.of(transfer, viewer);
        return readings.of(transfer).stream()
                .filter(each -> each.row().fieldKey.equals(key) && each.isSeenBy(viewer, sight))
                .findFirst()
                .filter(each -> each.isCorrectableBy(viewer))
                .orElseThrow(() -> new CorrectionRefused(key));
    }
}
