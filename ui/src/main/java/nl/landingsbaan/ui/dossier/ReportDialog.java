package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.ReportableEvent;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.ui.form.FormRenderer;
import nl.landingsbaan.ui.shell.Messages;

/** Reports an event. One that breaks off the way asks for a confirmation first. */
class ReportDialog extends Dialog {

    private final transient Consumer<Map<String, Object>> report;
    private final transient Runnable afterwards;
    private final FormRenderer form;
    private final Checkbox sure = new Checkbox();
    private final boolean stops;

    /** @param report passes on what was filled in; may refuse with {@link FormRefused} */
    ReportDialog(
            ReportableEvent event,
            boolean stops,
            String firstName,
            Map<String, List<Choice>> choices,
            Forms forms,
            Consumer<Map<String, Object>> report,
            Runnable afterwards) {
        this.report = report;
        this.afterwards = afterwards;
        this.stops = stops;
        this.form = new FormRenderer(event.form(), choices, forms);
        setHeaderTitle(event.name());
        setWidth("min(36rem, 100%)");
        setCloseOnOutsideClick(false);
        if (event.why() != null) {
            add(new Paragraph(event.why()));
        }
        add(form);
        if (stops) {
            var warning = new Paragraph(getTranslation("dossier.stopt.gevolg", firstName));
            warning.addClassNames("lb-banner", "lb-banner-late");
            sure.setLabel(getTranslation("dossier.stopt.zeker", firstName));
            add(warning, sure);
        }
        var send = new Button(stops ? event.name() : getTranslation("dossier.doorgeven.knop"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (stops) {
            send.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        getFooter().add(new Button(getTranslation("dossier.annuleren"), click -> close()), send);
    }

    private void send() {
        if (stops && !sure.getValue()) {
            sure.setErrorMessage(getTranslation("dossier.stopt.eerst"));
            sure.setInvalid(true);
            sure.focus();
            return;
        }
        try {
            report.accept(form.values());
            close();
            Messages.done(getTranslation("dossier.doorgeven.gelukt"));
        } catch (FormRefused e) {
            form.showErrors(e.errors());
            return;
        } catch (TransferNotFound e) {
            close();
            Messages.problem(getTranslation("dossier.doorgeven.te-laat"));
        }
        afterwards.run();
    }
}
