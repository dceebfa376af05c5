package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.form.FormUnreadable;
import nl.landingsbaan.platform.form.Forms;
import org.junit.jupiter.api.Test;

class StartEnGoFormsTest {

    private static final Map<String, List<Choice>> PEOPLE = Map.of(
            "medewerkers.coach", List.of(new Choice("1", "Noor")),
            "organisaties.mbo", List.of(new Choice("2", "Het mbo")));

    @Test
    void aReferralNeedsAYoungPersonWhoIsOpenToCoachingAndKnowsWhatToBecome() throws Exception {
        var answers = new HashMap<String, Object>(Map.of(
                "aanleiding", "ouders",
                "verzoek_ouders", "Of er iemand mee kan.",
                "aanmeldreden", "De overstap is erg spannend.",
                "schoolsoort", "vso",
                "niveau", "entree",
                "opleiding", "Groen",
                "open_voor_coaching", true,
                "beroepskeuze_bekend", true,
                "kan_naar_school", true));
        assertThat(errors("aanmelding", answers)).isEmpty();
        answers.put("open_voor_coaching", false);
        answers.put("beroepskeuze_bekend", false);
        assertThat(errors("aanmelding", answers)).containsOnlyKeys("open_voor_coaching", "beroepskeuze_bekend");
    }

    /** 002 F 28. */
    @Test
    void asCoachICannotFinishTheWelcomeTalkWithoutCommunicatedEndDate() throws Exception {
        var answers = new HashMap<String, Object>(Map.of(
                "gesprek_op", "2027-03-01",
                "aanwezig", List.of("jongere", "ouders", "coach"),
                "afspraken", "Elke week een appje.",
                "ondersteuningsprofiel", "licht",
                "intakedatum_bekend", "nee"));
        assertThat(errors("welkomstgesprek", answers)).containsOnlyKeys("einddatum", "einddatum_verteld");
        answers.put("einddatum", "2027-12-24");
        assertThat(errors("welkomstgesprek", answers)).containsOnlyKeys("einddatum_verteld");
        answers.put("einddatum_verteld", false);
        assertThat(errors("welkomstgesprek", answers)).containsOnlyKeys("einddatum_verteld");
        answers.put("einddatum_verteld", true);
        assertThat(errors("welkomstgesprek", answers)).isEmpty();
        answers.put("aanwezig", List.of("jongere", "coach"));
        assertThat(errors("welkomstgesprek", answers)).containsOnlyKeys("reden_zonder_ouders");
    }

    @Test
    void aCoachWhoWasNotAtTheIntakeSaysWhy() throws Exception {
        var answers = Map.<String, Object>of("coach_aanwezig", "nee", "intake_uitkomst", "toegelaten");
        assertThat(errors("intakegesprek", answers)).containsOnlyKeys("reden_coach_afwezig");
    }

    @Test
    void aVisitThatDidNotHappenNeedsAReasonAndNoDate() throws Exception {
        assertThat(errors("locatiebezoek", Map.of("bezoek_soort", List.of("niet"))))
                .containsOnlyKeys("bezoek_niet_reden");
        assertThat(errors("locatiebezoek", Map.of("bezoek_soort", List.of("reis", "eerste_dag"))))
                .containsOnlyKeys("bezoek_op");
    }

    @Test
    void anExtensionNeedsADateAReasonAndAYoungPersonWhoKnows() throws Exception {
        assertThat(errors("afsluiten-of-verlengen", Map.of("besluit", "verlengen")))
                .containsOnlyKeys("verlengd_tot", "reden_verlenging", "verlenging_verteld");
        assertThat(errors("afsluiten-of-verlengen", Map.of("besluit", "afsluiten")))
                .containsOnlyKeys("jongere_weet_bij_wie");
    }

    @Test
    void nothingOfAPersonsOwnWordingGoesToTheEngine() throws Exception {
        for (String json : StartEnGo.BUNDLE.forms().values()) {
            assertThat(Form.parse(json, StartEnGo.BUNDLE.catalogue()).questions())
                    .filteredOn(FormField::processVariable)
                    .noneMatch(FormField::freeText)
                    .noneMatch(FormField::special);
        }
    }

    private static Map<String, String> errors(String formId, Map<String, Object> answers) throws FormUnreadable {
        var form = Form.parse(StartEnGo.BUNDLE.forms().get(formId), StartEnGo.BUNDLE.catalogue());
        return new Forms().check(form, answers, PEOPLE).errors();
    }
}
