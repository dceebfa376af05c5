package nl.landingsbaan.platform.region;

import java.util.Arrays;
import java.util.Optional;

/** What a role may do, by the word that a region's file uses. */
public enum Right {
    /** Start a transfer for a young person of the own organisation. */
    REFER("aanmelden"),
    /** Find and complete tasks. */
    WORK("uitvoeren"),
    /** See every transfer in which the own organisation takes part. */
    COORDINATE("coordineren"),
    /** See the figures, and nobody's dossier. */
    STEER("sturen"),
    /** Set up the region, and see nobody's dossier. */
    ADMINISTER("beheren");

    private final String word;

    Right(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Right> of(String word) {
        return Arrays.stream(values()).filter(right -> right.word.equals(word)).findFirst();
    }
}
