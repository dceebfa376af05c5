package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.consent.Decision;
import nl.landingsbaan.platform.consent.DecisionRefused;
import nl.landingsbaan.platform.consent.Manner;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.region.Sharing;
import nl.landingsbaan.platform.transfer.DossierSharing;
import nl.landingsbaan.platform.transfer.SharingOverview;
import nl.landingsbaan.platform.transfer.SharingRefused;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Messages;

/** Records what somebody decided on sharing. What most people answer is filled in already. */
class DecisionDialog extends Dialog {

    private static final Map<String, List<Category>> GROUPS = groups();

    private final CurrentActor actor;
    private final transient DossierSharing sharing;
    private final transient Runnable afterwards;
    private final long transferId;
    private final MultiSelectComboBox<SharingOverview.Choice> receivers = new MultiSelectComboBox<>();
    private final RadioButtonGroup<Boolean> answer = new RadioButtonGroup<>();
    private final Checkbox everything = new Checkbox();
    private final List<CheckboxGroup<Category>> categories = new ArrayList<>();
    private final CheckboxGroup<Sharing.Purpose> purposes = new CheckboxGroup<>();
    private final CheckboxGroup<Signatory> signatories = new CheckboxGroup<>();
    private final RadioButtonGroup<Manner> manner = new RadioButtonGroup<>();
    private final DatePicker givenOn = new DatePicker();
    private final DatePicker until = new DatePicker();

    DecisionDialog(
            CurrentActor actor,
            DossierSharing sharing,
            SharingOverview overview,
            long transferId,
            LocalDate today,
            Runnable afterwards) {
        this.actor = actor;
        this.sharing = sharing;
        this.transferId = transferId;
        this.afterwards = afterwards;
        setHeaderTitle(getTranslation("delen.vastleggen"));
        setWidth("min(40rem, 100%)");
        setCloseOnOutsideClick(false);
        whom(overview);
        what();
        how(overview, today);
        var kinds = new Div();
        kinds.addClassName("lb-sharing-kinds");
        categories.forEach(kinds::add);
        var form = new Div(receivers, answer, everything, kinds);
        form.addClassName("lb-sharing-form");
        form.add(purposes, signatories, manner, givenOn, until);
        add(form);
        var save = new Button(getTranslation("delen.opslaan"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("dossier.annuleren"), click -> close()), save);
    }

