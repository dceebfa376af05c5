package nl.landingsbaan.platform.task;

import java.util.List;

/**
 * A page of the list.
 *
 * @param next where the next page goes on; null when this is the last
 */
public record TaskPage(List<TaskSummary> tasks, TaskPosition next) {}
