package nl.landingsbaan.ui.calendar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.landingsbaan.platform.calendar.CalendarRefused;
import nl.landingsbaan.platform.calendar.SchoolCalendar;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.ui.form.DateInput;
import nl.landingsbaan.ui.shell.Messages;

/** Adds the school year after the last one, with a proposal for each day. */
class AddYearDialog extends Dialog {

    private final transient Actor actor;
    private final transient SchoolCalendar calendar;
    private final transient SchoolYear proposed;
    private final transient Runnable afterwards;
    private final Map<String, DateInput> fields = new LinkedHashMap<>();

    AddYearDialog(Actor actor, SchoolCalendar calendar, CalendarWords words, Runnable afterwards) {
        this.actor = actor;
        this.calendar = calendar;
        this.afterwards = afterwards;
        this.proposed = calendar.next(actor);
        setHeaderTitle(getTranslation("kalender.toevoegen.titel", proposed.code()));
        setWidth("min(40rem, 100%)");
        setCloseOnOutsideClick(false);
        var form = new FormLayout();
        proposed.anchors().forEach((anchor, date) -> {
            if (words.isOwn(anchor)) {
                var field = field(words.anchor(anchor), date);
                fields.put(anchor, field);
                form.add(field);
            }
        });
        var content = new Div(new Paragraph(getTranslation("kalender.toevoegen.uitleg")), form);
        content.addClassName("lb-stack");
        add(content);
        var save = new Button(getTranslation("kalender.toevoegen.opslaan"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("datum.annuleren"), click -> close()), save);
    }

    private DateInput field(String label, LocalDate date) {
        var field = new DateInput();
        field.setLabel(label);
        field.setValue(date);
        field.setRequiredIndicatorVisible(true);
        return field;
    }

    private void save() {
        var anchors = new HashMap<>(proposed.anchors());
        fields.forEach((anchor, field) -> {
            field.setInvalid(false);
            anchors.put(anchor, field.getValue());
        });
        try {
            calendar.add(actor, anchors);
            close();
            Messages.done(getTranslation("kalender.toevoegen.gelukt", proposed.code()));
            afterwards.run();
        } catch (CalendarRefused e) {
            e.errors().forEach((anchor, error) -> {
                var field = fields.get(anchor);
                if (field == null) {
                    Messages.problem(error);
                } else {
                    field.setErrorMessage(error);
                    field.setInvalid(true);
                }
            });
        }
    }
}
