package nl.landingsbaan.platform.form;

import java.util.Arrays;
import java.util.Optional;

/** How much harm a value can do when the wrong person reads it, from little to much. */
public enum Sensitivity {
    GEWOON("gewoon"),
    GEVOELIG("gevoelig"),
    /** Special personal data (AVG, article 9): stored under the region's own key, never a process variable. */
    BIJZONDER("bijzonder");

    private final String code;

    Sensitivity(String code) {
        this.code = code;
    }

    /** The word that catalogues use. */
    public String code() {
        return code;
    }

    public static Optional<Sensitivity> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
