package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.BiPredicate;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.transfer.Correction;
import nl.landingsbaan.platform.transfer.CorrectionRefused;
import nl.landingsbaan.platform.transfer.Corrections;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.ui.form.FormRenderer;
import nl.landingsbaan.ui.shell.Messages;

/** Corrects one value of a dossier, and asks why. */
class CorrectionDialog extends Dialog {

    private final String key;
    private final FormRenderer form;
    private final TextArea reason = new TextArea();
    private final transient BiPredicate<Object, String> correct;
    private final transient Runnable afterwards;

    /** @param correct passes on value and reason and says whether the route goes on with the old value; may refuse with {@link FormRefused} */
    CorrectionDialog(
            String label,
            Correction correction,
            Forms forms,
            BiPredicate<Object, String> correct,
            Runnable afterwards) {
        this.correct = correct;
        this.afterwards = afterwards;
        this.key = correction.form().questions().getFirst().key();
        this.form = new FormRenderer(correction.form(), correction.choices(), forms);
        setHeaderTitle(getTranslation("dossier.verbeteren.titel"));
        setWidth("min(36rem, 100%)");
        setCloseOnOutsideClick(false);
        getElement().setAttribute("aria-label", getTranslation("dossier.gegevens.verbeteren.van", label));
        form.fill(correction.current());
        reason.setLabel(getTranslation("dossier.verbeteren.reden"));
        reason.setHelperText(getTranslation("dossier.verbeteren.reden.uitleg"));
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        if (correction.routeDecided()) {
            add(new Paragraph(getTranslation("dossier.verbeteren.route")));
        }
        add(form, reason);
        var save = new Button(getTranslation("dossier.verbeteren.knop"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("dossier.annuleren"), click -> close()), save);
    }

    private void save() {
        reason.setInvalid(false);
        try {
            var routeDecided = correct.test(form.values().get(key), reason.getValue());
            close();
            Messages.done(
                    getTranslation(routeDecided ? "dossier.verbeteren.gelukt.route" : "dossier.verbeteren.gelukt"));
        } catch (FormRefused e) {
            form.showErrors(e.errors());
            if (e.errors().containsKey(Corrections.REASON)) {
                reason.setErrorMessage(e.errors().get(Corrections.REASON));
                reason.setInvalid(true);
                reason.focus();
            }
            return;
        } catch (CorrectionRefused e) {
            close();
            Messages.problem(getTranslation("dossier.verbeteren.niet"));
        }
        afterwards.run();
    }
}
