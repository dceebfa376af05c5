package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.admission.MoveDraft;
import nl.landingsbaan.platform.admission.MoveNotFound;
import nl.landingsbaan.platform.admission.MoveRequest;
import nl.landingsbaan.platform.admission.MoveState;
import nl.landingsbaan.platform.admission.RegionalMoves;
import nl.landingsbaan.platform.admission.SentMove;
import nl.landingsbaan.platform.consent.Manner;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.transfer.CarriedValue;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.ui.form.DateInput;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Messages;
import nl.landingsbaan.ui.shell.Requires;

/** Hands a young person over to another region, with what they agreed to, and shows what became of it. */
@Route(value = "dossier/:id/verhuizen", layout = DossierFrame.class)
@PermitAll
@Requires(Right.COORDINATE)
public class MovePage extends Div implements DossierPart {

    private final CurrentActor actor;
    private final transient RegionalMoves moves;
    private final transient Dates dates;
    private ComboBox<Region> region;
    private CheckboxGroup<Category> categories;
    private CheckboxGroup<Signatory> consent;
    private ComboBox<Manner> manner;
    private DateInput givenOn;
    private TextArea reason;
    private RadioButtonGroup<Boolean> present;
    private TextArea absence;

    MovePage(CurrentActor actor, RegionalMoves moves, Dates dates) {
        this.actor = actor;
        this.moves = moves;
        this.dates = dates;
        addClassName("lb-stack");
    }

    @Override
    public void show(long transferId) {
        removeAll();
        add(new H2(getTranslation("verhuizen.titel")));
        if (!moves.maySend(actor.get(), transferId)) {
            add(quiet("verhuizen.wie"));
            return;
        }
        var sent = moves.sent(actor.get(), transferId);
        sent.forEach(move -> add(state(transferId, move)));
        var closed =
                sent.stream().anyMatch(move -> move.state() == MoveState.SENT || move.state() == MoveState.TAKEN_OVER);
        if (!closed) {
            add(form(transferId, moves.draft(actor.get(), transferId)));
        }
    }

    /** Whoever is filling in the form keeps what was typed. */
    @Override
    public void changed(long transferId) {}

    private Div state(long transferId, SentMove move) {
        var text = new Paragraph(getTranslation(
                "verhuizen.staat." + move.state(),
                move.regionName(),
                dates.full(Dates.day(move.answeredAt() == null ? move.sentAt() : move.answeredAt()), getLocale())));
        var card = new Div(text);
        card.addClassNames("lb-card", "lb-stack");
        if (move.answer() != null) {
            card.add(new Paragraph(getTranslation("verhuizen.antwoord", move.answer())));
        }
        if (move.state() == MoveState.TAKEN_OVER) {
            card.add(quiet("verhuizen.afsluiten"));
        }
        if (move.state() == MoveState.SENT) {
            card.add(new Button(getTranslation("verhuizen.intrekken"), click -> recall(transferId, move)));
        }
        return card;
    }

    private void recall(long transferId, SentMove move) {
        try {
            moves.recall(actor.get(), move.id());
            Messages.done(getTranslation("verhuizen.ingetrokken"));
        } catch (MoveNotFound e) {
            Messages.problem(getTranslation("verhuizen.al-beantwoord"));
        }
        show(transferId);
    }

    private Div form(long transferId, MoveDraft draft) {
        region = new ComboBox<>(getTranslation("verhuizen.regio"));
        region.setItems(draft.destinations());
        region.setItemLabelGenerator(Region::name);
        categories = new CheckboxGroup<>(getTranslation("verhuizen.wat"));
        categories.setItems(draft.values().keySet());
        categories.setItemLabelGenerator(category -> inWords(category, draft.values()));
        categories.setHelperText(getTranslation("verhuizen.wat.uitleg"));
        categories.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        categories.setVisible(!draft.values().isEmpty());
        consent = new CheckboxGroup<>(getTranslation("verhuizen.toestemming"));
        consent.setItems(draft.needed());
        consent.setItemLabelGenerator(each -> getTranslation("verhuizen.toestemming." + each));
        consent.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        consent.addClassName("lb-required");
        manner = new ComboBox<>(getTranslation("verhuizen.manier"));
        manner.setItems(Manner.values());
        manner.setItemLabelGenerator(each -> getTranslation("verhuizen.manier." + each));
        givenOn = new DateInput();
        givenOn.setLabel(getTranslation("verhuizen.datum"));
        givenOn.setValue(dates.today());
        reason = new TextArea(getTranslation("verhuizen.reden"));
        present = new RadioButtonGroup<>(getTranslation("verhuizen.aanwezig"));
        present.setItems(true, false);
        present.setItemLabelGenerator(each -> getTranslation(each ? "verhuizen.ja" : "verhuizen.nee"));
        present.setValue(true);
        absence = new TextArea(getTranslation("verhuizen.afwezig"));
        absence.setVisible(false);
        present.addValueChangeListener(change -> absence.setVisible(Boolean.FALSE.equals(change.getValue())));
        region.setRequiredIndicatorVisible(true);
        manner.setRequiredIndicatorVisible(true);
        givenOn.setRequiredIndicatorVisible(true);
        reason.setRequiredIndicatorVisible(true);
        absence.setRequiredIndicatorVisible(true);
        fields().values().forEach(field -> field.getElement().setProperty("manualValidation", true));
        var send = new Button(getTranslation("verhuizen.versturen"), click -> send(transferId));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var card = new Div(
                quiet("verhuizen.uitleg"),
                region,
                categories,
                consent,
                manner,
                givenOn,
                reason,
                present,
                absence,
                send);
        card.addClassNames("lb-card", "lb-stack", "lb-move");
        return card;
    }

    private String inWords(Category category, Map<Category, List<CarriedValue>> values) {
        return getTranslation("categorie." + category.code()) + ": "
                + values.get(category).stream().map(CarriedValue::label).collect(Collectors.joining("; "));
    }

    private void send(long transferId) {
        fields().values().forEach(field -> ((HasValidationProperties) field).setInvalid(false));
        try {
            moves.send(
                    actor.get(),
                    transferId,
                    new MoveRequest(
                            region.getValue() == null ? null : region.getValue().id(),
                            categories.getValue(),
                            consent.getValue(),
                            manner.getValue(),
                            givenOn.typed() instanceof LocalDate date ? date : null,
                            reason.getValue(),
                            present.getValue(),
                            present.getValue() ? null : absence.getValue()));
            Messages.done(getTranslation("verhuizen.verstuurd"));
            show(transferId);
        } catch (FormRefused e) {
            showErrors(e.errors());
        }
    }

    private void showErrors(Map<String, String> errors) {
        Component first = null;
        for (var field : fields().entrySet()) {
            var message = errors.get(field.getKey());
            if (message != null) {
                var validation = (HasValidationProperties) field.getValue();
                validation.setErrorMessage(message);
                validation.setInvalid(true);
                first = first == null ? field.getValue() : first;
            }
        }
        if (first != null) {
            first.getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus()");
        }
    }

    private Map<String, Component> fields() {
        var fields = new LinkedHashMap<String, Component>();
        fields.put(MoveRequest.REGION, region);
        fields.put(MoveRequest.SIGNATORIES, consent);
        fields.put(MoveRequest.MANNER, manner);
        fields.put(MoveRequest.GIVEN_ON, givenOn);
        fields.put(MoveRequest.REASON, reason);
        fields.put(MoveRequest.ABSENCE, absence);
        return fields;
    }

    private Paragraph quiet(String key) {
        var text = new Paragraph(getTranslation(key));
        text.addClassName("lb-quiet");
        return text;
    }
}
