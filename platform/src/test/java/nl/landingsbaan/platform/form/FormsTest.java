package nl.landingsbaan.platform.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormsTest {

    private static final String FORM = """
            {"id": "proef", "components": [
              {"type": "text", "id": "kop", "text": "### Over de start"},
              {"type": "textfield", "key": "naam", "label": "Naam", "validate": {"required": true, "minLength": 2}},
              {"type": "textfield", "key": "tijd", "label": "Tijd", "description": "Bijvoorbeeld 14:30.",
               "validate": {"pattern": "[0-9]{1,2}:[0-9]{2}"}},
              {"type": "textarea", "key": "verslag", "label": "Verslag", "properties": {"zichtbaar": "mentor, coach"}},
              {"type": "number", "key": "dagen", "label": "Dagen", "validate": {"min": 1, "max": 5}},
              {"type": "datetime", "subtype": "date", "key": "dag", "label": "Dag"},
              {"type": "radio", "key": "gestart", "label": "Gestart", "properties": {"procesvariabele": "ja"},
               "values": [{"value": "ja", "label": "Ja"}, {"value": "nee", "label": "Nee"}]},
              {"type": "select", "key": "reden", "label": "Reden", "validate": {"required": true},
               "conditional": {"hide": "=gestart != \\"nee\\""},
               "values": [{"value": "ziek", "label": "Ziek"}, {"value": "anders", "label": "Anders"}]},
              {"type": "textfield", "key": "toelichting", "label": "Toelichting", "validate": {"required": true},
               "conditional": {"hide": "=reden != \\"anders\\""}},
              {"type": "select", "key": "coach", "label": "Coach", "valuesKey": "medewerkers.coach",
               "properties": {"deelnemer": "coach"}},
              {"type": "checklist", "key": "aanwezig", "label": "Aanwezig",
               "values": [{"value": "jongere", "label": "Jongere"}, {"value": "ouders", "label": "Ouders"}]},
              {"type": "checkbox", "key": "verteld", "label": "Verteld"}
            ]}""";

    private final Forms forms = new Forms();

    @Test
    void readsWhatTheAuthorWroteInTheOrderOfTheForm() throws Exception {
        Form form = Form.parse(FORM);
        assertThat(form.fields()).hasSize(12);
        assertThat(form.fields().getFirst().type()).isEqualTo(FieldType.HEADING);
        assertThat(form.field("verslag").orElseThrow().visibleTo()).containsExactlyInAnyOrder("mentor", "coach");
        assertThat(form.field("coach").orElseThrow().participantRole()).isEqualTo("coach");
        assertThat(form.field("coach").orElseThrow().choiceSource()).isEqualTo("medewerkers.coach");
        assertThat(form.field("gestart").orElseThrow().processVariable()).isTrue();
        assertThat(form.field("naam").orElseThrow().processVariable()).isFalse();
    }

    @Test
    void answersGetTheTypeOfTheirField() throws Exception {
        var checked = check(Map.of(
                "naam", " Sam ",
                "tijd", "14:30",
                "dagen", "2,5",
                "dag", "1-9-2026",
                "coach", "7",
                "aanwezig", "jongere,ouders",
                "verteld", "true"));
        assertThat(checked.errors()).isEmpty();
        assertThat(checked.answers())
                .containsEntry("naam", "Sam")
                .containsEntry("dagen", new BigDecimal("2.5"))
                .containsEntry("dag", LocalDate.of(2026, 9, 1))
                .containsEntry("aanwezig", List.of("jongere", "ouders"))
                .containsEntry("verteld", true);
    }

    @Test
    void everyMistakeNamesTheFieldAndTheWayOut() throws Exception {
        var checked = check(Map.of(
                "tijd", "half drie",
                "dagen", "9",
                "dag", "31-2-2026",
                "gestart", "misschien",
                "coach", "8",
                "aanwezig", List.of("jongere", "buurman"),
                "verslag", "x".repeat(4001)));
        assertThat(checked.answers()).isEmpty();
        assertThat(checked.errors())
                .containsEntry("naam", "Vul 'Naam' in.")
                .containsEntry("tijd", "'Tijd' heeft niet de goede vorm. Bijvoorbeeld 14:30.")
                .containsEntry("dagen", "'Dagen' is te hoog. Vul 5 of minder in.")
                .containsEntry("dag", "De datum bij 'Dag' bestaat niet. Vul in als 31-12-2026.")
                .containsEntry("gestart", "Deze keuze is er niet bij 'Gestart'. Kies opnieuw uit de lijst.")
                .containsEntry("coach", "Deze keuze is er niet bij 'Coach'. Kies opnieuw uit de lijst.")
                .containsKeys("aanwezig", "verslag")
                .hasSize(8);
    }

    @Test
    void aHiddenFieldIsNeitherAskedNorStored() throws Exception {
        var started = check(Map.of("naam", "Sam", "gestart", "ja", "reden", "ziek", "toelichting", "thuis"));
        assertThat(started.errors()).isEmpty();
        assertThat(started.answers()).doesNotContainKeys("reden", "toelichting");

        var notStarted = check(Map.of("naam", "Sam", "gestart", "nee"));
        assertThat(notStarted.errors()).containsOnlyKeys("reden");
    }

    @Test
    void hidingOneFieldHidesWhatDependsOnIt() throws Exception {
        Form form = Form.parse(FORM);
        assertThat(forms.hidden(form, Map.of("gestart", "nee", "reden", "anders")))
                .isEmpty();
        assertThat(forms.hidden(form, Map.of("gestart", "ja", "reden", "anders")))
                .containsExactlyInAnyOrder("reden", "toelichting");
    }

    @Test
    void aBoxThatMustBeTickedIsNotAnsweredByLeavingItOpen() throws Exception {
        Form form = Form.parse("""
                {"id": "vink", "components": [
                  {"type": "checkbox", "key": "verteld", "label": "Verteld", "validate": {"required": true}}]}""");
        assertThat(forms.check(form, Map.of("verteld", false), Map.of()).errors())
                .containsOnlyKeys("verteld");
        assertThat(forms.check(form, Map.of("verteld", true), Map.of()).valid()).isTrue();
    }

    @Test
    void aFormThatCannotBeReadSaysWhatIsWrong() {
        unreadable("{\"id\": \"a\", ", "geen geldige JSON");
        unreadable("{\"components\": []}", "geen id");
        unreadable(
                "{\"id\": \"a\", \"components\": [{\"type\": \"textfield\", \"label\": \"Naam\"}]}",
                "geen goede sleutel");
        unreadable(
                "{\"id\": \"a\", \"components\": [{\"type\": \"table\", \"key\": \"t\", \"label\": \"T\"}]}",
                "niet kent (table)");
        unreadable(
                "{\"id\": \"a\", \"components\": [{\"type\": \"select\", \"key\": \"t\", \"label\": \"T\"}]}",
                "heeft geen keuzes");
        unreadable("""
                {"id": "a", "components": [{"type": "textfield", "key": "t", "label": "T",
                 "conditional": {"hide": "=x = = 3"}}]}""", "is niet te lezen");
    }

    private static void unreadable(String json, String message) {
        assertThatThrownBy(() -> Form.parse(json))
                .isInstanceOf(FormUnreadable.class)
                .hasMessageContaining(message);
    }

    private CheckedAnswers check(Map<String, Object> raw) throws FormUnreadable {
        return forms.check(
                Form.parse(FORM), new HashMap<>(raw), Map.of("medewerkers.coach", List.of(new Choice("7", "Noor"))));
    }
}
