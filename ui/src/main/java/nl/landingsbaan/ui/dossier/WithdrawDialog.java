package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.EnumSet;
import java.util.Set;
import nl.landingsbaan.platform.consent.SharedState;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.transfer.DossierSharing;
import nl.landingsbaan.platform.transfer.SharingOverview.CategorySeen;
import nl.landingsbaan.platform.transfer.SharingOverview.ReceiverSees;
import nl.landingsbaan.platform.transfer.SharingRefused;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Messages;

/** Takes consent back, of some or of all that is shared with a receiver, who may take no part any more then. */
class WithdrawDialog extends Dialog {

    private final CurrentActor actor;
    private final transient DossierSharing sharing;
    private final transient ReceiverSees receiver;
    private final transient Runnable afterwards;
    private final long transferId;
    private final CheckboxGroup<Category> categories = new CheckboxGroup<>();
    private final Checkbox end = new Checkbox();

    WithdrawDialog(
            CurrentActor actor,
            DossierSharing sharing,
            ReceiverSees receiver,
            String name,
            long transferId,
            Runnable afterwards) {
        this.actor = actor;
        this.sharing = sharing;
        this.receiver = receiver;
        this.transferId = transferId;
        this.afterwards = afterwards;
        setHeaderTitle(getTranslation("delen.intrekken.van", name));
        setWidth("min(34rem, 100%)");
        setCloseOnOutsideClick(false);
        add(new Paragraph(getTranslation("delen.intrekken.uitleg", name)));
        var given = receiver.categories().stream()
                .filter(each -> each.state() == SharedState.GIVEN)
                .map(CategorySeen::category)
                .toList();
        categories.setLabel(getTranslation("delen.intrekken.wat"));
        categories.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        categories.setItems(given);
        categories.setItemLabelGenerator(category -> getTranslation("categorie." + category.code()));
        categories.setValue(Set.copyOf(given));
        if (!given.isEmpty()) {
            add(categories);
        }
        if (receiver.mayEnd()) {
            end.setLabel(getTranslation("delen.stopt", name));
            end.setHelperText(getTranslation("delen.stopt.uitleg"));
            end.addValueChangeListener(change -> {
                categories.setEnabled(!change.getValue());
                if (change.getValue()) {
                    categories.setValue(Set.copyOf(given));
                }
            });
            add(end);
        }
        var withdraw = new Button(getTranslation("delen.intrekken"), click -> withdraw());
        withdraw.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(new Button(getTranslation("dossier.annuleren"), click -> close()), withdraw);
    }

    private void withdraw() {
        if (!end.getValue() && categories.getValue().isEmpty()) {
            categories.setInvalid(true);
            categories.setErrorMessage(getTranslation("delen.intrekken.kies"));
            return;
        }
        try {
            if (end.getValue()) {
                sharing.endParticipation(
                        actor.get(), transferId, receiver.receiver().organisationId());
            } else {
                sharing.withdraw(
                        actor.get(),
                        transferId,
                        receiver.receiver(),
                        categories.getValue(),
                        EnumSet.allOf(Signatory.class));
            }
            Messages.done(getTranslation("delen.intrekken.gelukt"));
        } catch (SharingRefused e) {
            Messages.problem(e.getMessage());
        } catch (TransferNotFound e) {
            Messages.problem(getTranslation("delen.weg"));
        }
        close();
        afterwards.run();
    }
}
