package nl.landingsbaan.ui.youngpeople;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.ReferralForm;
import nl.landingsbaan.platform.transfer.ReferralImpossible;
import nl.landingsbaan.platform.transfer.Transfers;
import nl.landingsbaan.ui.form.DateInput;
import nl.landingsbaan.ui.form.FormRenderer;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Messages;
import nl.landingsbaan.ui.shell.Requires;

/** Refers a young person: name, date of birth, and what the region's route asks at the start. */
@Route(value = "aanmelden", layout = MainLayout.class)
@PermitAll
@Requires(Right.REFER)
@StyleSheet("styles/youngpeople.css")
public class ReferView extends Div implements HasDynamicTitle {

    private static final int USUAL_AGE = 17;

    private final CurrentActor actor;
    private final transient Transfers transfers;
    private final transient Forms forms;
    private final TextField firstName = new TextField();
    private final TextField lastName = new TextField();
    private final DateInput birthDate;
    private final Select<Membership> school = new Select<>();
    private final Map<String, Component> fixed = new LinkedHashMap<>();
    private transient ReferralForm referral;
    private FormRenderer form;

    ReferView(CurrentActor actor, Transfers transfers, Forms forms, Dates dates) {
        this.actor = actor;
        this.transfers = transfers;
        this.forms = forms;
        this.birthDate = new DateInput(
                getLocale(),
                getTranslation("datum.vandaag"),
                getTranslation("datum.annuleren"),
                getTranslation("datum.fout"));
        birthDate.setInitialPosition(dates.today().minusYears(USUAL_AGE));
        addClassNames("lb-page", "lb-refer");
        add(new H1(getTranslation("aanmelden.titel")));
        try {
            referral = transfers.referralForm(actor.get());
            show();
        } catch (ReferralImpossible e) {
            var message = new Paragraph(e.getMessage());
            message.addClassName("lb-banner");
            add(message);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("aanmelden.titel") + " - Landingsbaan";
    }

    private void show() {
        form = new FormRenderer(referral.form(), referral.choices(), forms);
        prepareFixedFields();
        var person = new Div(firstName, lastName, birthDate);
        person.addClassName("lb-refer-person");
        if (referral.schools().size() > 1) {
            person.add(school);
        }
        var send = new Button(getTranslation("aanmelden.verstuur"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                refer();
            } finally {
                send.setEnabled(true);
            }
        });
        var explanation = new Paragraph(getTranslation("aanmelden.uitleg", referral.schoolYear()));
        explanation.addClassName("lb-quiet");
        var card = new Div(new H2(getTranslation("aanmelden.jongere")), person, form, send);
        card.addClassNames("lb-card", "lb-stack");
        add(explanation, card);
    }

    private void prepareFixedFields() {
        firstName.setLabel(getTranslation("aanmelden.voornaam"));
        firstName.setAutocomplete(Autocomplete.OFF);
        firstName.setRequiredIndicatorVisible(true);
        lastName.setLabel(getTranslation("aanmelden.achternaam"));
        lastName.setAutocomplete(Autocomplete.OFF);
        lastName.setRequiredIndicatorVisible(true);
        birthDate.setLabel(getTranslation("aanmelden.geboortedatum"));
        birthDate.setRequiredIndicatorVisible(true);
        school.setLabel(getTranslation("aanmelden.school"));
        school.setItems(referral.schools());
        school.setItemLabelGenerator(Membership::organisationName);
        school.setValue(referral.schools().getFirst());
        fixed.put(Referral.FIRST_NAME, firstName);
        fixed.put(Referral.LAST_NAME, lastName);
        fixed.put(Referral.BIRTH_DATE, birthDate);
        fixed.put(Referral.ORGANISATION, school);
        // The server alone says what is wrong, when it is asked.
        fixed.values().forEach(field -> field.getElement().setProperty("manualValidation", true));
    }

    private void refer() {
        try {
            var id = transfers.refer(
                    actor.get(),
                    new Referral(
                            firstName.getValue(),
                            lastName.getValue(),
                            birthDate.typed() instanceof LocalDate date ? date : null,
                            school.getValue().organisationId(),
                            form.values()));
            var ui = getUI().orElseThrow();
            ui.navigate("dossier/" + id);
            ui.getPage().executeJs("window.scrollTo(0, 0)");
            Messages.done(
                    getTranslation("aanmelden.gelukt", firstName.getValue().strip()));
        } catch (FormRefused e) {
            showErrors(e.errors());
        } catch (ReferralImpossible e) {
            Messages.problem(e.getMessage());
        }
    }

    /** The platform checks the fixed fields first; everything that is wrong is shown at once. */
    private void showErrors(Map<String, String> refused) {
        var errors = new LinkedHashMap<>(refused);
        if (birthDate.typed() instanceof String) {
            errors.put(Referral.BIRTH_DATE, getTranslation("datum.fout"));
        }
        Component first = null;
        for (var field : fixed.entrySet()) {
            var message = errors.remove(field.getKey());
            var validation = (HasValidationProperties) field.getValue();
            validation.setInvalid(message != null);
            validation.setErrorMessage(message == null ? "" : message);
            if (message != null && first == null) {
                first = field.getValue();
            }
        }
        errors.putAll(
                forms.check(referral.form(), form.values(), referral.choices()).errors());
        form.clearErrors();
        if (!errors.isEmpty()) {
            form.showErrors(errors);
        }
        if (first != null) {
            first.getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus()");
        }
    }
}
