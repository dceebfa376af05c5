package nl.landingsbaan.platform.proof;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;

/** A day as a scenario writes it: {@code 2026-03-02}, {@code kerst}, {@code start_mbo + 5 weken}, {@code vandaag - 1 dag}. */
final class Day {

    private static final Pattern WRITTEN = Pattern.compile(
            "([a-z_0-9]+|\\d{4}-\\d{2}-\\d{2})(?:\\s*([+-])\\s*(\\d+)\\s+(dag|dagen|week|weken|jaar))?");

    private Day() {}

    static boolean isWritten(Object value, Map<String, LocalDate> anchors) {
        if (value instanceof Date) {
            return true;
        }
        var found = WRITTEN.matcher(value.toString().strip());
        return found.matches()
                && (anchors.containsKey(found.group(1)) || found.group(1).matches("\\d{4}-.*"));
    }

    static LocalDate read(Object value, Map<String, LocalDate> anchors) {
        if (value instanceof Date date) {
            return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
        }
        var found = WRITTEN.matcher(value.toString().strip());
        if (!found.matches()) {
            throw new DateTimeException("Geen dag: " + value);
        }
        var from = anchors.containsKey(found.group(1)) ? anchors.get(found.group(1)) : LocalDate.parse(found.group(1));
        if (found.group(2) == null) {
            return from;
        }
        var number = Long.parseLong(found.group(2) + found.group(3));
        return switch (found.group(4)) {
            case "dag", "dagen" -> from.plusDays(number);
            case "week", "weken" -> from.plusWeeks(number);
            default -> from.plusYears(number);
        };
    }
}
