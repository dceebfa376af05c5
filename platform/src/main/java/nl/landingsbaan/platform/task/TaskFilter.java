package nl.landingsbaan.platform.task;

/**
 * Narrows the list of tasks.
 *
 * @param search part of the young person's name; null for all
 * @param whose whose tasks
 * @param phase code of a phase; null for all
 */
public record TaskFilter(String search, Whose whose, String phase) {

    /** Everything that the actor can do. */
    public static final TaskFilter ALL = new TaskFilter(null, Whose.MINE_AND_MY_ROLES, null);

    /** Whose tasks the list shows. */
    public enum Whose {
        MINE_AND_MY_ROLES,
        MINE,
        MY_ROLES
    }

    boolean isPlain() {
        return (search == null || search.isBlank()) && phase == null;
    }
}
