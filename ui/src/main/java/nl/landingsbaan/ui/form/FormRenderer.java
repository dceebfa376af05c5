package nl.landingsbaan.ui.form;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.shared.Registration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.FieldType;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.form.Forms;

/**
 * A form on the screen. What is typed stays, whatever the server says about it, and also while a condition hides the field. Values
 * go in and out by field key, as {@link Forms#check} and {@code Tasks.saveDraft} take them.
 */
public class FormRenderer extends Div {

    private static final int TYPING_PAUSE = 400;

    private final Form form;
    private final transient Forms forms;
    private final Map<String, List<Choice>> choicesBySource;
    private final Map<String, Component> shown = new LinkedHashMap<>();
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final Div summary = new Div();
    private final List<Consumer<Map<String, Object>>> listeners = new ArrayList<>();
    private boolean filling;

    /** @param choicesBySource the choices of the fields that do not have fixed ones, by their source */
    public FormRenderer(Form form, Map<String, List<Choice>> choicesBySource, Forms forms) {
        this.form = form;
        this.forms = forms;
        this.choicesBySource = choicesBySource;
        addClassName("lb-form");
        summary.addClassNames("lb-banner", "lb-banner-late", "lb-form-summary");
        summary.getElement().setAttribute("role", "alert");
        summary.setVisible(false);
        add(summary);
        form.fields().forEach(this::addField);
        hideByCondition();
    }

    /** Shows values, typed or as the text of a draft. Unknown keys are passed over. */
    public void fill(Map<String, Object> values) {
        filling = true;
        try {
            form.questions().forEach(field -> {
                if (values.containsKey(field.key())) {
                    write(field, values.get(field.key()));
                }
            });
        } finally {
            filling = false;
        }
        hideByCondition();
    }

