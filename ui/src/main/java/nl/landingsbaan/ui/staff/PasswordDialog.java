package nl.landingsbaan.ui.staff;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Staff;
import nl.landingsbaan.platform.people.StaffRefused;
import nl.landingsbaan.ui.shell.Messages;

/** Changes one's own password. */
public class PasswordDialog extends Dialog {

    private final transient Actor self;
    private final transient Staff staff;
    private final PasswordField present = new PasswordField();
    private final PasswordField wanted = new PasswordField();

    public PasswordDialog(Actor self, Staff staff) {
        this.self = self;
        this.staff = staff;
        setHeaderTitle(getTranslation("wachtwoord.titel"));
        setWidth("min(28rem, 100%)");
        present.setLabel(getTranslation("wachtwoord.huidig"));
        wanted.setLabel(getTranslation("wachtwoord.nieuw"));
        wanted.setHelperText(getTranslation("wachtwoord.nieuw.uitleg", Staff.SHORTEST_PASSWORD));
        add(new FormLayout(present, wanted));
        var save = new Button(getTranslation("wachtwoord.opslaan"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("dossier.annuleren"), click -> close()), save);
    }

    private void save() {
        present.setInvalid(false);
        wanted.setInvalid(false);
        try {
            staff.changePassword(self, present.getValue(), wanted.getValue());
            close();
            Messages.done(getTranslation("wachtwoord.gelukt"));
        } catch (StaffRefused e) {
            var field = "nieuw".equals(e.field()) ? wanted : present;
            field.setErrorMessage(e.getMessage());
            field.setInvalid(true);
            field.focus();
        }
    }
}
