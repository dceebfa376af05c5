package nl.landingsbaan.ui.gathering;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.gathering.GatheringImpossible;
import nl.landingsbaan.platform.gathering.Gatherings;
import nl.landingsbaan.platform.gathering.StartableGroup;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.ui.form.FormRenderer;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Messages;

/** Starts a group: for what, in which school year, and what the region's form asks. */
final class StartDialog extends Dialog {

    private final CurrentActor actor;
    private final transient Gatherings gatherings;
    private final transient StartableGroup kind;
    private final Select<Choice> part = new Select<>();
    private final Select<String> year = new Select<>();
    private final FormRenderer form;

    StartDialog(CurrentActor actor, Gatherings gatherings, StartableGroup kind, Forms forms) {
        this.actor = actor;
        this.gatherings = gatherings;
        this.kind = kind;
        this.form = new FormRenderer(kind.form(), kind.choices(), forms);
        setHeaderTitle(getTranslation("groep.start", kind.name()));
        setWidth("min(36rem, 100%)");
        setCloseOnOutsideClick(false);
        part.setLabel(getTranslation("groep.start.deel"));
        part.setItems(kind.parts());
        part.setItemLabelGenerator(Choice::label);
        part.setRequiredIndicatorVisible(true);
        part.setVisible(!kind.parts().isEmpty());
        part.getElement().setProperty("manualValidation", true);
        year.setLabel(getTranslation("groep.start.jaar"));
        year.setItems(kind.schoolYears());
        kind.schoolYears().stream().findFirst().ifPresent(year::setValue);
        var content = new Div(part, year);
        content.addClassName("lb-dialog-form");
        if (kind.form().questions().stream().anyMatch(FormField::freeText)) {
            content.add(new Paragraph(getTranslation("groep.geen.namen")));
        }
        content.add(form);
        add(content);
        var start = new Button(getTranslation("groep.start.knop"));
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.setDisableOnClick(true);
        start.addClickListener(click -> {
            try {
                start();
            } finally {
                start.setEnabled(true);
            }
        });
        getFooter().add(new Button(getTranslation("groep.start.annuleren"), click -> close()), start);
    }

    private void start() {
        part.setInvalid(part.isVisible() && part.isEmpty());
        part.setErrorMessage(part.isInvalid() ? getTranslation("groep.start.deel.fout") : "");
        form.clearErrors();
        if (part.isInvalid()) {
            part.focus();
            return;
        }
        try {
            var id = gatherings.start(
                    actor.get(),
                    kind.code(),
                    part.isEmpty() ? null : part.getValue().value(),
                    year.getValue(),
                    form.values());
            var ui = getUI().orElseThrow();
            close();
            ui.navigate("groep/" + id);
            Messages.done(getTranslation("groep.start.gelukt", kind.name()));
        } catch (FormRefused e) {
            form.showErrors(e.errors());
        } catch (GatheringImpossible e) {
            Messages.problem(e.getMessage());
        }
    }
}
