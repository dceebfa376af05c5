package nl.landingsbaan.ui.youngpeople;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
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
import java.util.stream.Stream;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.KnownYoungPeople;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.ReferralForm;
import nl.landingsbaan.platform.transfer.ReferralImpossible;
import nl.landingsbaan.platform.transfer.Referrals;
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
    private final transient Referrals referrals;
    private final transient Forms forms;
    private final TextField firstName = new TextField();
    private final TextField lastName = new TextField();
    private final DateInput birthDate;
    private final Select<Membership> school = new Select<>();
    private final Map<String, Component> fixed = new LinkedHashMap<>();
    private final transient KnownYoungPeople known;
    private final KnownPanel knownPanel;
    private final Paragraph under16 = new Paragraph();
    private transient ReferralForm referral;
    private FormRenderer form;

    ReferView(CurrentActor actor, Referrals referrals, KnownYoungPeople known, Forms forms, Dates dates) {
        this.actor = actor;
        this.referrals = referrals;
        this.known = known;
        this.knownPanel = new KnownPanel(dates, actor.get().may(Right.COORDINATE));
        this.forms = forms;
        this.birthDate = new DateInput();
        birthDate.setInitialPosition(dates.today().minusYears(USUAL_AGE));
        addClassNames("lb-page", "lb-refer");
        var heading = new Div(
                new H1(getTranslation("aanmelden.titel")),
                new Anchor("aanmelden/klas", getTranslation("aanmelden.klas")));
        heading.addClassName("lb-heading");
        add(heading);
        try {
            referral = referrals.form(actor.get());
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
        var card = new Div(new H2(getTranslation("aanmelden.jongere")), person, under16, knownPanel, form, send);
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
        under16.setText(getTranslation("aanmelden.jonger-dan-16"));
        under16.addClassName("lb-banner");
        under16.getElement().setAttribute("role", "status");
        under16.setVisible(false);
        school.setLabel(getTranslation("aanmelden.school"));
        school.setItems(referral.schools());
        school.setItemLabelGenerator(Membership::organisationName);
        school.setValue(referral.schools().getFirst());
        fixed.put(Referral.FIRST_NAME, firstName);
        fixed.put(Referral.LAST_NAME, lastName);
        fixed.put(Referral.BIRTH_DATE, birthDate);
        fixed.put(Referral.ORGANISATION, school);
        Stream.of(firstName, lastName).forEach(name -> name.addValueChangeListener(change -> lookUp()));
        birthDate.addValueChangeListener(change -> {
            lookUp();
            under16.setVisible(birthDate.typed() instanceof LocalDate date
                    && referral.startingYear().startsUnder16(date));
        });
        // The server alone says what is wrong, when it is asked.
        fixed.values().forEach(field -> field.getElement().setProperty("manualValidation", true));
    }

    private void lookUp() {
        knownPanel.show(known.like(actor.get(), typed(), referral.schoolYear()));
    }

    private Referral typed() {
        return new Referral(
                firstName.getValue(),
                lastName.getValue(),
                birthDate.typed() instanceof LocalDate date ? date : null,
                school.getValue().organisationId(),
                form.values());
    }

    private void refer() {
        lookUp();
        var typed = typed();
        if (!knownPanel.isAnswered() && referrals.check(referral, typed).isEmpty()) {
            knownPanel.askAgain();
            return;
        }
        try {
            var id = referrals.refer(
                    actor.get(), knownPanel.chosen().map(typed::as).orElse(typed));
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
