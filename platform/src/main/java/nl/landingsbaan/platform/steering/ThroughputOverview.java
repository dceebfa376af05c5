package nl.landingsbaan.platform.steering;

import java.time.Instant;
import java.util.List;
import nl.landingsbaan.platform.history.Amount;

/**
 * Where the young people of one school year stand, in numbers only.
 *
 * @param measuredAt when these figures were read
 * @param threshold figures on fewer young people than this are withheld
 * @param participants the young people who start at the mbo in this school year
 * @param overdueByRole of all open tasks now, whichever school year they are for
 * @param trend the funnel's measures over the years, oldest first
 * @param past the figures of before the platform, as this reader may see them
 */
public record ThroughputOverview(
        String schoolYear,
        Instant measuredAt,
        int threshold,
        Figure participants,
        List<Phase> phases,
        List<FunnelStep> funnel,
        Outcomes outcomes,
        List<Backlog> overdueByRole,
        List<TrendPoint> trend,
        List<PastTable> past) {

    /**
     * A phase of the route.
     *
     * @param now how many young people are in it
     * @param finished how many times it was gone through: what the days are measured over
     * @param medianDays days that the middle one spent in it; of two middle ones the average, half up
     * @param slowDays days within which nine of ten went through it
     */
    public record Phase(String code, String name, Figure now, Figure finished, Figure medianDays, Figure slowDays) {}

    /**
     * A measure of the funnel.
     *
     * @param target how many the region aims at
     * @param reached the numerator
     * @param missed for whom the opposite is known
     * @param notKnownYet for whom nothing is known yet
     * @param participants the denominator
     * @param percentage reached of participants, in whole percents
     */
    public record FunnelStep(
            String code,
            String name,
            int target,
            Figure reached,
            Figure missed,
            Figure notKnownYet,
            Figure participants,
            Figure percentage) {}

    /**
     * How the route ended.
     *
     * @param ended the denominator
     * @param leaving the four kinds of uitval, each apart; not applicable where the region's route does not tell them apart
     * @param unknown ended without anybody knowing how
     * @param others what else the region's route ends in
     */
    public record Outcomes(Figure ended, List<Outcome> leaving, Outcome unknown, List<Outcome> others) {}

    /**
     * One way to end.
     *
     * @param percentage of all that ended, in whole percents that add up to 100
     */
    public record Outcome(String code, String name, Figure number, Figure percentage) {}

    /**
     * Open tasks of one role.
     *
     * @param overdue with a due date before today
     * @param open the denominator
     */
    public record Backlog(String role, String name, Figure overdue, Figure open) {}

    /**
     * A measure in one school year.
     *
     * @param number what the platform counted; unknown when it counted nothing in that year
     * @param printed what was printed of before the platform; null: nothing
     * @param source where the printed number comes from; null when there is none
     */
    public record TrendPoint(String schoolYear, String measure, Figure number, Amount printed, String source) {}
}
