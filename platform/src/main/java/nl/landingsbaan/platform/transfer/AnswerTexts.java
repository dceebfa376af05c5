package nl.landingsbaan.platform.transfer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;
import org.springframework.stereotype.Component;

/** Answers as people read them. */
@Component
class AnswerTexts {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("nl"));

    private final FormChoices choices;

    AnswerTexts(FormChoices choices) {
        this.choices = choices;
    }

    String text(long regionId, Form form, FormField field, Object value) {
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
}
