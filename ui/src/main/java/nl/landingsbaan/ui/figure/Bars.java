package nl.landingsbaan.ui.figure;

import java.util.List;

/**
 * Bars to draw.
 *
 * @param horizontal whether the bars lie, with the categories below each other
 * @param unit what is counted, at the axis
 * @param series as many points each as there are categories
 */
public record Bars(boolean horizontal, String unit, List<String> categories, List<Series> series) {

    /** A bar in each category. */
    public record Series(String name, List<Point> points) {}

    /**
     * One bar.
     *
     * @param text what stands beside it: a number, or why there is none
     * @param earlier of a time before the platform was used, drawn lighter
     */
    public record Point(double value, String text, boolean earlier) {}
}
