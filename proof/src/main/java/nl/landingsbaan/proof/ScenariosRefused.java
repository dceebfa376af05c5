package nl.landingsbaan.proof;

import java.util.List;
import java.util.stream.Collectors;

/** What a region's scenarios say cannot be played; nothing was. */
final class ScenariosRefused extends RuntimeException {

    private final transient List<Mistake> mistakes;

    ScenariosRefused(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::text).collect(Collectors.joining(System.lineSeparator())));
        this.mistakes = List.copyOf(mistakes);
    }

    List<Mistake> mistakes() {
        return mistakes;
    }
}
