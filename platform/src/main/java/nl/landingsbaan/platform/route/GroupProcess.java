package nl.landingsbaan.platform.route;

/**
 * A process of the route that runs for groups, beside the one that runs for a young person.
 *
 * @param code of the groups
 * @param processId unprefixed
 * @param per field with a choice for each of which there is a group; null: one for all
 * @param byHand whether somebody starts it, with the form of its start event
 */
public record GroupProcess(String code, String processId, String per, boolean byHand) {}
