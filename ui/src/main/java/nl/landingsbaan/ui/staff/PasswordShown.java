package nl.landingsbaan.ui.staff;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a new password, this once. */
class PasswordShown extends Dialog {

    PasswordShown(String name, String password) {
        setHeaderTitle(getTranslation("medewerkers.wachtwoord.nieuw", name));
        setWidth("min(28rem, 100%)");
        setCloseOnOutsideClick(false);
        var shown = new TextField(getTranslation("medewerkers.wachtwoord.veld"));
        shown.setValue(password);
        shown.setReadOnly(true);
        shown.setWidthFull();
        add(new Paragraph(getTranslation("medewerkers.wachtwoord.uitleg")), shown);
        getFooter().add(new Button(getTranslation("medewerkers.wachtwoord.klaar"), click -> close()));
    }
}
