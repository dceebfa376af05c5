package nl.landingsbaan.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The keys with which the work goes without a mouse. */
class KeysDialog extends Dialog {

    KeysDialog() {
        setHeaderTitle(getTranslation("toetsen.titel"));
        setWidth("min(32rem, 100%)");
        var list = new DescriptionList();
        list.addClassName("lb-keys");
        for (var what :
                List.of("lopen", "openen", "kiezen", "reeks", "zoeken", "jongere", "afronden", "terug", "hulp")) {
            var keys = new Span(getTranslation("toetsen." + what + ".toets"));
            keys.addClassName("lb-key");
            list.add(
                    new DescriptionList.Term(keys), new DescriptionList.Description(getTranslation("toetsen." + what)));
        }
        add(list);
        getFooter().add(new Button(getTranslation("taken.sluiten"), click -> close()));
    }
}
