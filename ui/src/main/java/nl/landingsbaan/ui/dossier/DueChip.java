package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Due;

/** When something is due, in words, and in a colour when that is soon or past. */
class DueChip extends Span {

    DueChip(Due due, Dates dates, Locale language) {
        setText(due.inWords(this::getTranslation, due.date() == null ? "" : dates.brief(due.date(), language)));
        addClassNames("lb-chip", due.when().style());
        if (due.date() != null) {
            setTitle(dates.full(due.date(), language));
        }
    }
}
