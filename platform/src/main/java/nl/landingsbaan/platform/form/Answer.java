package nl.landingsbaan.platform.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A raw answer read as the type of its field: a value, or nothing, or an error. */
record Answer(Object value, String error) {

    private static final Answer NONE = new Answer(null, null);
    private static final DateTimeFormatter DUTCH_DATE =
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);

    static Answer of(FormField field, Object raw) {
        if (raw == null || raw instanceof String s && s.isBlank() || raw instanceof Collection<?> c && c.isEmpty()) {
            return NONE;
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT, CHOICE, RADIO -> new Answer(raw.toString().strip(), null);
            case NUMBER -> number(field, raw);
            case DATE -> date(field, raw);
            case YES_NO -> yesNo(field, raw);
            case MULTIPLE_CHOICE -> new Answer(several(raw), null);
            case HEADING -> NONE;
        };
    }

    private static Answer number(FormField field, Object raw) {
        try {
            return new Answer(new BigDecimal(raw.toString().strip().replace(',', '.')), null);
        } catch (NumberFormatException e) {
            return new Answer(null, "Vul bij '" + field.label() + "' een getal in, bijvoorbeeld 12.");
        }
    }

    private static Answer date(FormField field, Object raw) {
        if (raw instanceof LocalDate date) {
            return plausible(field, date);
        }
        String text = raw.toString().strip();
        for (DateTimeFormatter format : List.of(DateTimeFormatter.ISO_LOCAL_DATE, DUTCH_DATE)) {
            try {
                return plausible(field, LocalDate.parse(text, format));
            } catch (DateTimeParseException e) {
                // the next format may fit
            }
        }
        return new Answer(null, "De datum bij '" + field.label() + "' bestaat niet. Vul in als 31-12-2026.");
    }

    /** A typing error in the year must not reach a timer. */
    private static Answer plausible(FormField field, LocalDate date) {
        if (date.getYear() < 1900 || date.getYear() > 2199) {
            return new Answer(null, "Kijk het jaar na bij '" + field.label() + "'. Vul in als 31-12-2026.");
        }
        return new Answer(date, null);
    }

    private static Answer yesNo(FormField field, Object raw) {
        return switch (raw.toString().strip().toLowerCase()) {
            case "true", "ja" -> new Answer(true, null);
            case "false", "nee" -> new Answer(false, null);
            default -> new Answer(null, "Kies ja of nee bij '" + field.label() + "'.");
        };
    }

    private static List<String> several(Object raw) {
        return raw instanceof Collection<?> values
                ? values.stream().map(Object::toString).distinct().toList()
                : Arrays.stream(raw.toString().split(","))
                        .map(String::strip)
                        .distinct()
                        .toList();
    }
}
