package nl.landingsbaan.ui.handover;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.consent.SharedState;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.handover.Composition;
import nl.landingsbaan.platform.handover.Going;
import nl.landingsbaan.platform.handover.HandoverRefused;
import nl.landingsbaan.platform.handover.HandoverSheet;
import nl.landingsbaan.platform.handover.LeftOut;
import nl.landingsbaan.platform.handover.Staying;
import nl.landingsbaan.platform.task.TaskClosed;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.ui.form.FormRenderer;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Messages;

/** A sender makes up a handover: what goes and what stays, what was discussed, and off it goes. */
final class Composer extends Div {

    /** What the page does with what is made up. */
    interface Desk {
        void keep(Map<String, LeftOut> leftOut, Map<String, Object> typed);

        HandoverSheet preview(Map<String, LeftOut> leftOut);

        void send(Map<String, LeftOut> leftOut, Map<String, Object> filledIn);

        void sent();
    }

    private final transient Desk desk;
    private final transient Dates dates;
    private final Map<String, Choice> choices = new LinkedHashMap<>();
    private final FormRenderer form;
    private final Span draftState = new Span();

    private record Choice(Checkbox goes, ComboBox<LeftOut> why) {}

    Composer(Composition composition, long transferId, Forms forms, Dates dates, Desk desk) {
        this.desk = desk;
        this.dates = dates;
        addClassNames("lb-stack", "lb-composer");
        form = new FormRenderer(composition.task().form(), composition.task().choices(), forms);
        form.fill(composition.task().draft());
        form.onChange(typed -> keep());
        add(receivers(composition), going(composition.going()), staying(composition, transferId), talk());
    }

    private Div receivers(Composition composition) {
        var to = composition.receivers().stream()
                .map(receiver -> receiver.personName() == null
                        ? getTranslation("overdracht.ontvanger", receiver.organisationName(), receiver.roleName())
                        : getTranslation(
                                "overdracht.ontvanger.persoon", receiver.personName(), receiver.organisationName()))
                .collect(Collectors.joining("; "));
        var line = new Div(new Paragraph(
                to.isEmpty() ? getTranslation("overdracht.geen-ontvanger") : getTranslation("overdracht.aan", to)));
        line.addClassNames("lb-banner", to.isEmpty() ? "lb-banner-late" : "lb-banner-done");
        return line;
    }

    private Section going(List<Going> going) {
        var section = card("overdracht.mee", "overdracht.mee.uitleg");
        if (going.isEmpty()) {
            var nothing = new Paragraph(getTranslation("overdracht.mee.geen"));
            nothing.addClassName("lb-quiet");
            section.add(nothing);
        }
        byCategory(going).forEach((category, items) -> {
            section.add(new H3(name(category)));
            items.forEach(item -> section.add(item(item)));
        });
        return section;
    }

    private Div item(Going item) {
        var goes = new Checkbox(item.value().label(), item.leftOut() == null);
        var text = new Span(item.value().text());
        text.addClassName("lb-value");
        var why = new ComboBox<LeftOut>(getTranslation("overdracht.weg.waarom"));
        why.setItems(LeftOut.values());
        why.setItemLabelGenerator(reason -> getTranslation("overdracht.weg." + reason.name()));
        why.setRequiredIndicatorVisible(true);
        why.setValue(item.leftOut());
        why.setVisible(item.leftOut() != null);
        goes.addValueChangeListener(change -> {
            why.setVisible(!change.getValue());
            why.setInvalid(false);
            if (!change.getValue() && change.isFromClient()) {
                why.focus();
            }
            keep();
        });
        why.addValueChangeListener(change -> {
            why.setInvalid(false);
            keep();
        });
        choices.put(item.value().key(), new Choice(goes, why));
        var row = new Div(goes, text, why);
        row.addClassName("lb-handover-item");
        return row;
    }

