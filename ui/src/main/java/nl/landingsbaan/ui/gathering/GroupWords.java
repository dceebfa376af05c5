package nl.landingsbaan.ui.gathering;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.FieldType;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.ui.shell.Dates;

/** How things about groups are said. */
final class GroupWords {

    private GroupWords() {}

    static String members(Component screen, int number) {
        return number == 1
                ? screen.getUI().map(ui -> ui.getTranslation("groep.leden.een")).orElse("")
                : screen.getUI()
                        .map(ui -> ui.getTranslation("groep.leden.aantal", number))
                        .orElse("");
    }

    /** A stored answer as one reads it. */
    static String answer(
            Component screen, FormField field, Object value, Map<String, List<Choice>> choices, Dates dates) {
        var ui = screen.getUI().orElseThrow();
        if (value instanceof Boolean yes) {
            return ui.getTranslation(yes ? "groep.ja" : "groep.nee");
        }
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .map(each -> label(field, each.toString(), choices))
                    .collect(Collectors.joining(", "));
        }
        return field.type() == FieldType.DATE
                ? dates.full(LocalDate.parse(value.toString()), ui.getLocale())
                : label(field, value.toString(), choices);
    }

    private static String label(FormField field, String value, Map<String, List<Choice>> choices) {
        var offered =
                field.choiceSource() == null ? field.choices() : choices.getOrDefault(field.choiceSource(), List.of());
        return offered.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }
}