    /** Everything that was filled in, as it stands on the screen, hidden fields included; empty fields are absent. */
    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        form.questions().forEach(field -> {
            var value = read(field);
            if (value != null) {
                values.put(field.key(), value);
            }
        });
        return values;
    }

    /** Has the listener called with all values after each change by the user. */
    public Registration onChange(Consumer<Map<String, Object>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Shows what the server did not accept: above the form and at each field, and brings the user to the first.
     *
     * @param errors field key to message; messages of other keys are shown above the form
     */
    public void showErrors(Map<String, String> errors) {
        clearErrors();
        var list = new UnorderedList();
        Component first = null;
        for (var entry : inOrder(errors).entrySet()) {
            var field = fields.get(entry.getKey());
            if (field == null) {
                list.add(new ListItem(entry.getValue()));
                continue;
            }
            var validation = (HasValidationProperties) field;
            validation.setErrorMessage(entry.getValue());
            validation.setInvalid(true);
            var link = new NativeButton(entry.getValue(), click -> focus(field));
            link.getElement().setAttribute("type", "button");
            list.add(new ListItem(link));
            first = first == null ? field : first;
        }
        summary.removeAll();
        summary.add(new H2(getTranslation("formulier.fouten")), list);
        summary.setVisible(true);
        if (first != null) {
            focus(first);
        } else {
            summary.scrollIntoView();
        }
    }

    /** Takes all messages away. */
    public void clearErrors() {
        summary.setVisible(false);
        fields.values().forEach(field -> ((HasValidationProperties) field).setInvalid(false));
    }

    /** What was filled in as plain text, to copy: "label: answer" on each line. */
    public String asText() {
        var hidden = forms.hidden(form, values());
        var text = new StringBuilder();
        form.questions().stream().filter(field -> !hidden.contains(field.key())).forEach(field -> {
            var value = read(field);
            if (value != null) {
                text.append(field.label())
                        .append(": ")
                        .append(inWords(field, value))
                        .append('\n');
            }
        });
        return text.toString();
    }

    private Map<String, String> inOrder(Map<String, String> errors) {
        var ordered = new LinkedHashMap<String, String>();
        errors.forEach((key, message) -> {
            if (!fields.containsKey(key)) {
                ordered.put(key, message);
            }
        });
        fields.keySet().stream().filter(errors::containsKey).forEach(key -> ordered.put(key, errors.get(key)));
        return ordered;
    }

    private static void focus(Component field) {
        field.getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus()");
    }

    private void addField(FormField field) {
        var component = field.type() == FieldType.HEADING ? new Explanation(field.text()) : input(field);
        component.addClassNames("lb-form-" + field.type().name().toLowerCase().replace('_', '-'));
        shown.put(field.key(), component);
        add(component);
    }

    private Component input(FormField field) {
        var input = component(field);
        ((HasLabel) input).setLabel(field.label());
        if (field.description() != null) {
            ((HasHelper) input).setHelperText(field.description());
        }
        if (input instanceof HasSize sized) {
            sized.setWidthFull();
        }
        if (input instanceof HasValueChangeMode typing) {
            typing.setValueChangeMode(ValueChangeMode.LAZY);
            typing.setValueChangeTimeout(TYPING_PAUSE);
        }
        var value = (HasValue<?, ?>) input;
        if (field.type() == FieldType.MULTIPLE_CHOICE) {
            // Vaadin would put aria-required on a group, where it is not allowed.
            input.setClassName("lb-required", field.required());
        } else {
            value.setRequiredIndicatorVisible(field.required());
        }
        input.setId("veld-" + field.key());
        // The server alone says what is wrong, when it is asked.
        input.getElement().setProperty("manualValidation", true);
        fields.put(field.key(), input);
        value.addValueChangeListener(change -> changed(input));
        return input;
    }

    private Component component(FormField field) {
        return switch (field.type()) {
            case TEXT -> new TextField();
            case LONG_TEXT -> area();
            case NUMBER -> number();
            case DATE -> new DateInput();
            case CHOICE -> choice(field);
            case RADIO -> radio(field);
            case MULTIPLE_CHOICE -> several(field);
            case YES_NO -> new Checkbox();
            case HEADING -> throw new IllegalArgumentException(field.key());
        };
    }

    private static TextArea area() {
        var area = new TextArea();
        area.setMinRows(3);
        area.setMaxRows(12);
        return area;
    }

    /** Text, so that a number that was typed wrong stays to be mended. */
    private static TextField number() {
        var number = new TextField();
        number.getElement().executeJs("this.inputElement && this.inputElement.setAttribute('inputmode', 'decimal')");
        return number;
    }

    private Component choice(FormField field) {
        var box = new ComboBox<Choice>();
        box.setItems(choices(field));
        box.setItemLabelGenerator(Choice::label);
        box.setClearButtonVisible(!field.required());
        box.setPlaceholder(getTranslation("formulier.kies"));
        return box;
    }

    private Component radio(FormField field) {
        var group = new RadioButtonGroup<Choice>();
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        group.setItems(choices(field));
        group.setItemLabelGenerator(Choice::label);
        return group;
    }

    private Component several(FormField field) {
        var group = new CheckboxGroup<Choice>();
        group.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        group.setItems(choices(field));
        group.setItemLabelGenerator(Choice::label);
        return group;
    }

    private List<Choice> choices(FormField field) {
        return field.choiceSource() == null
                ? field.choices()
                : choicesBySource.getOrDefault(field.choiceSource(), List.of());
    }

    private void changed(Component input) {
        if (filling) {
            return;
        }
        ((HasValidationProperties) input).setInvalid(false);
        hideByCondition();
        var values = values();
        List.copyOf(listeners).forEach(listener -> listener.accept(values));
    }

    private void hideByCondition() {
        var hidden = forms.hidden(form, values());
        shown.forEach((key, component) -> component.setVisible(!hidden.contains(key)));
    }

    private Object read(FormField field) {
        return switch (fields.get(field.key())) {
            case DateInput date -> date.typed();
            case Checkbox box -> box.getValue() ? Boolean.TRUE : null;
            case CheckboxGroup<?> group ->
                group.isEmpty()
                        ? null
                        : group.getValue().stream()
                                .map(each -> ((Choice) each).value())
                                .toList();
            case AbstractField<?, ?> single ->
                single.isEmpty()
                        ? null
                        : single.getValue() instanceof Choice choice ? choice.value() : single.getValue();
            default -> throw new IllegalStateException(field.key());
        };
    }

    @SuppressWarnings("unchecked")
    private void write(FormField field, Object value) {
        switch (fields.get(field.key())) {
            case DateInput date -> date.setValue(date(value));
            case Checkbox box -> box.setValue(value != null && Boolean.parseBoolean(value.toString()));
            case CheckboxGroup<?> group -> ((CheckboxGroup<Choice>) group).setValue(chosen(field, several(value)));
            case TextField text -> text.setValue(Objects.toString(value, ""));
            case TextArea text -> text.setValue(Objects.toString(value, ""));
            case AbstractField<?, ?> single ->
                ((AbstractField<?, Choice>) single)
                        .setValue(chosen(field, value == null ? List.of() : List.of(value.toString())).stream()
                                .findFirst()
                                .orElse(null));
            default -> throw new IllegalStateException(field.key());
        }
    }

    private Set<Choice> chosen(FormField field, Collection<String> values) {
        var chosen = new LinkedHashSet<Choice>();
        choices(field).stream()
                .filter(choice -> values.contains(choice.value()))
                .forEach(chosen::add);
        return chosen;
    }

    private static List<String> several(Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> values -> values.stream().map(Object::toString).toList();
            default ->
                Arrays.stream(value.toString().split(",")).map(String::strip).toList();
        };
    }

    private static LocalDate date(Object value) {
        if (value == null || value instanceof LocalDate) {
            return (LocalDate) value;
        }
        try {
            return LocalDate.parse(value.toString());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private String inWords(FormField field, Object value) {
        return switch (value) {
            case LocalDate date -> date.getDayOfMonth() + "-" + date.getMonthValue() + "-" + date.getYear();
            case Boolean ticked -> getTranslation("formulier.ja");
            case Collection<?> values -> String.join(", ", labels(field, several(values)));
            default ->
                field.type() == FieldType.CHOICE || field.type() == FieldType.RADIO
                        ? String.join(", ", labels(field, List.of(value.toString())))
                        : value.toString();
        };
    }

    private List<String> labels(FormField field, List<String> values) {
        return chosen(field, values).stream().map(Choice::label).toList();
    }
}
