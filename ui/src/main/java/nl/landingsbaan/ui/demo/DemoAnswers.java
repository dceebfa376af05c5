package nl.landingsbaan.ui.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.FieldType;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.form.Forms;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills in forms as the demo's people would: always the same for the same young person. */
@Component
@Profile("demo")
class DemoAnswers {

    /** Of the 60 of 2025, three did not start (seed 002, line 1804). */
    static final List<Integer> NOT_STARTING = List.of(11, 29, 47);

    private static final List<String> LONG_TEXTS = List.of(
            "Vindt grote groepen spannend. Werkt goed met een vast dagritme en een bekend gezicht.",
            "Gemotiveerd voor de opleiding. Heeft hulp nodig bij plannen en bij post van school.",
            "Thuis is er weinig begeleiding. Is open over wat lastig is en vraagt zelf om hulp.",
            "Samen de route naar school gereden en de mentor ontmoet. Dat gaf rust.",
            "Het gaat goed in de klas. De eerste toets was voldoende, op tijd komen blijft aandacht vragen.");

    private static final Map<String, List<String>> PREFERRED = Map.ofEntries(
            Map.entry("aanleiding", List.of("mdo", "mdo", "ouders")),
            Map.entry("schoolsoort", List.of("vso")),
            Map.entry("niveau", List.of("entree", "2", "entree", "2", "2", "3", "entree", "2", "4", "entree")),
            Map.entry("coach_beschikbaar", List.of("ja", "ja", "ja", "ja", "ja", "ja", "ja", "ja", "nee")),
            Map.entry("coach_kent_jongere", List.of("nee", "ja")),
            Map.entry("intakedatum_bekend", List.of("ja", "nee")),
            Map.entry("coach_aanwezig", List.of("ja", "ja", "ja", "ja", "ja", "ja", "ja", "ja", "nee")),
            Map.entry("intake_uitkomst", List.of("toegelaten")),
            Map.entry("jongere_aanwezig", List.of("ja", "ja", "ja", "ja", "ja", "ja", "nee")),
            Map.entry("overdracht_besluit", List.of("overgenomen")),
            Map.entry("nabellen_uitkomst", List.of("leest", "leest", "niet_bereikt")),
            Map.entry("ondersteuningsprofiel", List.of("licht", "intensief", "licht")),
            Map.entry("hoe_gaat_het", List.of("goed", "goed", "wisselend", "goed", "zorgelijk")),
            Map.entry("coaching_nodig", List.of("ja", "ja", "ja", "nee")),
            Map.entry("besluit", List.of("afsluiten", "afsluiten", "afsluiten", "afsluiten", "verlengen")),
            Map.entry("op_school", List.of("ja", "ja", "ja", "ja", "ja", "ja", "nee", "onbekend")));

    /** What is told although nobody has to; telephone numbers and addresses that belong to nobody. */
    private static final Map<String, List<String>> TOLD = Map.ofEntries(
            Map.entry("telefoon", List.of("06 00 00 00 01", "06 00 00 00 02", "06 00 00 00 03")),
            Map.entry("ouder_naam", List.of("Moeder", "Vader", "Oma")),
            Map.entry("ouder_telefoon", List.of("06 00 00 00 11", "06 00 00 00 12")),
            Map.entry("droombaan", List.of("Kok", "Dierenverzorger", "Automonteur", "Kapper", "Werken met kinderen")),
            Map.entry("leren_behoefte", List.of("Opdrachten in kleine stappen. Samen de week plannen.")),
            Map.entry("sociaal_behoefte", List.of("Een vaste plek in de pauze en iemand die even langskomt.")),
            Map.entry("communicatie_behoefte", List.of("Uitleg kort en op papier. Nagaan of het begrepen is.")),
            Map.entry("medisch_behoefte", List.of("Om twaalf uur medicijnen innemen, met toezicht.")),
            Map.entry("noodhandeling", List.of("Rustig blijven, ruimte maken en een ouder bellen.")),
            Map.entry("fysiek_behoefte", List.of("Lokalen dicht bij elkaar, lift gebruiken.")),
            Map.entry("thuis_behoefte", List.of("Thuis is het druk. Huiswerk maken lukt op school beter.")),
            Map.entry("adl_behoefte", List.of("De reis met de bus een paar keer samen oefenen.")));

    private final Forms forms;

    DemoAnswers(Forms forms) {
        this.forms = forms;
    }

    /**
     * The answers to a form.
     *
     * @param number which young person of the cohort this is about, from 0
     * @param round how often this form was filled in for this young person before
     */
    Map<String, Object> fill(Form form, Map<String, List<Choice>> choices, int number, int round, LocalDate today) {
        var random = new Random(31L * number + 7L * round + form.id().hashCode());
        var answers = new HashMap<String, Object>();
        for (var field : form.fields()) {
            if (field.type() != FieldType.HEADING
                    && !forms.hidden(form, answers).contains(field.key())) {
                var answer = answer(field, choices, number, random, today);
                if (answer != null) {
                    answers.put(field.key(), answer);
                }
            }
        }
        return answers;
    }

    private static Object answer(
            FormField field, Map<String, List<Choice>> choices, int number, Random random, LocalDate today) {
        return switch (field.type()) {
            case YES_NO -> field.key().startsWith("hulp_") && !needed(field, random) ? null : Boolean.TRUE;
            case TEXT -> field.required() ? "ICT support" : told(field, random);
            case LONG_TEXT ->
                field.required() ? LONG_TEXTS.get(random.nextInt(LONG_TEXTS.size())) : told(field, random);
            case NUMBER -> field.min();
            case DATE -> date(field.key(), today, random);
            case RADIO, CHOICE -> choice(field, choices, number, random);
            case MULTIPLE_CHOICE ->
                field.choices().stream().limit(2).map(Choice::value).toList();
            case HEADING -> null;
        };
    }

    /** About a third needs help of a kind; special kinds are rarer. */
    private static boolean needed(FormField field, Random random) {
        return random.nextInt(100) < (field.special() ? 12 : 35);
    }

    private static String told(FormField field, Random random) {
        var texts = TOLD.get(field.key());
        return texts == null ? null : texts.get(random.nextInt(texts.size()));
    }

    private static LocalDate date(String key, LocalDate today, Random random) {
        return switch (key) {
            case "einddatum" ->
                LocalDate.of(today.getMonthValue() < 12 ? today.getYear() : today.getYear() + 1, 12, 19);
            case "intakedatum" -> today.plusDays(7 + random.nextInt(21));
            case "verlengd_tot" -> today.plusMonths(2);
            default -> today;
        };
    }

    private static String choice(FormField field, Map<String, List<Choice>> choices, int number, Random random) {
        if (field.key().equals("gestart")) {
            return NOT_STARTING.contains(number) ? "nee" : "ja";
        }
        if (field.choiceSource() != null) {
            var offered = choices.get(field.choiceSource());
            return offered.isEmpty()
                    ? null
                    : offered.get(number % offered.size()).value();
        }
        var preferred = PREFERRED.getOrDefault(
                field.key(), field.choices().stream().map(Choice::value).toList());
        return preferred.get(random.nextInt(preferred.size()));
    }
}
