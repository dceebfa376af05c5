package nl.landingsbaan.platform.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When something was measured, as exactly as the source says it. Cohorts mature, so that a figure means nothing without it
 * (seed 002, domain sheet G8).
 *
 * @param date {@code 2024}, {@code 2024-10} or {@code 2024-10-01}; empty: the source does not say it
 * @param atLatest the source only says that it was no later
 */
public record MeasuredOn(String date, boolean atLatest) {

    public static final MeasuredOn UNKNOWN = new MeasuredOn("", false);

    private static final String AT_LATEST = "uiterlijk ";
    private static final Pattern DUTCH = Pattern.compile("\\d{1,2}-\\d{1,2}-\\d{4}");
    private static final DateTimeFormatter DUTCH_DATE =
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);

    /**
     * Reads {@code 2024-10-01}, {@code 1-10-2024}, {@code 2024-10}, {@code 2024}, any of these after {@code uiterlijk}, or
     * {@code onbekend}; empty when it is none of these.
     */
    public static Optional<MeasuredOn> parse(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("onbekend")) {
            return Optional.of(UNKNOWN);
        }
        boolean atLatest = plain.startsWith(AT_LATEST);
        return date(atLatest ? plain.substring(AT_LATEST.length()).strip() : plain)
                .map(date -> new MeasuredOn(date, atLatest));
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return date.isEmpty() ? "onbekend" : (atLatest ? AT_LATEST : "") + date;
    }

    private static Optional<String> date(String text) {
        try {
            return Optional.of(
                    DUTCH.matcher(text).matches()
                            ? LocalDate.parse(text, DUTCH_DATE).toString()
                            : switch (text.length()) {
                                case 4 -> Year.parse(text).toString();
                                case 7 -> YearMonth.parse(text).toString();
                                default -> LocalDate.parse(text).toString();
                            });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
