package nl.landingsbaan.platform.transfer;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.route.Routes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The dossier's answers: checked, stored with who and when, and turned into what the engine may know. */
@Service
public class Answers {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("nl"));

    private final AnswerRepository answers;
    private final Participants participants;
    private final Forms forms;
    private final FormChoices choices;
    private final Routes routes;
    private final People people;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Answers(
            AnswerRepository answers,
            Participants participants,
            Forms forms,
            FormChoices choices,
            Routes routes,
            People people,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.answers = answers;
        this.participants = participants;
        this.forms = forms;
        this.choices = choices;
        this.routes = routes;
        this.people = people;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Checks a filled-in form and stores it.
     *
     * @param taskId the task in which it was filled in; null outside tasks
     * @return the fields that the form declares as process variables: dates, numbers, booleans and codes
     * @throws FormRefused when something is missing or wrong; nothing is stored then
     */
    @Transactional
    public Map<String, Object> record(
            TransferKey transfer, Form form, Long taskId, Map<String, Object> raw, long accountId) {
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
            store(transfer, form, taskId, field, value, accountId);
            if (field.participantRole() != null) {
                participants.answered(transfer, field, value.toString());
            }
            if (field.processVariable()) {
                variables.put(field.key(), plain(value));
            }
            if (isCountable(field)) {
                counted.put(field.key(), value.toString());
            }
        }
        events.publishEvent(new ChoicesGiven(transfer.regionId(), transfer.id(), transfer.schoolYear(), counted));
        return variables;
    }

    /** The answers of a transfer that somebody with these roles may see, newest first. */
    @Transactional(readOnly = true)
    public List<GivenAnswer> visible(TransferKey transfer, Set<String> roles, long accountId) {
        var rows = answers.findByRegionIdAndTransferIdOrderByAnsweredAtDescIdDesc(transfer.regionId(), transfer.id());
        var names = people.names(rows.stream().map(row -> row.answeredBy).toList());
        var formsById = rows.stream()
                .map(row -> row.formId)
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> routes.form(transfer.routeVersionId(), id)));
        return rows.stream()
                .filter(row -> formsById.get(row.formId).field(row.fieldKey).isPresent())
                .filter(row -> row.answeredBy == accountId
                        || mayBeSeen(
                                formsById.get(row.formId).field(row.fieldKey).get(), roles))
                .map(row -> given(transfer, formsById.get(row.formId), row, names))
                .toList();
    }

    private GivenAnswer given(TransferKey transfer, Form form, AnswerRow row, Map<Long, String> names) {
        var field = form.field(row.fieldKey).orElseThrow();
        var value = json.readValue(row.value, Object.class);
        return new GivenAnswer(
                row.fieldKey,
                field.label(),
                text(transfer.regionId(), form, field, value),
                row.formId,
                row.taskId,
                names.get(row.answeredBy),
                row.answeredAt);
    }

    private String text(long regionId, Form form, FormField field, Object value) {
        return switch (field.type()) {
            case DATE -> LocalDate.parse(value.toString()).format(DATE);
            case YES_NO -> Boolean.TRUE.equals(value) ? "ja" : "nee";
            case CHOICE, RADIO -> label(regionId, form, field, value);
            case MULTIPLE_CHOICE ->
                ((List<?>) value)
                        .stream()
                                .map(each -> label(regionId, form, field, each))
                                .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private String label(long regionId, Form form, FormField field, Object value) {
        var offered = field.choiceSource() == null
                ? field.choices()
                : choices.of(regionId, form).get(field.choiceSource());
        return offered.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value.toString());
    }

    private void store(TransferKey transfer, Form form, Long taskId, FormField field, Object value, long accountId) {
        var row = new AnswerRow();
        row.regionId = transfer.regionId();
        row.transferId = transfer.id();
        row.formId = form.id();
        row.taskId = taskId;
        row.fieldKey = field.key();
        row.value = json.writeValueAsString(plain(value));
        row.answeredBy = accountId;
        row.answeredAt = clock.instant();
        answers.save(row);
    }

    private static boolean mayBeSeen(FormField field, Set<String> roles) {
        return field.visibleTo().isEmpty() || field.visibleTo().stream().anyMatch(roles::contains);
    }

    private static boolean isCountable(FormField field) {
        return switch (field.type()) {
            case RADIO, CHOICE -> field.choiceSource() == null;
            case YES_NO -> true;
            default -> false;
        };
    }

    private static Object plain(Object value) {
        return switch (value) {
            case LocalDate date -> date.toString();
            case BigDecimal number -> number;
            default -> value;
        };
    }
}
