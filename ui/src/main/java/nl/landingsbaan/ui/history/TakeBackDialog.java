package nl.landingsbaan.ui.history;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks whether an import is really to be taken back. */
class TakeBackDialog extends Dialog {

    TakeBackDialog(String fileName, Runnable takeBack) {
        setHeaderTitle(getTranslation("geschiedenis.terughalen.van", fileName));
        setWidth("min(32rem, 100%)");
        add(new Paragraph(getTranslation("geschiedenis.terughalen.uitleg")));
        var doIt = new Button(getTranslation("geschiedenis.terughalen"), click -> {
            close();
            takeBack.run();
        });
        doIt.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("geschiedenis.laten-staan"), click -> close()), doIt);
    }
}
