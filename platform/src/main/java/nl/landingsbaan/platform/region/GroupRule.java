package nl.landingsbaan.platform.region;

import java.util.List;
import java.util.Map;

/**
 * What a region does with more than one young person at a time: classes, yearly events, cycles, recurring meetings (seed 002: surprise 1
 * of sheet 002 G).
 *
 * @param name what people call it
 * @param processId its drawing in the route
 * @param per the field with a choice for each of which there is a group; null: one group for all
 * @param on the days of each school year on which one begins; empty when it begins otherwise
 * @param everyWeeks so many weeks after the one before the next one begins, over the years; null when it begins otherwise
 * @param from the anchor of the first school year on which the first of these begins; null without {@code everyWeeks}
 * @param anySchoolYear whether its members come from every school year, not only from its own
 * @param participants role code to organisation code; a role that is not here is everybody in the region who has it
 */
public record GroupRule(
        String code,
        String name,
        String processId,
        String per,
        List<AnchorDay> on,
        Integer everyWeeks,
        String from,
        boolean anySchoolYear,
        Map<String, String> participants) {

    public GroupRule {
        on = List.copyOf(on);
        participants = Map.copyOf(participants);
    }

    /** Whether nothing but somebody starts it. */
    public boolean byHand() {
        return on.isEmpty() && everyWeeks == null;
    }
}
