package nl.landingsbaan.platform.route;

import java.util.Arrays;
import java.util.Optional;

/** The two sides of a warm handover, as a task's property {@code overdracht} says. */
public enum HandoverSide {
    /** The task is done once the handover is sent. */
    SENT("verzonden"),
    /** The task is done once a receiver has taken over, or given back. */
    TAKEN_OVER("overgenomen");

    private final String word;

    HandoverSide(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<HandoverSide> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
