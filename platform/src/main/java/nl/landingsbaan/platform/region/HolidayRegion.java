package nl.landingsbaan.platform.region;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three regions over which the Dutch school holidays are spread. */
public enum HolidayRegion {
    NOORD,
    MIDDEN,
    ZUID;

    /** The word in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<HolidayRegion> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
