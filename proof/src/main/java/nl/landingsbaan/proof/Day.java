package nl.landingsbaan.proof;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/** A day as a scenario writes it: {@code 2026-03-02}, {@code kerst}, {@code start_mbo + 5 weken}, {@code vandaag - 1 dag}. */
final class Day {

    private static final Pattern WRITTEN = Pattern.compile(
            "([a-z_0-9]+|\\d{4}-\\d{2}-\\d{2})(?:\\s*([+-])\\s*(\\d+)\\s+(dag|dagen|week|weken|jaar))?");

    private Day() {}

    /** @throws DateTimeException when it is no day, or counts from an anchor that is not there */
    static LocalDate read(String written, Map<String, LocalDate> anchors) {
        var found = WRITTEN.matcher(written.strip());
        if (!found.matches()) {
            throw new DateTimeException("'" + written + "' is geen dag.");
        }
        var from = anchors.get(found.group(1));
        if (from == null) {
            if (!Character.isDigit(found.group(1).charAt(0))) {
                throw new DateTimeException("De kalender heeft geen '" + found.group(1) + "'.");
            }
            try {
                from = LocalDate.parse(found.group(1));
            } catch (DateTimeException e) {
                throw new DateTimeException("'" + found.group(1) + "' is geen datum.");
            }
        }
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
