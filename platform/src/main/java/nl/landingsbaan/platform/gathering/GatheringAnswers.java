package nl.landingsbaan.platform.gathering;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.transfer.FormChoices;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.Source;
import nl.landingsbaan.platform.transfer.TransferNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The forms of a group's tasks: whom they offer, and what becomes of the answers. What is answered is stored with who and when; who was
 * chosen becomes a mark of that member, and of these the engine hears only how many.
 */
@Service
@Transactional
public class GatheringAnswers {

    private static final String COUNT = "_aantal";

    private final Members members;
    private final TransferNames names;
    private final Forms forms;
    private final FormChoices choices;
    private final Regions regions;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    GatheringAnswers(
            Members members,
            TransferNames names,
            Forms forms,
            FormChoices choices,
            Regions regions,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.members = members;
        this.names = names;
        this.forms = forms;
        this.choices = choices;
        this.regions = regions;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The choices of every source that a form uses, members by the name that the actor may see. */
    @Transactional(readOnly = true)
    public Map<String, List<Choice>> choices(Actor actor, GatheringKey group, Form form) {
        var offered = new HashMap<>(choices.of(group.regionId(), form));
        if (form.questions().stream().noneMatch(FormField::asksForMembers)) {
            return offered;
        }
        var marks = members.of(group.regionId(), group.id());
        var named = named(actor, marks.keySet());
        form.questions().stream()
                .filter(FormField::asksForMembers)
                .forEach(field -> offered.put(
                        field.choiceSource(),
                        named.stream()
                                .filter(choice -> field.membersMarked() == null
                                        || marks.get(Long.valueOf(choice.value()))
                                                .contains(field.membersMarked()))
                                .toList()));
        return offered;
    }

    /** Members as choices, by name; those whose name the actor may not see come last, each with a number. */
    private List<Choice> named(Actor actor, Collection<Long> transferIds) {
        var known = names.of(actor, transferIds);
        var named = new ArrayList<Choice>();
        known.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(each -> named.add(new Choice(each.getKey().toString(), each.getValue())));
        var hidden = transferIds.stream()
                .filter(id -> !known.containsKey(id))
                .sorted(Comparator.naturalOrder())
                .toList();
        for (int number = 1; number <= hidden.size(); number++) {
            named.add(new Choice(
                    hidden.get(number - 1).toString(),
                    GatheringMember.NOT_SHARED + (hidden.size() == 1 ? "" : " " + number)));
        }
        return named;
    }

    /**
     * Checks a filled-in form and stores it.
     *
     * @param taskId the task in which it was filled in; null: the group starts with it
     * @return what the engine may know: process variables, and how many members were chosen
     * @throws FormRefused when something is missing or wrong; nothing is stored then
     */
    public Map<String, Object> record(
            Actor actor, GatheringKey group, Form form, Long taskId, Map<String, Object> raw, Source source) {
        var checked = forms.check(form, raw, choices(actor, group, form));
        var hidden = forms.hidden(form, raw);
        var errors = new LinkedHashMap<>(checked.errors());
        var asked = form.questions().stream()
                .filter(field -> !hidden.contains(field.key()))
                .toList();
        asked.stream().filter(FormField::asksForMembers).forEach(field -> {
            var error = outOfBounds(
                    group.regionId(),
                    field,
                    chosen(checked.answers().get(field.key())).size());
            if (error != null) {
                errors.putIfAbsent(field.key(), error);
            }
        });
        if (!errors.isEmpty()) {
            throw new FormRefused(errors);
        }
        var variables = new LinkedHashMap<String, Object>();
        for (var field : asked) {
            var value = checked.answers().get(field.key());
            if (field.asksForMembers()) {
                var chosen = chosen(value);
                members.mark(group.regionId(), group.id(), field.key(), chosen, source.accountId());
                variables.put(field.key() + COUNT, chosen.size());
            } else if (value != null) {
                store(group, form, taskId, field, value, source);
                if (field.processVariable()) {
                    variables.put(field.key(), plain(value));
                }
            }
        }
        return variables;
    }

    /** What was answered in the tasks of a group, the newest in front. */
    @Transactional(readOnly = true)
    public List<GatheringAnswer> of(GatheringKey group, int limit) {
        return jdbc.sql(
                        "SELECT form_id, field_key, value, group_task_id, answered_by, answered_at FROM gathering_answer"
                                + " WHERE region_id = ? AND gathering_id = ? ORDER BY answered_at DESC, id DESC LIMIT ?")
                .params(group.regionId(), group.id(), limit)
                .query((rs, n) -> new GatheringAnswer(
                        rs.getString(1),
                        rs.getString(2),
                        json.readValue(rs.getString(3), Object.class),
                        rs.getObject(4, Long.class),
                        rs.getLong(5),
                        rs.getTimestamp(6).toInstant()))
                .list();
    }

    private void store(GatheringKey group, Form form, Long taskId, FormField field, Object value, Source source) {
        jdbc.sql("INSERT INTO gathering_answer (id, region_id, gathering_id, group_task_id, form_id, field_key, value,"
                        + " organisation_id, answered_by, answered_at)"
                        + " VALUES (NEXT VALUE FOR id_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        group.regionId(),
                        group.id(),
                        taskId,
                        form.id(),
                        field.key(),
                        json.writeValueAsString(plain(value)),
                        source.organisationId(),
                        source.accountId(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private String outOfBounds(long regionId, FormField field, int chosen) {
        var least = bound(regionId, field.atLeast());
        var most = bound(regionId, field.atMost());
        if (least != null && chosen < least) {
            return "Kies bij '" + field.label() + "' minstens " + least + " jongeren. U koos er " + chosen + ".";
        }
        if (most != null && chosen > most) {
            return "Kies bij '" + field.label() + "' hoogstens " + most + " jongeren. U koos er " + chosen + ".";
        }
        return null;
    }

    private Integer bound(long regionId, String parameter) {
        return parameter != null
                        && regions.region(regionId).settings().parameters().get(parameter) instanceof Number number
                ? Integer.valueOf(number.intValue())
                : null;
    }

    private static Set<Long> chosen(Object value) {
        var chosen = new LinkedHashSet<Long>();
        if (value instanceof Collection<?> several) {
            several.forEach(each -> chosen.add(Long.valueOf(each.toString())));
        }
        return chosen;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case LocalDate date -> date.toString();
            case BigDecimal number -> number;
            default -> value;
        };
    }
}
