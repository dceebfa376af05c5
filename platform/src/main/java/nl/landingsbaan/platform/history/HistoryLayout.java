package nl.landingsbaan.platform.history;

import java.util.List;

/** What a file of history can look like. The columns are told by their headings, in any order. */
public enum HistoryLayout {
    /** A line for each number that was printed somewhere. */
    TOTALS(
            List.of("programma", "meting", "periode", "waarde", "eenheid", "gemeten_op", "bron"),
            List.of("categorie", "groep", "decimalen", "meetpunt", "openbaar", "toelichting")),
    /** A line for each young person whose transfer has ended, without a name. */
    TRANSFERS(
            List.of("nummer", "schooljaar", "programma", "uitkomst", "gemeten_op", "bron"),
            List.of(
                    "herkomst",
                    "niveau",
                    "begin",
                    "einde",
                    "diploma",
                    "bestemming",
                    "bestemming_niveau",
                    "leerweg",
                    "reden",
                    "openbaar"));

    private final List<String> required;
    private final List<String> optional;

    HistoryLayout(List<String> required, List<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** The headings that must be there. */
    public List<String> required() {
        return required;
    }

    /** The headings that may be there. */
    public List<String> optional() {
        return optional;
    }
}
