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
import java.util.LinkedHashMap;
import java.util.Map;
import nl.landingsbaan.platform.privacy.AskedBy;
import nl.landingsbaan.platform.privacy.Erasures;
import nl.landingsbaan.platform.privacy.Ground;
import nl.landingsbaan.platform.privacy.RequestKind;
import nl.landingsbaan.platform.privacy.RequestRefused;
import nl.landingsbaan.platform.privacy.Requests;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Messages;

/** Records what a young person or the parents ask. */
class AskDialog extends Dialog {

    private final CurrentActor actor;
    private final transient Requests requests;
    private final transient Erasures erasures;
    private final RequestKind kind;
    private final long transferId;
    private final transient Runnable afterwards;
    private final ComboBox<AskedBy> who = new ComboBox<>();
    private final ComboBox<Ground> ground = new ComboBox<>();
    private final TextArea text = new TextArea();
    private final transient Map<String, HasValidation> fields = new LinkedHashMap<>();

    AskDialog(
            CurrentActor actor,
            Requests requests,
            Erasures erasures,
            RequestKind kind,
            long transferId,
            Runnable afterwards) {
        this.actor = actor;
        this.requests = requests;
        this.erasures = erasures;
        this.kind = kind;
        this.transferId = transferId;
        this.afterwards = afterwards;
        setHeaderTitle(getTranslation("rechten.vastleggen." + kind));
        setWidth("min(34rem, 100%)");
        setCloseOnOutsideClick(false);
        who.setLabel(getTranslation("rechten.wie"));
        who.setItems(AskedBy.values());
        who.setItemLabelGenerator(each -> getTranslation("verzoeken.wie." + each));
        ground.setLabel(getTranslation("rechten.grond"));
        ground.setItems(Ground.values());
        ground.setItemLabelGenerator(each -> getTranslation("verzoeken.grond." + each));
        text.setLabel(getTranslation("rechten.tekst." + kind));
        text.setHelperText(getTranslation("rechten.tekst." + kind + ".hint"));
        text.setMaxLength(kind == RequestKind.ACCESS ? 300 : 500);
        var content = new Div(new Paragraph(getTranslation("rechten.vastleggen." + kind + ".uitleg")));
        content.addClassName("lb-rights-form");
        add(content, "wie", who);
        if (kind == RequestKind.ERASURE) {
            add(content, "grond", ground);
        }
        add(content, kind == RequestKind.ACCESS ? "identiteit" : "wat", text);
        add(content);
        var save = new Button(getTranslation("rechten.opslaan"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("dossier.annuleren"), click -> close()), save);
    }

    private <T extends Component & HasValidation> void add(Div content, String name, T field) {
        field.getElement().setProperty("required", true);
        fields.put(name, field);
        content.add(field);
    }

    private void save() {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            var me = actor.get();
            switch (kind) {
                case ACCESS -> requests.askAccess(me, transferId, who.getValue(), text.getValue());
                case CORRECTION -> requests.askCorrection(me, transferId, who.getValue(), text.getValue());
                case ERASURE -> erasures.ask(me, transferId, who.getValue(), ground.getValue(), text.getValue());
            }
            close();
            Messages.done(getTranslation("rechten.vastgelegd"));
            afterwards.run();
        } catch (RequestRefused e) {
            Refusals.show(e.field(), e.getMessage(), fields);
        } catch (TransferNotFound e) {
            close();
            Messages.problem(getTranslation("verzoeken.weg"));
        }
    }
}
