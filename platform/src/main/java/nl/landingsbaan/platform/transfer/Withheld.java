package nl.landingsbaan.platform.transfer;

import java.util.Set;
import nl.landingsbaan.platform.form.Category;

/**
 * What a viewer is told about what it does not see.
 *
 * @param refused the young person, or the parents, chose not to share these
 * @param notAsked nobody has decided on these, or what was decided no longer counts
 */
public record Withheld(Set<Category> refused, Set<Category> notAsked) {

    public Withheld {
        refused = Set.copyOf(refused);
        notAsked = Set.copyOf(notAsked);
    }
}
