package nl.landingsbaan.ui.form;

import com.vaadin.flow.component.datepicker.DatePicker;
import nl.landingsbaan.ui.shell.Dates;

/** A date, typed or picked. What was typed and is no date is not lost. */
public class DateInput extends DatePicker {

    public DateInput() {
        setI18n(Dates.picker(
                getLocale(),
                getTranslation("datum.vandaag"),
                getTranslation("datum.annuleren"),
                getTranslation("datum.fout")));
        setPlaceholder("d-m-jjjj");
    }

    /** The date, or the text that is no date, or null when nothing was typed. */
    public Object typed() {
        if (getValue() != null) {
            return getValue();
        }
        var text = getElement().getProperty("_inputElementValue", "");
        return text.isBlank() ? null : text;
    }
}
