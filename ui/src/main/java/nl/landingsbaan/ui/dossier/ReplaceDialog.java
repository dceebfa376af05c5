package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.transfer.Candidate;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.ReplacementReason;
import nl.landingsbaan.platform.transfer.ReplacementRefused;
import nl.landingsbaan.platform.transfer.Replacements;
import nl.landingsbaan.ui.shell.Messages;

/** Who takes over a young person from somebody, and why. */
class ReplaceDialog extends Dialog {

    private static final int LONGEST = 500;

    private final transient Actor actor;
    private final long transferId;
    private final transient Participant participant;
    private final transient Replacements replacements;
    private final transient Runnable afterwards;
    private final ComboBox<Candidate> who = new ComboBox<>();
    private final ComboBox<ReplacementReason> reason = new ComboBox<>();
    private final TextArea note = new TextArea();
    private final TextArea aboveMaximum = new TextArea();

    /** @throws ReplacementRefused when the actor may not replace anybody here */
    ReplaceDialog(
            Actor actor, long transferId, Participant participant, Replacements replacements, Runnable afterwards) {
        this.actor = actor;
        this.transferId = transferId;
        this.participant = participant;
        this.replacements = replacements;
        this.afterwards = afterwards;
        setHeaderTitle(getTranslation("vervangen.titel", participant.roleName()));
        setWidth("min(32rem, 100%)");
        setCloseOnOutsideClick(false);
        var candidates = replacements.candidates(actor, transferId, participant.roleCode());
        getFooter().add(new Button(getTranslation("dossier.annuleren"), click -> close()));
        if (candidates.isEmpty()) {
            add(new Paragraph(getTranslation("vervangen.niemand")));
            return;
        }
        who.setLabel(getTranslation("vervangen.wie"));
        who.setItems(candidates);
        who.setItemLabelGenerator(this::label);
        who.setRequiredIndicatorVisible(true);
        who.addValueChangeListener(change -> aboveMaximum.setVisible(
                change.getValue() != null && change.getValue().isFull()));
        reason.setLabel(getTranslation("vervangen.reden"));
        reason.setItems(
                ReplacementReason.ILL, ReplacementReason.NO_MATCH, ReplacementReason.LEFT, ReplacementReason.OTHER);
        reason.setItemLabelGenerator(each -> getTranslation("vervangen.reden." + each.name()));
        reason.setRequiredIndicatorVisible(true);
        note.setLabel(getTranslation("vervangen.toelichting"));
        note.setHelperText(getTranslation("vervangen.toelichting.uitleg"));
        note.setMaxLength(LONGEST);
        aboveMaximum.setLabel(getTranslation("team.maximum.reden"));
        aboveMaximum.setMaxLength(LONGEST);
        aboveMaximum.setVisible(false);
        aboveMaximum.setRequiredIndicatorVisible(true);
        var content = new Div(
                new Paragraph(
                        participant.personName() == null
                                ? getTranslation("vervangen.uitleg.rol")
                                : getTranslation("vervangen.uitleg", participant.personName())),
                who,
                aboveMaximum,
                reason,
                note);
        content.addClassNames("lb-stack", "lb-dossier-replace");
        add(content);
        var send = new Button(getTranslation("vervangen.knop"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(send);
    }

    private String label(Candidate candidate) {
        var load = candidate.maximum() == null
                ? getTranslation("team.collega", candidate.displayName(), candidate.load())
                : getTranslation(
                        "team.collega.maximum", candidate.displayName(), candidate.load(), candidate.maximum());
        return candidate.organisationId() == participant.organisationId()
                ? load
                : load + ", " + candidate.organisationName();
    }

    private void send() {
        var fields = Map.<String, HasValidation>of(
                "persoon", who, "reden", reason, "toelichting", note, "maximum", aboveMaximum);
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            replacements.replace(
                    actor,
                    transferId,
                    participant.roleCode(),
                    who.getValue(),
                    reason.getValue(),
                    note.getValue(),
                    aboveMaximum.getValue());
            close();
            Messages.done(getTranslation("vervangen.gelukt", who.getValue().displayName()));
            afterwards.run();
        } catch (ReplacementRefused e) {
            var field = e.field() == null ? null : fields.get(e.field());
            if (field == null) {
                Messages.problem(e.getMessage());
                return;
            }
            aboveMaximum.setVisible(aboveMaximum.isVisible() || field == aboveMaximum);
            field.setErrorMessage(e.getMessage());
            field.setInvalid(true);
        }
    }
}