    private Section staying(Composition composition, long transferId) {
        var staying = composition.staying();
        if (composition.somethingStays()) {
            return card("overdracht.blijft", "overdracht.blad.niet-alles");
        }
        var section = card("overdracht.blijft", "overdracht.blijft.uitleg");
        if (staying.isEmpty()) {
            var nothing = new Paragraph(getTranslation("overdracht.blijft.geen"));
            nothing.addClassName("lb-quiet");
            section.add(nothing);
            return section;
        }
        var byReason = new TreeMap<String, List<Staying>>();
        staying.forEach(each -> byReason.computeIfAbsent(reason(each.state()), key -> new ArrayList<>())
                .add(each));
        byReason.forEach((reason, items) -> {
            section.add(new H3(getTranslation(reason)));
            var list = new UnorderedList();
            items.stream()
                    .collect(Collectors.groupingBy(Staying::category, TreeMap::new, Collectors.toList()))
                    .forEach((category, ofCategory) -> {
                        var kind = new Span(name(category) + ": ");
                        kind.addClassName("lb-strong");
                        list.add(new ListItem(
                                kind,
                                new Span(ofCategory.stream().map(Staying::label).collect(Collectors.joining("; ")))));
                    });
            section.add(list);
        });
        section.add(new Anchor("dossier/" + transferId + "/delen", getTranslation("overdracht.blijft.delen")));
        return section;
    }

    private static String reason(SharedState state) {
        return "overdracht.blijft." + (state == null || state == SharedState.GIVEN ? "ROL" : state.name());
    }

    private Section talk() {
        var section = card("overdracht.gesprek", null);
        var send = new Button(getTranslation("overdracht.versturen"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        var preview = new Button(getTranslation("overdracht.voorbeeld"), click -> preview());
        draftState.addClassNames("lb-quiet", "lb-draft-state");
        draftState.getElement().setAttribute("role", "status");
        var actions = new Div(send, preview, draftState);
        actions.addClassNames("lb-row", "lb-actions");
        section.add(form, actions);
        return section;
    }

    private void keep() {
        desk.keep(leftOut(), form.values());
        draftState.setText(getTranslation("taak.concept"));
    }

    private void preview() {
        var dialog = new Dialog(getTranslation("overdracht.voorbeeld.titel"));
        dialog.setWidth("min(48rem, 100%)");
        var explanation = new Paragraph(getTranslation("overdracht.voorbeeld.uitleg"));
        explanation.addClassName("lb-quiet");
        var sheet = new SheetView(desk.preview(leftOut()), dates);
        // Without anything to focus on, a long sheet could not be scrolled with the keyboard.
        sheet.getElement().setAttribute("tabindex", "0");
        dialog.add(explanation, sheet);
        dialog.getFooter().add(new Button(getTranslation("overdracht.sluiten"), click -> dialog.close()));
        dialog.open();
    }

    private void send() {
        try {
            var without = choices.values().stream()
                    .filter(choice -> !choice.goes().getValue() && choice.why().getValue() == null)
                    .toList();
            if (!without.isEmpty()) {
                without.forEach(choice -> {
                    choice.why().setErrorMessage(getTranslation("overdracht.weg.verplicht"));
                    choice.why().setInvalid(true);
                });
                without.getFirst().why().focus();
                return;
            }
            desk.send(leftOut(), form.values());
            Messages.done(getTranslation("overdracht.verstuurd"));
            desk.sent();
        } catch (FormRefused e) {
            form.showErrors(e.errors());
        } catch (HandoverRefused e) {
            Messages.problem(e.getMessage());
        } catch (TaskClosed e) {
            Messages.problem(getTranslation("taak.vervallen"));
        } finally {
            getChildren()
                    .flatMap(section -> section.getChildren())
                    .flatMap(part -> part.getChildren())
                    .filter(Button.class::isInstance)
                    .forEach(button -> ((Button) button).setEnabled(true));
        }
    }

    /** What has no reason yet is not left out yet. */
    private Map<String, LeftOut> leftOut() {
        var leftOut = new LinkedHashMap<String, LeftOut>();
        choices.forEach((key, choice) -> {
            if (!choice.goes().getValue() && choice.why().getValue() != null) {
                leftOut.put(key, choice.why().getValue());
            }
        });
        return leftOut;
    }

    private Section card(String title, String explanation) {
        var section = new Section(new H2(getTranslation(title)));
        section.addClassNames("lb-card", "lb-stack");
        if (explanation != null) {
            var text = new Paragraph(getTranslation(explanation));
            text.addClassName("lb-quiet");
            section.add(text);
        }
        return section;
    }

    private static Map<Category, List<Going>> byCategory(List<Going> going) {
        return going.stream()
                .collect(Collectors.groupingBy(item -> item.value().category(), TreeMap::new, Collectors.toList()));
    }

    private String name(Category category) {
        return getTranslation("categorie." + category.code());
    }
}
