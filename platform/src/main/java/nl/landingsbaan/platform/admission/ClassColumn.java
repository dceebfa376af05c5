package nl.landingsbaan.platform.admission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.FieldType;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.ReferralForm;

/**
 * A column of the file: a field that every region has, or a question of the region's referral form.
 *
 * @param question null for the fields that every region has
 */
record ClassColumn(String key, String heading, boolean required, FormField question, List<Choice> choices) {

    private static final int SHORT_LIST = 8;

    static List<ClassColumn> of(ReferralForm form) {
        var columns = new ArrayList<ClassColumn>();
        columns.add(fixed(Referral.FIRST_NAME, "Voornaam", List.of()));
        columns.add(fixed(Referral.LAST_NAME, "Achternaam", List.of()));
        columns.add(fixed(Referral.BIRTH_DATE, "Geboortedatum", List.of()));
        if (form.schools().size() > 1) {
            columns.add(fixed(
                    Referral.ORGANISATION,
                    "School",
                    form.schools().stream().map(ClassColumn::school).distinct().toList()));
        }
        form.form()
                .questions()
                .forEach(question -> columns.add(new ClassColumn(
                        question.key(),
                        columns.stream().anyMatch(column -> column.is(question.label()))
                                ? question.key()
                                : question.label(),
                        question.required(),
                        question,
                        question.choiceSource() == null
                                ? question.choices()
                                : form.choices().getOrDefault(question.choiceSource(), List.of()))));
        return columns;
    }

    private static ClassColumn fixed(String key, String heading, List<Choice> choices) {
        return new ClassColumn(key, heading, true, null, choices);
    }

    private static Choice school(Membership membership) {
        return new Choice(Long.toString(membership.organisationId()), membership.organisationName());
    }

    /** Whether a heading in a file is this column's: by its heading or its key, with or without the star. */
    boolean is(String text) {
        var plain = plain(text);
        return plain.equals(plain(heading)) || plain.equals(plain(key));
    }

    boolean isDate() {
        return key.equals(Referral.BIRTH_DATE) || question != null && question.type() == FieldType.DATE;
    }

    /** What stands in a cell as {@code Forms} takes it: labels become values. What is no choice stays as it is. */
    Object answer(SheetRow.Cell cell) {
        if (isDate() && cell.date() != null) {
            return cell.date();
        }
        return switch (question.type()) {
            case CHOICE, RADIO -> value(cell.text());
            case MULTIPLE_CHOICE -> values(cell.text());
            case YES_NO -> yesNo(cell.text());
            default -> cell.text();
        };
    }

    /** What to say of a text that is no choice; null when it is one, or when anything goes. */
    String notAChoice(String text) {
        var several = question != null && question.type() == FieldType.MULTIPLE_CHOICE;
        var isChoice = question == null
                || question.type() == FieldType.CHOICE
                || question.type() == FieldType.RADIO
                || several;
        if (!isChoice || text.isBlank()) {
            return null;
        }
        var given = several ? values(text) : List.of(value(text));
        if (given.stream()
                .allMatch(each ->
                        choices.stream().anyMatch(choice -> choice.value().equals(each)))) {
            return null;
        }
        return "'" + text + "' is geen keuze bij '" + heading + "'. "
                + (choices.size() <= SHORT_LIST
                        ? "Kies uit: "
                                + String.join(
                                        ", ",
                                        choices.stream().map(Choice::label).toList()) + "."
                        : "Kies uit de lijst op het blad Keuzes van het voorbeeldbestand.");
    }

    String value(String text) {
        return choices.stream()
                .filter(choice -> plain(choice.label()).equals(plain(text))
                        || plain(choice.value()).equals(plain(text)))
                .map(Choice::value)
                .findFirst()
                .orElse(text);
    }

    private List<String> values(String text) {
        var whole = value(text);
        if (text.isBlank() || !whole.equals(text)) {
            return text.isBlank() ? List.of() : List.of(whole);
        }
        var separator = text.matches("(?s).*[;|\\n].*") ? "[;|\\n]" : ",";
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(this::value)
                .toList();
    }

    private static String yesNo(String text) {
        return switch (plain(text)) {
            case "x", "1", "waar", "true", "ja", "j" -> "ja";
            case "0", "onwaar", "false", "nee", "n" -> "nee";
            default -> text;
        };
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s*\\*$", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
