package nl.landingsbaan.ui.team;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.people.Absence;
import nl.landingsbaan.platform.people.Absences;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.Colleague;
import nl.landingsbaan.platform.people.StaffRefused;
import nl.landingsbaan.ui.form.DateInput;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Messages;

/** When somebody is away, and who stands in. For oneself, or by a coordinator for somebody else. */
public class AbsenceDialog extends Dialog {

    private final transient Actor actor;
    private final long accountId;
    private final transient Absences absences;
    private final transient Dates dates;
    private final transient Runnable afterwards;
    private final Div known = new Div();
    private final DateInput from = date("team.afwezig.van");
    private final DateInput until = date("team.afwezig.tot");
    private final ComboBox<Colleague> substitute = new ComboBox<>();

    public AbsenceDialog(
            Actor actor, long accountId, String name, Absences absences, Dates dates, Runnable afterwards) {
        this.actor = actor;
        this.accountId = accountId;
        this.absences = absences;
        this.dates = dates;
        this.afterwards = afterwards;
        setHeaderTitle(
                actor.accountId() == accountId
                        ? getTranslation("team.afwezig.eigen")
                        : getTranslation("team.afwezig.van.wie", name));
        setWidth("min(32rem, 100%)");
        setCloseOnOutsideClick(false);
        var candidates = absences.candidates(actor, accountId);
        var content = new Div(new Paragraph(getTranslation("team.afwezig.uitleg")), known);
        content.addClassName("lb-stack");
        showKnown();
        add(content);
        getFooter().add(new Button(getTranslation("team.sluiten"), click -> close()));
        if (candidates.isEmpty()) {
            var nobody = new Paragraph(getTranslation("team.afwezig.niemand"));
            nobody.addClassNames("lb-banner", "lb-banner-warm");
            content.add(nobody);
            return;
        }
        substitute.setLabel(getTranslation("team.afwezig.vervanger"));
        substitute.setItems(candidates);
        substitute.setItemLabelGenerator(
                colleague -> colleague.displayName() + " (" + colleague.organisationName() + ")");
        substitute.setRequiredIndicatorVisible(true);
        from.setRequiredIndicatorVisible(true);
        until.setRequiredIndicatorVisible(true);
        var form = new FormLayout(from, until, substitute);
        form.setColspan(substitute, 2);
        content.add(form);
        var save = new Button(getTranslation("team.afwezig.opslaan"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(save);
    }

    private void showKnown() {
        known.removeAll();
        var list = new UnorderedList();
        list.addClassName("lb-team-absences");
        absences.of(actor.regionId(), List.of(accountId)).forEach(absence -> list.add(item(absence)));
        known.setVisible(list.getComponentCount() > 0);
        known.add(list);
    }

    private ListItem item(Absence absence) {
        var text = getTranslation(
                "team.afwezig.regel",
                dates.brief(absence.from(), getLocale()),
                dates.brief(absence.until(), getLocale()),
                absence.substituteName());
        var end = new Button(getTranslation("team.afwezig.weg"), click -> end(absence));
        end.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        end.setAriaLabel(getTranslation("team.afwezig.weg") + ": " + text);
        return new ListItem(new Span(text), end);
    }

    private void end(Absence absence) {
        try {
            absences.end(actor, absence.id());
            Messages.done(getTranslation("team.afwezig.weggehaald"));
        } catch (StaffRefused e) {
            Messages.problem(e.getMessage());
        }
        showKnown();
        afterwards.run();
    }

    private void save() {
        var fields = Map.<String, HasValidation>of("van", from, "tot", until, "vervanger", substitute);
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            absences.set(
                    actor,
                    accountId,
                    from.getValue(),
                    until.getValue(),
                    substitute.getValue() == null ? null : substitute.getValue().accountId());
            close();
            Messages.done(
                    getTranslation("team.afwezig.gelukt", substitute.getValue().displayName()));
            afterwards.run();
        } catch (StaffRefused e) {
            var field = e.field() == null ? null : fields.get(e.field());
            if (field == null) {
                Messages.problem(e.getMessage());
                return;
            }
            field.setErrorMessage(e.getMessage());
            field.setInvalid(true);
        }
    }

    private DateInput date(String label) {
        var input = new DateInput();
        input.setLabel(getTranslation(label));
        return input;
    }
}
