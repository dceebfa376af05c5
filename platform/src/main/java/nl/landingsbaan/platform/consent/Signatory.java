package nl.landingsbaan.platform.consent;

import java.util.EnumSet;
import java.util.Set;
import nl.landingsbaan.platform.region.Sharing;

/** Who decides on sharing. */
public enum Signatory {
    JONGERE,
    OUDERS;

    static Set<Signatory> needed(Sharing.Consenters consenters) {
        var needed = EnumSet.noneOf(Signatory.class);
        if (consenters.youngPerson()) {
            needed.add(JONGERE);
        }
        if (consenters.parents()) {
            needed.add(OUDERS);
        }
        return needed;
    }
}
