package nl.landingsbaan.platform.region;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day of each school year: an anchor, or so many days, weeks or months before or after it.
 *
 * @param number negative: before the anchor
 * @param unit {@code dagen}, {@code weken} or {@code maanden}
 */
public record AnchorDay(String anchor, int number, String unit) {

    private static final Pattern WRITTEN =
            Pattern.compile("([a-z][a-z0-9_]*)(?:\\s*([+-])\\s*(\\d{1,3})\\s+(dag|dagen|week|weken|maand|maanden))?");

    /** As a region's file writes it: {@code start_mbo}, {@code aanmeldsluiting + 3 weken}; empty when it cannot be read. */
    public static Optional<AnchorDay> read(String written) {
        var found = WRITTEN.matcher(written.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        if (found.group(2) == null) {
            return Optional.of(new AnchorDay(found.group(1), 0, "dagen"));
        }
        return Optional.of(new AnchorDay(
                found.group(1),
                Integer.parseInt(found.group(2) + found.group(3)),
                switch (found.group(4)) {
                    case "dag", "dagen" -> "dagen";
                    case "week", "weken" -> "weken";
                    default -> "maanden";
                }));
    }

    /** The day in this school year; empty when the year has no such anchor. */
    public Optional<LocalDate> in(SchoolYear year) {
        return Optional.ofNullable(year.anchors().get(anchor)).map(date -> switch (unit) {
            case "weken" -> date.plusWeeks(number);
            case "maanden" -> date.plusMonths(number);
            default -> date.plusDays(number);
        });
    }

    /** As a region's file writes it. */
    public String written() {
        return number == 0 ? anchor : anchor + (number < 0 ? " - " : " + ") + Math.abs(number) + " " + unit;
    }
}
