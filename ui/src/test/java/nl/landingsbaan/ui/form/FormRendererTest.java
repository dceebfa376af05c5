package nl.landingsbaan.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormUnreadable;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.tenant.CatalogueFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormRendererTest {

    private static final String FORM = """
            {"id": "gesprek", "components": [
              {"type": "text", "id": "kop", "text": "### Het gesprek\\nVertel **kort** hoe het ging."},
              {"type": "radio", "key": "gestart", "validate": {"required": true}},
              {"type": "textarea", "key": "reden", "validate": {"required": true},
                "conditional": {"hide": "=gestart != \\"nee\\""}},
              {"type": "datetime", "subtype": "date", "key": "datum"},
              {"type": "number", "key": "uren"},
              {"type": "checklist", "key": "wie"},
              {"type": "select", "key": "coach"},
              {"type": "checkbox", "key": "akkoord"}
            ]}""";

    private static final Catalogue CATALOGUE = CatalogueFile.parse("""
            gestart: {label: 'Is de jongere gestart?', soort: keuze, categorie: uitkomst, keuzes: {ja: Ja, nee: Nee}}
            reden: {label: 'Waarom niet?', soort: lange-tekst, categorie: uitkomst}
            datum: {label: Datum, soort: datum, categorie: voortgang}
            uren: {label: Uren, soort: getal, categorie: voortgang}
            wie: {label: 'Wie waren erbij?', soort: meerkeuze, categorie: voortgang, keuzes: {ouders: Ouders, coach: Coach}}
            coach: {label: Coach, soort: keuze, categorie: voortgang, bron: medewerkers.coach}
            akkoord: {label: Akkoord, soort: vinkje, categorie: voortgang}
            """);

    private final Forms forms = new Forms();

    @BeforeEach
    void aPage() {
        UI.setCurrent(new UI());
    }

    @AfterEach
    void noPage() {
        UI.setCurrent(null);
    }

    @Test
    void whatGoesInComesOutAsTheServerTakesIt() throws FormUnreadable {
        var form = form(3);
        form.fill(Map.of(
                "gestart",
                "ja",
                "datum",
                "2025-09-12",
                "uren",
                "2,5",
                "wie",
                List.of("coach"),
                "coach",
                "2",
                "akkoord",
                true));

        assertThat(form.values())
                .isEqualTo(Map.of(
                        "gestart",
                        "ja",
                        "datum",
                        LocalDate.of(2025, 9, 12),
                        "uren",
                        "2,5",
                        "wie",
                        List.of("coach"),
                        "coach",
                        "2",
                        "akkoord",
                        true));
        assertThat(form.asText()).contains("Datum: 12-9-2025", "Coach: Persoon 2", "Wie waren erbij?: Coach");
    }

    @Test
    void aConditionHidesAFieldAndWhatWasTypedInItStays() throws FormUnreadable {
        var form = form(3);
        assertThat(field(form, "reden").isVisible()).isFalse();

        form.fill(Map.of("gestart", "nee", "reden", "verhuisd"));
        assertThat(field(form, "reden").isVisible()).isTrue();

        form.fill(Map.of("gestart", "ja"));
        assertThat(field(form, "reden").isVisible()).isFalse();
        assertThat(form.values()).containsEntry("reden", "verhuisd");
    }

    @Test
    void eachChangeIsToldWithAllValues() throws FormUnreadable {
        var form = form(3);
        var told = new ArrayList<Map<String, Object>>();
        form.onChange(told::add);

        form.fill(Map.of("gestart", "nee"));
        assertThat(told).as("filling in is no change by the user").isEmpty();

        ((TextField) field(form, "uren")).setValue("3");
        assertThat(told).singleElement().isEqualTo(Map.of("gestart", "nee", "uren", "3"));
    }

    @Test
    void anErrorIsShownAtItsFieldUntilTheFieldChanges() throws FormUnreadable {
        var form = form(3);
        form.showErrors(Map.of("uren", "Vul een getal in.", "elders", "Kies de school."));
        var hours = (HasValidationProperties) field(form, "uren");

        assertThat(hours.isInvalid()).isTrue();
        assertThat(hours.getErrorMessage()).isEqualTo("Vul een getal in.");
        assertThat(((HasValidationProperties) field(form, "datum")).isInvalid()).isFalse();

        ((TextField) field(form, "uren")).setValue("3");
        assertThat(hours.isInvalid()).isFalse();
    }

    @Test
    void choicesThatMayBeManyAreAFieldToSearchInAndFewAreAllInView() throws FormUnreadable {
        assertThat(field(form(3), "coach")).isInstanceOf(ComboBox.class);
        assertThat(field(form(3), "gestart")).isInstanceOf(RadioButtonGroup.class);
        assertThat(field(form(3), "wie")).isInstanceOf(CheckboxGroup.class);
        assertThat(field(form(3), "akkoord")).isInstanceOf(Checkbox.class);
    }

    private FormRenderer form(int coaches) throws FormUnreadable {
        var choices = IntStream.rangeClosed(1, coaches)
                .mapToObj(number -> new Choice(Integer.toString(number), "Persoon " + number))
                .toList();
        return new FormRenderer(Form.parse(FORM, CATALOGUE), Map.of("medewerkers.coach", choices), forms);
    }

    private static Component field(FormRenderer form, String key) {
        return children(form)
                .filter(child -> child.getId().filter(("veld-" + key)::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> children(Component parent) {
        return parent.getChildren().flatMap(child -> Stream.concat(Stream.of(child), children(child)));
    }
}
