package nl.landingsbaan.ui.contact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import nl.landingsbaan.platform.contact.ContactRefused;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.ui.shell.Messages;

/** Agrees something with a reason. What was typed stays when it is refused. */
class AgreeDialog extends Dialog {

    private final TextArea reason = new TextArea();
    private final Paragraph problem = new Paragraph();
    private final Div content = new Div();
    private final transient Runnable afterwards;

    /** @param fields what is agreed, besides the reason */
    AgreeDialog(String title, Runnable afterwards, Component... fields) {
        this.afterwards = afterwards;
        setHeaderTitle(title);
        setWidth("min(32rem, 100%)");
        setCloseOnOutsideClick(false);
        problem.addClassNames("lb-banner", "lb-banner-late");
        problem.getElement().setAttribute("role", "alert");
        reason.setLabel(getTranslation("contact.reden"));
        reason.setHelperText(getTranslation("contact.reden.uitleg"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(500);
        content.addClassName("lb-contact-sheet");
        content.add(fields);
        content.add(reason);
        add(content);
        getFooter().add(new Button(getTranslation("contact.blad.annuleren"), click -> close()));
    }

    /** Offers a way to agree; {@code action} gets the reason and may refuse. */
    AgreeDialog offering(String name, boolean first, Consumer<String> action) {
        var button = new Button(name, click -> attempt(action));
        if (first) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        getFooter().add(button);
        return this;
    }

    private void attempt(Consumer<String> action) {
        try {
            action.accept(reason.getValue());
            close();
            afterwards.run();
        } catch (ContactRefused e) {
            problem.setText(e.getMessage());
            content.addComponentAsFirst(problem);
        } catch (TransferNotFound e) {
            Messages.problem(getTranslation("fout.weg"));
            close();
        }
    }
}
