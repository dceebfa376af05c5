package nl.landingsbaan.ui.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import nl.landingsbaan.platform.privacy.Erasures;
import nl.landingsbaan.platform.privacy.PrivacyRequest;
import nl.landingsbaan.platform.privacy.RequestNotFound;
import nl.landingsbaan.platform.privacy.RequestRefused;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Messages;

/** Shows what an erasure takes away, without what it says, and asks for a reason or a decision. */
class ErasureDialog extends Dialog {

    private final CurrentActor actor;
    private final transient Erasures erasures;
    private final transient PrivacyRequest request;
    private final transient Runnable afterwards;
    private final TextArea text = new TextArea();

    ErasureDialog(CurrentActor actor, Erasures erasures, PrivacyRequest request, Runnable afterwards) {
        this.actor = actor;
        this.erasures = erasures;
        this.request = request;
        this.afterwards = afterwards;
        setWidth("min(38rem, 100%)");
        setCloseOnOutsideClick(false);
        text.setMaxLength(500);
    }

    void openToAsk() {
        show("verzoeken.vragen", "verzoeken.reden");
        text.setRequiredIndicatorVisible(true);
        getFooter().add(primary("verzoeken.vragen", () -> {
            erasures.askDue(actor.get(), request.number(), text.getValue());
            return "verzoeken.gevraagd";
        }));
        open();
    }

    void openToDecide() {
        show("verzoeken.besluiten.knop", "verzoeken.reden.nee");
        var approve = primary("verzoeken.goedkeuren", () -> {
            erasures.approve(actor.get(), request.number());
            return "verzoeken.goedgekeurd";
        });
        approve.addThemeVariants(ButtonVariant.LUMO_ERROR);
        getFooter()
                .add(
                        new Button(
                                getTranslation("verzoeken.weigeren"),
                                click -> say(() -> {
                                    erasures.refuse(actor.get(), request.number(), text.getValue());
                                    return "verzoeken.geweigerd";
                                })),
                        approve);
        open();
    }

    void recall() {
        say(() -> {
            erasures.recall(actor.get(), request.number());
            return "verzoeken.tegengehouden";
        });
    }

    private void show(String title, String label) {
        setHeaderTitle(getTranslation(title) + " (" + request.number() + ")");
        text.setLabel(getTranslation(label));
        var parts = new UnorderedList();
        parts.addClassName("lb-rights-parts");
        erasures.preview(actor.get(), request.number())
                .forEach(part -> parts.add(new ListItem(part.part().replace('_', ' ') + ": " + part.rows())));
        var content = new Div(
                new Paragraph(getTranslation("verzoeken.wat-weg")),
                parts,
                new Paragraph(getTranslation("verzoeken.wat-blijft", Erasures.WAITING.toDays())),
                text);
        content.addClassName("lb-rights-form");
        add(content);
        getFooter().add(new Button(getTranslation("dossier.annuleren"), click -> close()));
    }

    private Button primary(String key, Saying saying) {
        var button = new Button(getTranslation(key), click -> say(saying));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private void say(Saying saying) {
        text.setInvalid(false);
        try {
            var done = saying.say();
            close();
            Messages.done(getTranslation(done, Erasures.WAITING.toDays()));
            afterwards.run();
        } catch (RequestRefused e) {
            Refusals.show(e.field(), e.getMessage(), Map.of("wat", text, "antwoord", text));
        } catch (RequestNotFound e) {
            close();
            Messages.problem(getTranslation("verzoeken.weg"));
            afterwards.run();
        }
    }

    @FunctionalInterface
    private interface Saying {
        /** @return the key of what was done */
        String say();
    }
}
