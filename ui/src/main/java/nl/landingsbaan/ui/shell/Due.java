package nl.landingsbaan.ui.shell;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * A due date as seen from today.
 *
 * @param date null when there is none
 * @param days how many days ahead; negative when past
 */
public record Due(LocalDate date, int days, When when) {

    /** In which part of the list it falls. */
    public enum When {
        LATE,
        TODAY,
        THIS_WEEK,
        LATER,
        NEVER;

        /** The name of the style of its chip. */
        public String style() {
            return "lb-due-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * In words: "2 dagen te laat", "vandaag", "morgen", "vr 12 sep".
     *
     * @param texts the translation of a key with its parameter
     * @param written the date itself, written briefly
     */
    public String inWords(BiFunction<String, Object, String> texts, String written) {
        return switch (when) {
            case LATE -> days == -1 ? texts.apply("termijn.laat.een", 1) : texts.apply("termijn.laat", -days);
            case TODAY -> texts.apply("termijn.vandaag", 0);
            case THIS_WEEK, LATER -> days == 1 ? texts.apply("termijn.morgen", 1) : written;
            case NEVER -> texts.apply("termijn.geen", 0);
        };
    }
}
