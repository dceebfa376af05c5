package nl.landingsbaan.platform.route;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the formulas of a version read of what the platform can give: nobody's route gets more.
 *
 * @param anchors the codes behind {@code ankers.}
 * @param weeks whether weeks are counted with {@code weken_na}
 */
public record RouteReads(Set<String> anchors, boolean weeks) {

    static RouteReads in(Collection<String> drawings) {
        var anchors = new TreeSet<String>();
        for (var drawing : drawings) {
            var found = EngineVocabulary.ANCHOR_READ.matcher(drawing);
            while (found.find()) {
                anchors.add(found.group(1));
            }
        }
        return new RouteReads(Set.copyOf(anchors), drawings.stream().anyMatch(WeekCount::mentionedIn));
    }
}
