package nl.landingsbaan.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import nl.landingsbaan.platform.task.PostponementRefused;
import nl.landingsbaan.ui.form.DateInput;

/** Until when tasks are postponed, and why. */
public class PostponeDialog extends Dialog {

    private static final int LONGEST_REASON = 300;

    private final DateInput until;
    private final TextArea reason = new TextArea();

    /** @param postpone may throw {@link PostponementRefused}, which is shown at the field that is wrong */
    public PostponeDialog(int tasks, int longest, BiConsumer<LocalDate, String> postpone) {
        setHeaderTitle(getTranslation("taken.uitstellen.titel"));
        setWidth("min(30rem, 100%)");
        setCloseOnOutsideClick(false);
        until = new DateInput();
        until.setLabel(getTranslation("taken.uitstellen.tot"));
        until.setRequiredIndicatorVisible(true);
        reason.setLabel(getTranslation("taken.uitstellen.reden"));
        reason.setHelperText(getTranslation("taken.uitstellen.reden.hulp"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        var content = new Div(
                new Paragraph(getTranslation(
                        tasks == 1 ? "taken.uitstellen.uitleg.een" : "taken.uitstellen.uitleg", tasks, longest)),
                until,
                reason);
        content.addClassName("lb-dialog-form");
        add(content);
        var send = new Button(getTranslation("taken.uitstellen.knop"), click -> send(postpone));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("taken.annuleren"), click -> close()), send);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                until.focus();
            }
        });
    }

    private void send(BiConsumer<LocalDate, String> postpone) {
        until.setInvalid(false);
        reason.setInvalid(false);
        try {
            postpone.accept(until.getValue(), reason.getValue());
            close();
        } catch (PostponementRefused refused) {
            if (refused.field().equals("datum")) {
                until.setErrorMessage(refused.getMessage());
                until.setInvalid(true);
                until.focus();
            } else {
                reason.setErrorMessage(refused.getMessage());
                reason.setInvalid(true);
                reason.focus();
            }
        }
    }
}
