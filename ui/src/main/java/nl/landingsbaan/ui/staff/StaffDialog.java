package nl.landingsbaan.ui.staff;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Staff;
import nl.landingsbaan.platform.people.StaffRefused;
import nl.landingsbaan.platform.region.Organisation;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Role;
import nl.landingsbaan.ui.shell.Messages;

/** Gives somebody a role, and an account where there is none. */
class StaffDialog extends Dialog {

    private final transient Actor administrator;
    private final transient Staff staff;
    private final transient Runnable afterwards;
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final ComboBox<Organisation> organisation = new ComboBox<>();
    private final ComboBox<Role> role = new ComboBox<>();

    StaffDialog(Actor administrator, Staff staff, Regions regions, Runnable afterwards) {
        this.administrator = administrator;
        this.staff = staff;
        this.afterwards = afterwards;
        setHeaderTitle(getTranslation("medewerkers.toevoegen"));
        setWidth("min(32rem, 100%)");
        setCloseOnOutsideClick(false);
        name.setLabel(getTranslation("medewerkers.naam"));
        email.setLabel(getTranslation("medewerkers.mailadres"));
        email.setHelperText(getTranslation("medewerkers.mailadres.uitleg"));
        organisation.setLabel(getTranslation("medewerkers.organisatie"));
        organisation.setItems(regions.organisations(administrator.regionId()));
        organisation.setItemLabelGenerator(Organisation::name);
        role.setLabel(getTranslation("medewerkers.rol"));
        role.setItems(regions.roles(administrator.regionId()).values());
        role.setItemLabelGenerator(Role::name);
        add(new FormLayout(name, email, organisation, role));
        var save = new Button(getTranslation("medewerkers.opslaan"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("dossier.annuleren"), click -> close()), save);
    }

    private void save() {
        var fields = Map.<String, HasValidation>of(
                "naam", name, "mailadres", email, "organisatie", organisation, "rol", role);
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            var password = staff.add(
                    administrator,
                    name.getValue(),
                    email.getValue(),
                    organisation.getValue() == null
                            ? 0
                            : organisation.getValue().id(),
                    role.getValue() == null ? null : role.getValue().code());
            close();
            afterwards.run();
            password.ifPresentOrElse(
                    shown -> new PasswordShown(name.getValue(), shown).open(),
                    () -> Messages.done(getTranslation("medewerkers.toegevoegd")));
        } catch (StaffRefused e) {
            var field = fields.get(e.field());
            if (field == null) {
                Messages.problem(e.getMessage());
                return;
            }
            field.setErrorMessage(e.getMessage());
            field.setInvalid(true);
        }
    }
}
