package nl.landingsbaan.ui.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import nl.landingsbaan.platform.privacy.PrivacyRequest;
import nl.landingsbaan.platform.privacy.RequestNotFound;
import nl.landingsbaan.platform.privacy.RequestRefused;
import nl.landingsbaan.platform.privacy.Requests;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Messages;

/** Says what became of a correction that was asked for. */
class CloseDialog extends Dialog {

    private final CurrentActor actor;
    private final transient Requests requests;
    private final transient PrivacyRequest request;
    private final transient Runnable afterwards;
    private final TextArea answer = new TextArea();

    CloseDialog(CurrentActor actor, Requests requests, PrivacyRequest request, Runnable afterwards) {
        this.actor = actor;
        this.requests = requests;
        this.request = request;
        this.afterwards = afterwards;
        setHeaderTitle(getTranslation("verzoeken.afhandelen"));
        setWidth("min(34rem, 100%)");
        setCloseOnOutsideClick(false);
        answer.setLabel(getTranslation("verzoeken.antwoord"));
        answer.setMaxLength(500);
        answer.setRequiredIndicatorVisible(true);
        var content = new Div(
                new Paragraph(request.what()), new Paragraph(getTranslation("verzoeken.afhandelen.uitleg")), answer);
        content.addClassName("lb-rights-form");
        add(content);
        var done = new Button(getTranslation("verzoeken.verbeterd"), click -> close(true));
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter()
                .add(
                        new Button(getTranslation("dossier.annuleren"), click -> close()),
                        new Button(getTranslation("verzoeken.niet-verbeterd"), click -> close(false)),
                        done);
    }

    private void close(boolean done) {
        answer.setInvalid(false);
        try {
            requests.closeCorrection(actor.get(), request.number(), done, answer.getValue());
            close();
            Messages.done(getTranslation("verzoeken.afgehandeld"));
            afterwards.run();
        } catch (RequestRefused e) {
            Refusals.show(e.field(), e.getMessage(), Map.of("antwoord", answer));
        } catch (RequestNotFound e) {
            close();
            Messages.problem(getTranslation("verzoeken.weg"));
        }
    }
}
