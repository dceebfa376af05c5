package nl.landingsbaan.platform.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.tenant.CatalogueFile;
import org.junit.jupiter.api.Test;

class FormsTest {

    private static final Catalogue CATALOGUE = CatalogueFile.parse("""
            naam: {label: Naam, soort: tekst, categorie: identificatie}
            tijd: {label: Tijd, soort: tekst, categorie: voortgang, uitleg: "Bijvoorbeeld 14:30."}
            verslag: {label: Verslag, soort: lange-tekst, categorie: voortgang}
            dagen: {label: Dagen, soort: getal, categorie: voortgang}
            dag: {label: Dag, soort: datum, categorie: voortgang}
            gestart: {label: Gestart, soort: keuze, categorie: uitkomst, procesvariabele: ja, keuzes: {ja: Ja, nee: Nee}}
            reden: {label: Reden, soort: keuze, categorie: uitkomst, keuzes: {ziek: Ziek, anders: Anders}}
            toelichting: {label: Toelichting, soort: tekst, categorie: uitkomst}
            coach: {label: Coach, soort: keuze, categorie: voortgang, bron: medewerkers.coach}
            aanwezig: {label: Aanwezig, soort: meerkeuze, categorie: voortgang, keuzes: {jongere: Jongere, ouders: Ouders}}
            verteld: {label: Verteld, soort: vinkje, categorie: voortgang}
            """);

    private static final String FORM = """
            {"id": "proef", "components": [
              {"type": "text", "id": "kop", "text": "### Over de start"},
              {"type": "textfield", "key": "naam", "validate": {"required": true, "minLength": 2}},
              {"type": "textfield", "key": "tijd", "validate": {"pattern": "[0-9]{1,2}:[0-9]{2}"}},
              {"type": "textarea", "key": "verslag", "properties": {"zichtbaar": "mentor, coach"}},
              {"type": "number", "key": "dagen", "validate": {"min": 1, "max": 5}},
              {"type": "datetime", "subtype": "date", "key": "dag"},
              {"type": "radio", "key": "gestart", "label": "Niet deze tekst"},
              {"type": "select", "key": "reden", "validate": {"required": true},
               "conditional": {"hide": "=gestart != \\"nee\\""}},
              {"type": "textfield", "key": "toelichting", "validate": {"required": true},
               "conditional": {"hide": "=reden != \\"anders\\""}},
              {"type": "select", "key": "coach", "properties": {"deelnemer": "coach"}},
              {"type": "checklist", "key": "aanwezig"},
              {"type": "checkbox", "key": "verteld"}
            ]}""";

    private final Forms forms = new Forms();

    @Test
    void readsWhatTheAuthorWroteInTheOrderOfTheForm() throws Exception {
        Form form = Form.parse(FORM, CATALOGUE);
        assertThat(form.fields()).hasSize(12);
        assertThat(form.fields().getFirst().type()).isEqualTo(FieldType.HEADING);
        assertThat(form.field("verslag").orElseThrow().visibleTo()).containsExactlyInAnyOrder("mentor", "coach");
        assertThat(form.field("coach").orElseThrow().participantRole()).isEqualTo("coach");
        assertThat(form.field("coach").orElseThrow().choiceSource()).isEqualTo("medewerkers.coach");
        assertThat(form.field("gestart").orElseThrow().processVariable()).isTrue();
        assertThat(form.field("gestart").orElseThrow().label()).isEqualTo("Gestart");
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
        Form form = Form.parse(FORM, CATALOGUE);
        assertThat(forms.hidden(form, Map.of("gestart", "nee", "reden", "anders")))
                .isEmpty();
        assertThat(forms.hidden(form, Map.of("gestart", "ja", "reden", "anders")))
                .containsExactlyInAnyOrder("reden", "toelichting");
    }

    @Test
    void aQuestionByItselfIsAlwaysShownAndABoxMayThenBeOpen() throws Exception {
        Form form = Form.parse(FORM, CATALOGUE);
        var reason =
                new Form("los", List.of(form.field("toelichting").orElseThrow().alone()));
        assertThat(forms.hidden(reason, Map.of())).isEmpty();
        assertThat(forms.check(reason, Map.of(), Map.of()).errors()).containsOnlyKeys("toelichting");
        var box = new Form("los", List.of(form.field("verteld").orElseThrow().alone()));
        assertThat(forms.check(box, Map.of("verteld", false), Map.of()).answers())
                .containsEntry("verteld", false);
    }

    @Test
    void aBoxThatMustBeTickedIsNotAnsweredByLeavingItOpen() throws Exception {
        Form form = Form.parse("""
                {"id": "vink", "components": [
                  {"type": "checkbox", "key": "verteld", "label": "Verteld", "validate": {"required": true}}]}""", CATALOGUE);
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
                "{\"id\": \"a\", \"components\": [{\"type\": \"select\", \"key\": \"t\"}]}",
                "staat niet in de veldenlijst");
        unreadable("""
                {"id": "a", "components": [{"type": "textfield", "key": "naam",
                 "conditional": {"hide": "=x = = 3"}}]}""", "is niet te lezen");
    }

    private static void unreadable(String json, String message) {
        assertThatThrownBy(() -> Form.parse(json, CATALOGUE))
                .isInstanceOf(FormUnreadable.class)
                .hasMessageContaining(message);
    }

    private CheckedAnswers check(Map<String, Object> raw) throws FormUnreadable {
        return forms.check(
                Form.parse(FORM, CATALOGUE),
                new HashMap<>(raw),
                Map.of("medewerkers.coach", List.of(new Choice("7", "Noor"))));
    }
}
