package nl.landingsbaan.ui.place;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import nl.landingsbaan.platform.place.PlaceOverview;
import nl.landingsbaan.platform.place.PlaceRefused;
import nl.landingsbaan.platform.place.Places;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Messages;

/** Changes how many places there are of a kind, with the reason. What was typed stays when it is refused. */
class NumberDialog extends Dialog {

    private static final int LONGEST_REASON = 500;

    private final PlaceOverview kind;
    private final CurrentActor current;
    private final transient Places places;
    private final transient Runnable afterwards;
    private final IntegerField number = new IntegerField();
    private final TextArea reason = new TextArea();
    private final Paragraph problem = new Paragraph();
    private final Div content = new Div();

    NumberDialog(PlaceOverview kind, CurrentActor current, Places places, Runnable afterwards) {
        this.kind = kind;
        this.current = current;
        this.places = places;
        this.afterwards = afterwards;
        setHeaderTitle(getTranslation("plekken.veranderen.van", kind.kind().name()));
        setWidth("min(32rem, 100%)");
        setCloseOnOutsideClick(false);
        problem.addClassNames("lb-banner", "lb-banner-late");
        problem.getElement().setAttribute("role", "alert");
        number.setLabel(getTranslation(kind.kind().perRole() == null ? "plekken.aantal" : "plekken.aantal.per"));
        number.setHelperText(getTranslation("plekken.aantal.uitleg"));
        number.setValue(kind.kind().number());
        number.setStepButtonsVisible(true);
        number.setRequiredIndicatorVisible(true);
        number.setManualValidation(true);
        reason.setLabel(getTranslation("plekken.reden"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST_REASON);
        reason.setManualValidation(true);
        content.addClassName("lb-place-change");
        content.add(number, reason);
        add(content);
        var save = new Button(getTranslation("plekken.opslaan"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("plekken.annuleren"), click -> close()), save);
    }

    private void save() {
        number.setInvalid(false);
        reason.setInvalid(false);
        content.remove(problem);
        try {
            var came = places.change(current.get(), kind.kind().code(), number.getValue(), reason.getValue());
            close();
            afterwards.run();
            Messages.done(getTranslation("plekken.opgeslagen", came));
        } catch (PlaceRefused e) {
            show(e);
        }
    }

    private void show(PlaceRefused refused) {
        switch (refused.field()) {
            case "aantal" -> {
                number.setErrorMessage(refused.getMessage());
                number.setInvalid(true);
                number.focus();
            }
            case "reden" -> {
                reason.setErrorMessage(refused.getMessage());
                reason.setInvalid(true);
                reason.focus();
            }
            case null, default -> {
                problem.setText(refused.getMessage());
                content.addComponentAsFirst(problem);
            }
        }
    }
}
