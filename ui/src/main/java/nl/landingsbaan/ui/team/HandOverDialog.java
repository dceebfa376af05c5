package nl.landingsbaan.ui.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.StaffRefused;
import nl.landingsbaan.platform.task.Succession;
import nl.landingsbaan.platform.transfer.ReplacementRefused;
import nl.landingsbaan.ui.shell.Messages;

/** To whom everything of somebody goes. */
public class HandOverDialog extends Dialog {

    private enum To {
        ONE,
        SEVERAL,
        ROLE
    }

    private final transient Actor actor;
    private final long leaver;
    private final String name;
    private final transient Succession succession;
    private final transient Runnable afterwards;
    private final Map<Long, String> candidates = new LinkedHashMap<>();
    private final RadioButtonGroup<To> to = new RadioButtonGroup<>();
    private final ComboBox<Long> one = new ComboBox<>();
    private final MultiSelectComboBox<Long> several = new MultiSelectComboBox<>();
    private final Checkbox leaves = new Checkbox();
    private final TextArea aboveMaximum = new TextArea();

    /**
     * @param leaving whether it is about somebody who leaves, and whose roles end
     * @throws StaffRefused when the actor may not hand over for this person
     */
    public HandOverDialog(
            Actor actor, long leaver, String name, boolean leaving, Succession succession, Runnable afterwards) {
        this.actor = actor;
        this.leaver = leaver;
        this.name = name;
        this.succession = succession;
        this.afterwards = afterwards;
        setHeaderTitle(getTranslation("team.overdragen.titel", name));
        setWidth("min(34rem, 100%)");
        setCloseOnOutsideClick(false);
        var estate = succession.estate(actor, leaver);
        estate.candidates()
                .forEach(candidate -> candidates.putIfAbsent(
                        candidate.accountId(),
                        candidate.maximum() == null
                                ? getTranslation("team.collega", candidate.displayName(), candidate.load())
                                : getTranslation(
                                        "team.collega.maximum",
                                        candidate.displayName(),
                                        candidate.load(),
                                        candidate.maximum())));
        var content = new Div(
                new Paragraph(getTranslation("team.overdragen.wat", name, estate.youngPeople(), estate.tasks())),
                to,
                one,
                several,
                aboveMaximum,
                leaves,
                new Paragraph(getTranslation("team.overdragen.uitleg")));
        content.addClassNames("lb-stack", "lb-team-dialog");
        add(content);
        fields(leaving);
        var send = new Button(getTranslation("team.overdragen.knop"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("dossier.annuleren"), click -> close()), send);
    }

    private void fields(boolean leaving) {
        var ways = candidates.isEmpty()
                ? List.of(To.ROLE)
                : candidates.size() == 1 ? List.of(To.ONE, To.ROLE) : List.of(To.values());
        to.setLabel(getTranslation("team.overdragen.aan"));
        to.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        to.setItems(ways);
        to.setItemLabelGenerator(way -> getTranslation("team.overdragen.aan." + way.name()));
        to.addValueChangeListener(change -> showFields());
        one.setLabel(getTranslation("team.overdragen.wie"));
        one.setItems(candidates.keySet());
        one.setItemLabelGenerator(candidates::get);
        one.setRequiredIndicatorVisible(true);
        several.setLabel(getTranslation("team.overdragen.wie.meer"));
        several.setItems(candidates.keySet());
        several.setItemLabelGenerator(candidates::get);
        several.setRequiredIndicatorVisible(true);
        leaves.setLabel(getTranslation("team.overdragen.vertrekt", name));
        leaves.setValue(leaving);
        leaves.setVisible(leaver != actor.accountId());
        aboveMaximum.setLabel(getTranslation("team.maximum.reden"));
        aboveMaximum.setMaxLength(500);
        aboveMaximum.setVisible(false);
        to.setValue(ways.getFirst());
        showFields();
    }

    private void showFields() {
        one.setVisible(to.getValue() == To.ONE);
        several.setVisible(to.getValue() == To.SEVERAL);
    }

    private void send() {
        one.setInvalid(false);
        several.setInvalid(false);
        aboveMaximum.setInvalid(false);
        var successors = successors();
        if (successors.isEmpty() && to.getValue() != To.ROLE) {
            refuse("persoon", getTranslation("team.overdragen.kies"));
            return;
        }
        try {
            var done = succession.handOver(
                    actor, leaver, successors, leaves.isVisible() && leaves.getValue(), aboveMaximum.getValue());
            close();
            Messages.done(getTranslation("team.overdragen.gelukt", done.youngPeople(), done.tasks(), name));
            afterwards.run();
        } catch (ReplacementRefused e) {
            refuse(e.field(), e.getMessage());
        } catch (StaffRefused e) {
            Messages.problem(e.getMessage());
        }
    }

    private Set<Long> successors() {
        return switch (to.getValue()) {
            case ONE -> one.getValue() == null ? Set.of() : Set.of(one.getValue());
            case SEVERAL -> several.getValue();
            case ROLE -> Set.of();
        };
    }

    private void refuse(String field, String message) {
        if ("maximum".equals(field)) {
            aboveMaximum.setVisible(true);
            aboveMaximum.setErrorMessage(message);
            aboveMaximum.setInvalid(true);
            aboveMaximum.focus();
        } else if (to.getValue() == To.ONE) {
            one.setErrorMessage(message);
            one.setInvalid(true);
        } else if (to.getValue() == To.SEVERAL) {
            several.setErrorMessage(message);
            several.setInvalid(true);
        } else {
            Messages.problem(message);
        }
    }
}
