package nl.landingsbaan.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import nl.landingsbaan.platform.people.Colleague;

/** To whom tasks are given. */
public class AssignDialog extends Dialog {

    private final ComboBox<Colleague> who = new ComboBox<>();

    public AssignDialog(int tasks, List<Colleague> receivers, Consumer<Colleague> give) {
        setHeaderTitle(getTranslation("taken.toewijzen.titel"));
        setWidth("min(30rem, 100%)");
        var content = new Div();
        content.addClassName("lb-dialog-form");
        getFooter().add(new Button(getTranslation("taken.annuleren"), click -> close()));
        if (receivers.isEmpty()) {
            content.add(new Paragraph(getTranslation("taken.toewijzen.niemand")));
            add(content);
            return;
        }
        who.setLabel(getTranslation("taken.toewijzen.wie"));
        who.setItems(receivers);
        who.setItemLabelGenerator(colleague -> colleague.displayName() + " (" + colleague.organisationName() + ")");
        who.setRequiredIndicatorVisible(true);
        who.setWidthFull();
        content.add(
                new Paragraph(
                        getTranslation(tasks == 1 ? "taken.toewijzen.uitleg.een" : "taken.toewijzen.uitleg", tasks)),
                who);
        add(content);
        var send = new Button(getTranslation("taken.toewijzen.knop"), click -> {
            if (who.getValue() == null) {
                who.setErrorMessage(getTranslation("taken.toewijzen.kies"));
                who.setInvalid(true);
                who.focus();
                return;
            }
            close();
            give.accept(who.getValue());
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(send);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                who.focus();
            }
        });
    }
}
