package nl.landingsbaan.platform.form;

import java.util.Arrays;
import java.util.Optional;

/**
 * What kind of fact a field holds. Consent is given per category. The kinds of support need are those of Tabel 1 of "Met
 * vertrouwen overstappen" (seed 002, lines 296-302).
 */
public enum Category {
    IDENTIFICATIE("identificatie", false),
    CONTACT("contact", false),
    LOOPBAAN("loopbaan", false),
    ONDERSTEUNING_LEREN("ondersteuning-leren", false),
    ONDERSTEUNING_SOCIAAL("ondersteuning-sociaal-emotioneel", false),
    ONDERSTEUNING_COMMUNICATIE("ondersteuning-communicatie", false),
    ONDERSTEUNING_MEDISCH("ondersteuning-medisch", true),
    ONDERSTEUNING_FYSIEK("ondersteuning-fysiek", false),
    ONDERSTEUNING_THUIS("ondersteuning-thuissituatie", true),
    ONDERSTEUNING_ADL("ondersteuning-adl", false),
    MEDISCH("medisch", true),
    THUISSITUATIE("thuissituatie", true),
    VOORTGANG("voortgang", false),
    UITKOMST("uitkomst", false);

    private final String code;
    private final boolean special;

    Category(String code, boolean special) {
        this.code = code;
        this.special = special;
    }

    /** The word that catalogues and regions' files use. */
    public String code() {
        return code;
    }

    /** Special personal data, which is stored under the region's own key only. */
    public boolean special() {
        return special;
    }

    public static Optional<Category> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
