package nl.landingsbaan.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import nl.landingsbaan.platform.task.FilterRefused;
import nl.landingsbaan.platform.task.SavedFilter;
import nl.landingsbaan.platform.task.SavedFilters;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.ui.shell.CurrentActor;

/** Keeps the filter that is shown under a name, and renames and deletes those that were kept. */
class FiltersDialog extends Dialog {

    private final CurrentActor current;
    private final transient SavedFilters filters;
    private final UnorderedList list = new UnorderedList();
    private final H3 kept = new H3(getTranslation("filters.bewaard"));
    private final TextField name = new TextField(getTranslation("filters.naam"));
    private final Checkbox always = new Checkbox(getTranslation("filters.standaard"));
    private final transient Runnable changed;

    FiltersDialog(
            CurrentActor current, SavedFilters filters, TaskFilter shown, boolean byYoungPerson, Runnable changed) {
        this.current = current;
        this.filters = filters;
        this.changed = changed;
        setHeaderTitle(getTranslation("filters.titel"));
        setWidth("min(34rem, 100%)");
        list.addClassName("lb-filter-list");
        name.setMaxLength(60);
        name.setWidthFull();
        var save = new Button(getTranslation("filters.bewaren"), click -> save(shown, byYoungPerson));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var content = new Div(new Paragraph(getTranslation("filters.uitleg")), name, always, save, kept, list);
        content.addClassName("lb-dialog-form");
        add(content);
        getFooter().add(new Button(getTranslation("taken.sluiten"), click -> close()));
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                name.focus();
            }
        });
        show();
    }

    private void save(TaskFilter shown, boolean byYoungPerson) {
        try {
            var saved = filters.save(current.get(), name.getValue(), shown, byYoungPerson);
            if (always.getValue()) {
                filters.makeDefault(current.get(), saved.id());
            }
            name.clear();
            name.setInvalid(false);
            always.clear();
            show();
            changed.run();
        } catch (FilterRefused e) {
            refused(name, e);
        }
    }

    private void show() {
        var all = filters.of(current.get());
        kept.setVisible(!all.isEmpty());
        list.removeAll();
        all.forEach(filter -> list.add(item(filter)));
    }

    private ListItem item(SavedFilter filter) {
        var field = new TextField();
        field.setAriaLabel(getTranslation("filters.naam.van", filter.name()));
        field.setValue(filter.name());
        field.setMaxLength(60);
        field.addValueChangeListener(change -> {
            try {
                filters.rename(current.get(), filter.id(), change.getValue());
                field.setInvalid(false);
                changed.run();
            } catch (FilterRefused e) {
                refused(field, e);
            }
        });
        var standard = new Checkbox(getTranslation("filters.standaard.kort"), filter.isDefault());
        standard.addValueChangeListener(change -> {
            filters.makeDefault(current.get(), change.getValue() ? filter.id() : null);
            show();
            changed.run();
        });
        var delete = new Button(getTranslation("filters.verwijderen"), click -> {
            filters.delete(current.get(), filter.id());
            show();
            changed.run();
        });
        delete.setAriaLabel(getTranslation("filters.verwijderen.van", filter.name()));
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return new ListItem(field, standard, delete);
    }

    private static void refused(TextField field, FilterRefused e) {
        field.setErrorMessage(e.getMessage());
        field.setInvalid(true);
        field.focus();
    }
}
