package nl.landingsbaan.platform.gathering;

import java.util.Set;

/**
 * A young person in a group.
 *
 * @param name null: the actor may not see whose transfer this is
 * @param marks for what the member was chosen, by key of the field
 */
public record GatheringMember(long transferId, String name, Set<String> marks) {

    /** What stands in the place of a name that the actor may not see. */
    public static final String NOT_SHARED = "Jongere (niet met u gedeeld)";
}
