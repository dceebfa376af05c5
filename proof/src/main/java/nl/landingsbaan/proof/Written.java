package nl.landingsbaan.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;

/** Answers as a scenario writes them, turned into what a form takes. */
final class Written {

    /** Members of a group: all, nobody, or as many of those who came up first. */
    private static final String ALL = "allen";

    private static final String NOBODY = "niemand";
    private static final Pattern FIRST = Pattern.compile("eerste (\\d+)");

    private final Cast cast;
    private final Map<String, LocalDate> anchors;

    /** @param anchors of the day, with {@code vandaag} among them */
    Written(Cast cast, Map<String, LocalDate> anchors) {
        this.cast = cast;
        this.anchors = anchors;
    }

    /**
     * The usual answers of a step, but for those that are different or left out; free text has the mark of the pass.
     *
     * @param choices of the form's fields, by source
     * @throws Otherwise when the form does not ask for it, or somebody is unknown
     */
    Map<String, Object> answers(
            Form form,
            Map<String, List<Choice>> choices,
            String step,
            Map<String, Object> different,
            List<String> without) {
        var written = new HashMap<>(cast.scenarios().answersTo(step));
        written.putAll(different);
        without.forEach(written::remove);
        var answers = new HashMap<String, Object>();
        written.forEach((key, value) -> answers.put(
                key,
                answer(
                        form.field(key)
                                .orElseThrow(() ->
                                        new Otherwise("het formulier van '" + step + "' vraagt niet naar " + key)),
                        choices,
                        value)));
        form.questions().stream()
                .filter(field -> field.freeText() && field.pattern() == null && !without.contains(field.key()))
                .forEach(field -> answers.merge(field.key(), SchoolYearPass.MARK, (text, mark) -> text + " " + mark));
        return answers;
    }

    private Object answer(FormField field, Map<String, List<Choice>> choices, Object value) {
        if (field.asksForMembers()) {
            return members(choices.getOrDefault(field.choiceSource(), List.of()), value);
        }
        if (field.choiceSource() != null) {
            return Long.toString(
                    field.choiceSource().startsWith("medewerkers.") ? account(value) : organisation(value));
        }
        return switch (field.type()) {
            case DATE -> Day.read(value.toString(), anchors).toString();
            case YES_NO -> value.equals("ja") || value.equals("true");
            case MULTIPLE_CHOICE -> value instanceof List<?> list ? list : List.of(value.toString());
            default -> value.toString();
        };
    }

    private List<String> members(List<Choice> offered, Object value) {
        var all = offered.stream()
                .map(Choice::value)
                .sorted((a, b) -> Long.compare(Long.parseLong(a), Long.parseLong(b)))
                .toList();
        if (value.equals(ALL)) {
            return all;
        }
        if (value.equals(NOBODY)) {
            return List.of();
        }
        var first = FIRST.matcher(value.toString());
        if (first.matches()) {
            return all.subList(0, Math.min(all.size(), Integer.parseInt(first.group(1))));
        }
        var chosen = new ArrayList<String>();
        for (var name : value instanceof List<?> list ? list : List.of(value)) {
            var these = cast.transfers(name.toString()).stream()
                    .map(Object::toString)
                    .filter(all::contains)
                    .toList();
            if (these.isEmpty()) {
                throw new Otherwise(name + " is geen lid van de groep, of kan hier niet worden gekozen");
            }
            chosen.addAll(these);
        }
        return chosen;
    }

    private long account(Object name) {
        return Optional.ofNullable(cast.person(name.toString()))
                .orElseThrow(() -> new Otherwise("wie is " + name + "? Die staat niet bij de mensen in vooraf.yaml"))
                .accountId();
    }

    private long organisation(Object code) {
        return cast.organisation(code.toString())
                .orElseThrow(() -> new Otherwise("welke organisatie is " + code + "? Die staat niet in region.yaml"))
                .id();
    }
}
