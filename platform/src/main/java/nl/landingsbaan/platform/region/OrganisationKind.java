package nl.landingsbaan.platform.region;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of organisation takes part (seed 002, lines 328-361, 1730 and 1766). */
public enum OrganisationKind {
    VSO,
    PRO,
    VMBO,
    ISK,
    MBO,
    /** Regionaal Bureau Leerplicht. */
    RBL,
    /** Samenwerkingsverband passend onderwijs. */
    SWV,
    GEMEENTE,
    /** Doorstroompunt, the RMC of before 2026. */
    DOORSTROOMPUNT,
    UWV,
    /** The municipality's organisation for work and income, which admits and pays. */
    WERKBEDRIJF,
    ZORG,
    /** A company where young people do an internship or work. */
    BEDRIJF,
    /** Education without government funding, such as REA College. */
    OPLEIDER,
    /** The organisation that runs the programme itself. */
    PROGRAMMA;

    /** The word in region files and in the source of a form's choices. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OrganisationKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
