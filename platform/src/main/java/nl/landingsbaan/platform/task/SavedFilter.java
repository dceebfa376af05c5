package nl.landingsbaan.platform.task;

/**
 * A way to look at the list of tasks, under a name of somebody's own.
 *
 * @param byYoungPerson whether the list stands by young person, else by due date
 * @param isDefault whether the list opens with it; one of a person's filters at most
 */
public record SavedFilter(long id, String name, TaskFilter filter, boolean byYoungPerson, boolean isDefault) {}
