package nl.landingsbaan.platform.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Conditions and checks of forms, the same for every screen and for the server. */
@Component
public class Forms {

    private static final int MAX_TEXT = 200;
    private static final int MAX_LONG_TEXT = 4000;

    /** The keys of the fields (and headings) whose condition hides them, given the answers so far. */
    public Set<String> hidden(Form form, Map<String, Object> answers) {
        Map<String, Object> typed = new HashMap<>();
        for (FormField field : form.questions()) {
            Object value = Answer.of(field, answers.get(field.key())).value();
            if (value != null) {
                typed.put(field.key(), value);
            }
        }
        // A hidden answer counts as not given, so that hiding one field can hide the next.
        Set<String> hidden = Set.of();
        for (int round = 0; round <= form.fields().size(); round++) {
            Map<String, Object> known = new HashMap<>(typed);
            known.keySet().removeAll(hidden);
            Set<String> next = new HashSet<>();
            for (FormField field : form.fields()) {
                if (field.hideCondition() != null && Feel.isTrue(field.hideCondition(), known)) {
                    next.add(field.key());
                }
            }
            if (next.equals(hidden)) {
                break;
            }
            hidden = next;
        }
        return hidden;
    }

    /**
     * Checks answers on the server. Values may be typed already or be text; what is hidden is dropped unread.
     *
     * @param choicesBySource the choices of each {@link FormField#choiceSource()}
     */
    public CheckedAnswers check(Form form, Map<String, Object> raw, Map<String, List<Choice>> choicesBySource) {
        Set<String> hidden = hidden(form, raw);
        Map<String, Object> answers = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (FormField field : form.questions()) {
            if (hidden.contains(field.key())) {
                continue;
            }
            Answer answer = Answer.of(field, raw.get(field.key()));
            String error = answer.error() != null ? answer.error() : error(field, answer.value(), choicesBySource);
            if (error != null) {
                errors.put(field.key(), error);
            } else if (answer.value() != null) {
                answers.put(field.key(), answer.value());
            }
        }
        return new CheckedAnswers(answers, errors);
    }

    private static String error(FormField field, Object value, Map<String, List<Choice>> choicesBySource) {
        if (value == null || (field.type() == FieldType.YES_NO && value.equals(false))) {
            return field.required() ? missing(field) : null;
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> textError(field, (String) value);
            case NUMBER -> numberError(field, (java.math.BigDecimal) value);
            case CHOICE, RADIO -> choiceError(field, List.of((String) value), choicesBySource);
            case MULTIPLE_CHOICE -> {
                @SuppressWarnings("unchecked")
                var values = (List<String>) value;
                yield choiceError(field, values, choicesBySource);
            }
            case DATE, YES_NO, HEADING -> null;
        };
    }

    private static String missing(FormField field) {
        return switch (field.type()) {
            case CHOICE, RADIO, MULTIPLE_CHOICE -> "Maak een keuze bij '" + field.label() + "'.";
            case DATE -> "Kies een datum bij '" + field.label() + "'.";
            case YES_NO -> "Zet een vinkje bij '" + field.label() + "'. Zonder dit vinkje kunt u niet afronden.";
            default -> "Vul '" + field.label() + "' in.";
        };
    }

    private static String textError(FormField field, String text) {
        int max = field.maxLength() != null
                ? field.maxLength()
                : field.type() == FieldType.TEXT ? MAX_TEXT : MAX_LONG_TEXT;
        if (text.length() > max) {
            return "'" + field.label() + "' is te lang: " + text.length() + " tekens. Maak het korter, hoogstens " + max
                    + " tekens.";
        }
        if (field.minLength() != null && text.length() < field.minLength()) {
            return "'" + field.label() + "' is te kort. Schrijf minstens " + field.minLength() + " tekens.";
        }
        if (field.pattern() != null && !text.matches(field.pattern())) {
            return "'" + field.label() + "' heeft niet de goede vorm."
                    + (field.description() == null ? " Kijk na wat u typte." : " " + field.description());
        }
        return null;
    }

    private static String numberError(FormField field, java.math.BigDecimal number) {
        if (field.min() != null && number.compareTo(field.min()) < 0) {
            return "'" + field.label() + "' is te laag. Vul " + field.min().toPlainString() + " of meer in.";
        }
        if (field.max() != null && number.compareTo(field.max()) > 0) {
            return "'" + field.label() + "' is te hoog. Vul " + field.max().toPlainString() + " of minder in.";
        }
        return null;
    }

    private static String choiceError(FormField field, List<String> values, Map<String, List<Choice>> choicesBySource) {
        List<Choice> offered = field.choiceSource() == null
                ? field.choices()
                : choicesBySource.getOrDefault(field.choiceSource(), List.of());
        boolean all = values.stream()
                .allMatch(v -> offered.stream().anyMatch(c -> c.value().equals(v)));
        return all ? null : "Deze keuze is er niet bij '" + field.label() + "'. Kies opnieuw uit de lijst.";
    }
}