    private void whom(SharingOverview overview) {
        receivers.setLabel(getTranslation("delen.met-wie"));
        receivers.setItems(overview.choices());
        receivers.setItemLabelGenerator(
                choice -> choice.name() == null ? getTranslation("delen.ouders") : choice.name());
        receivers.setWidthFull();
        receivers.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        purposes.setLabel(getTranslation("delen.waarvoor"));
        purposes.setItems(overview.purposes());
        purposes.setItemLabelGenerator(Sharing.Purpose::name);
        receivers.addValueChangeListener(change -> {
            var codes = change.getValue().stream()
                    .flatMap(choice -> choice.purposes().stream())
                    .collect(Collectors.toSet());
            purposes.setValue(overview.purposes().stream()
                    .filter(purpose -> codes.contains(purpose.code()))
                    .collect(Collectors.toSet()));
        });
        receivers.setValue(overview.choices().stream()
                .filter(SharingOverview.Choice::takesPart)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private void what() {
        answer.setLabel(getTranslation("delen.besluit"));
        answer.setItems(true, false);
        answer.setItemLabelGenerator(yes -> getTranslation(yes ? "delen.besluit.ja" : "delen.besluit.nee"));
        answer.setValue(true);
        answer.addValueChangeListener(change -> until.setVisible(Boolean.TRUE.equals(change.getValue())));
        everything.setLabel(getTranslation("delen.alles"));
        everything.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                categories.forEach(group -> group.setValue(
                        change.getValue() ? group.getListDataView().getItems().collect(Collectors.toSet()) : Set.of()));
            }
        });
        GROUPS.forEach((name, members) -> {
            var group = new CheckboxGroup<Category>();
            group.setLabel(getTranslation("delen.groep." + name));
            group.setItems(members);
            group.setItemLabelGenerator(category -> getTranslation("categorie." + category.code()));
            group.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
            group.addValueChangeListener(change -> everything.setValue(chosen().size() == Category.values().length));
            categories.add(group);
        });
    }

    private void how(SharingOverview overview, LocalDate today) {
        signatories.setLabel(getTranslation("delen.wie-beslist"));
        signatories.setItems(Signatory.values());
        signatories.setItemLabelGenerator(signatory -> getTranslation("delen.wie." + signatory));
        signatories.setValue(overview.needed());
        manner.setLabel(getTranslation("delen.hoe"));
        manner.setItems(Manner.values());
        manner.setItemLabelGenerator(each -> getTranslation("delen.hoe." + each));
        manner.setValue(Manner.GESPREK);
        givenOn.setLabel(getTranslation("delen.gegeven-op"));
        givenOn.setMax(today);
        givenOn.setValue(today);
        until.setLabel(getTranslation("delen.tot-en-met"));
        until.setMin(today);
        until.setValue(today.plusMonths(overview.validMonths()));
        for (var group : List.of(signatories, purposes)) {
            group.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        }
    }

    private Set<Category> chosen() {
        return categories.stream().flatMap(group -> group.getValue().stream()).collect(Collectors.toSet());
    }

    private void save() {
        fields().values().forEach(field -> field.setInvalid(false));
        try {
            sharing.record(
                    actor.get(),
                    transferId,
                    new Decision(
                            receivers.getValue().stream()
                                    .map(SharingOverview.Choice::receiver)
                                    .collect(Collectors.toSet()),
                            chosen(),
                            purposes.getValue().stream()
                                    .map(Sharing.Purpose::code)
                                    .collect(Collectors.toSet()),
                            signatories.getValue(),
                            Boolean.TRUE.equals(answer.getValue()),
                            manner.getValue(),
                            givenOn.getValue(),
                            until.getValue()));
            Messages.done(getTranslation("delen.vastgelegd"));
        } catch (DecisionRefused e) {
            e.errors().forEach((name, message) -> {
                var field = fields().get(name);
                field.setErrorMessage(message);
                field.setInvalid(true);
            });
            return;
        } catch (SharingRefused e) {
            Messages.problem(e.getMessage());
        } catch (TransferNotFound e) {
            Messages.problem(getTranslation("delen.weg"));
        }
        close();
        afterwards.run();
    }

    private Map<String, HasValidation> fields() {
        return Map.of(
                Decision.RECEIVERS, receivers,
                Decision.CATEGORIES, categories.getFirst(),
                Decision.PURPOSES, purposes,
                Decision.SIGNATORIES, signatories,
                Decision.MANNER, manner,
                Decision.GIVEN_ON, givenOn,
                Decision.UNTIL, until);
    }

    private static Map<String, List<Category>> groups() {
        var groups = new LinkedHashMap<String, List<Category>>();
        groups.put("wie", List.of(Category.IDENTIFICATIE, Category.CONTACT));
        groups.put("school", List.of(Category.LOOPBAAN, Category.VOORTGANG, Category.UITKOMST));
        groups.put(
                "steun",
                List.of(
                        Category.ONDERSTEUNING_LEREN,
                        Category.ONDERSTEUNING_SOCIAAL,
                        Category.ONDERSTEUNING_COMMUNICATIE,
                        Category.ONDERSTEUNING_FYSIEK,
                        Category.ONDERSTEUNING_ADL));
        groups.put(
                "bijzonder",
                List.of(
                        Category.MEDISCH,
                        Category.ONDERSTEUNING_MEDISCH,
                        Category.THUISSITUATIE,
                        Category.ONDERSTEUNING_THUIS));
        return groups;
    }
}
