package nl.landingsbaan.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import nl.landingsbaan.platform.privacy.AskedBy;
import nl.landingsbaan.platform.privacy.RequestRefused;
import nl.landingsbaan.platform.privacy.Requests;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.ui.form.DateInput;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Messages;

/** Corrects the name or the birth date of a young person. */
class IdentityDialog extends Dialog {

    private final CurrentActor actor;
    private final transient Requests requests;
    private final long transferId;
    private final transient Runnable afterwards;
    private final TextField firstName = new TextField();
    private final TextField lastName = new TextField();
    private final DateInput birthDate;
    private final ComboBox<AskedBy> who = new ComboBox<>();
    private final TextArea reason = new TextArea();

    IdentityDialog(CurrentActor actor, Requests requests, Dates dates, long transferId, Runnable afterwards) {
        this.actor = actor;
        this.requests = requests;
        this.transferId = transferId;
        this.afterwards = afterwards;
        this.birthDate = new DateInput();
        setHeaderTitle(getTranslation("rechten.verbeteren.naam"));
        setWidth("min(34rem, 100%)");
        setCloseOnOutsideClick(false);
        var known = requests.identity(actor.get(), transferId);
        firstName.setLabel(getTranslation("rechten.voornaam"));
        firstName.setValue(known.firstName());
        lastName.setLabel(getTranslation("rechten.achternaam"));
        lastName.setValue(known.lastName());
        birthDate.setLabel(getTranslation("rechten.geboortedatum"));
        birthDate.setValue(known.birthDate());
        birthDate.setMax(dates.today());
        who.setLabel(getTranslation("rechten.wie"));
        who.setItems(AskedBy.values());
        who.setItemLabelGenerator(each -> getTranslation("verzoeken.wie." + each));
        reason.setLabel(getTranslation("rechten.reden"));
        reason.setMaxLength(500);
        fields().values().forEach(field -> ((Component) field).getElement().setProperty("required", true));
        var content = new Div(
                new Paragraph(getTranslation("rechten.verbeteren.naam.uitleg")),
                firstName,
                lastName,
                birthDate,
                who,
                reason);
        content.addClassName("lb-rights-form");
        add(content);
        var save = new Button(getTranslation("rechten.opslaan"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("dossier.annuleren"), click -> close()), save);
    }

    private Map<String, HasValidation> fields() {
        return Map.of(
                Referral.FIRST_NAME,
                firstName,
                Referral.LAST_NAME,
                lastName,
                Referral.BIRTH_DATE,
                birthDate,
                "wie",
                who,
                "reden",
                reason);
    }

    private void save() {
        var fields = fields();
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            requests.correctIdentity(
                    actor.get(),
                    transferId,
                    new Requests.Identity(firstName.getValue(), lastName.getValue(), birthDate.getValue()),
                    who.getValue(),
                    reason.getValue());
            close();
            Messages.done(getTranslation("rechten.verbeterd"));
            afterwards.run();
        } catch (FormRefused e) {
            e.errors().forEach((name, message) -> Refusals.show(name, message, fields));
        } catch (RequestRefused e) {
            Refusals.show(e.field(), e.getMessage(), fields);
        } catch (TransferNotFound e) {
            close();
            Messages.problem(getTranslation("verzoeken.weg"));
        }
    }
}
