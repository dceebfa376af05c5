package nl.landingsbaan.ui.calendar;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import nl.landingsbaan.platform.calendar.CalendarRefused;
import nl.landingsbaan.platform.calendar.SchoolCalendar;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.ui.form.DateInput;
import nl.landingsbaan.ui.shell.Messages;

/** Sets a day of the calendar on another date, and shows beforehand what moves along. */
class MoveDialog extends Dialog {

    private static final int LONGEST_REASON = 500;

    private final transient Actor actor;
    private final transient SchoolCalendar calendar;
    private final transient CalendarWords words;
    private final transient SchoolYear year;
    private final String anchor;
    private final transient Runnable afterwards;
    private final DateInput date;
    private final TextArea reason = new TextArea();
    private final Div preview = new Div();

    MoveDialog(
            Actor actor,
            SchoolCalendar calendar,
            CalendarWords words,
            SchoolYear year,
            String anchor,
            Runnable afterwards) {
        this.actor = actor;
        this.calendar = calendar;
        this.words = words;
        this.year = year;
        this.anchor = anchor;
        this.afterwards = afterwards;
        setHeaderTitle(getTranslation("kalender.verzetten.wat", words.anchor(anchor), year.code()));
        setWidth("min(34rem, 100%)");
        setCloseOnOutsideClick(false);
        date = new DateInput();
        date.setLabel(getTranslation("kalender.verzetten.nieuw"));
        date.setRequiredIndicatorVisible(true);
        date.setInitialPosition(year.anchor(anchor));
        date.setWidthFull();
        date.addValueChangeListener(change -> look());
        reason.setLabel(getTranslation("kalender.verzetten.reden"));
        reason.setHelperText(getTranslation("kalender.verzetten.reden.uitleg"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        preview.getElement().setAttribute("role", "status");
        preview.addClassName("lb-calendar-preview");
        var content = new Div(
                new Paragraph(getTranslation("kalender.verzetten.nu", words.day(year.anchor(anchor)))),
                date,
                preview,
                reason);
        content.addClassName("lb-stack");
        add(content);
        var move = new Button(getTranslation("kalender.verzetten"), click -> move());
        move.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("datum.annuleren"), click -> close()), move);
    }

    private void look() {
        preview.removeAll();
        date.setInvalid(false);
        if (date.getValue() == null) {
            return;
        }
        try {
            var moving = calendar.preview(actor, year.code(), anchor, date.getValue());
            preview.add(new H3(getTranslation("kalender.voorbeeld.titel")));
            if (moving.transfers() == 0) {
                preview.add(new Paragraph(getTranslation("kalender.voorbeeld.niemand")));
                return;
            }
            preview.add(new Paragraph(getTranslation("kalender.voorbeeld.wie", words.youngPeople(moving.transfers()))));
            preview.add(
                    moving.steps().isEmpty()
                            ? new Paragraph(getTranslation("kalender.voorbeeld.niets"))
                            : words.steps(moving.steps()));
            preview.add(new Paragraph(getTranslation("kalender.voorbeeld.later")));
        } catch (CalendarRefused e) {
            show(e);
        }
    }

    private void move() {
        date.setInvalid(false);
        reason.setInvalid(false);
        try {
            calendar.move(actor, year.code(), anchor, date.getValue(), reason.getValue());
            close();
            Messages.done(getTranslation("kalender.verzet.gelukt", words.anchor(anchor), words.day(date.getValue())));
            afterwards.run();
        } catch (CalendarRefused e) {
            show(e);
        }
    }

    private void show(CalendarRefused refused) {
        var fields = Map.<String, HasValidation>of(CalendarRefused.DATE, date, CalendarRefused.REASON, reason);
        refused.errors().forEach((field, error) -> {
            fields.get(field).setErrorMessage(error);
            fields.get(field).setInvalid(true);
        });
    }
}
