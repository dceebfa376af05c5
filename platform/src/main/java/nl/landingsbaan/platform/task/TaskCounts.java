package nl.landingsbaan.platform.task;

/** How many open tasks fall in each part of the list; the last day of the week is Sunday. */
public record TaskCounts(int late, int today, int thisWeek, int later) {

    public int total() {
        return late + today + thisWeek + later;
    }
}
