package nl.landingsbaan.platform.route;

import java.util.regex.Pattern;

/**
 * What {@code weken_na(date, n)} in a drawing means: the date {@code n} weeks later, or earlier, on the same day of the week. The engine's
 * language has no such function, so a formula that mentions it gets it in front. It reads {@link EngineVocabulary#CALENDAR}: the Mondays of
 * the weeks that do not count. Without any, weeks are weeks of the calendar.
 *
 * <p>A week counts when its five school days do. Counting from a school day in a holiday begins with the first week after it. A result on the
 * weekend of a holiday goes on to the next week that counts, so that no result is ever in a holiday.
 */
final class WeekCount {

    private static final Pattern MENTIONED = Pattern.compile("\\bweken_na\\s*\\(");

    /** The names begin so that no variable of a drawing is hidden by them. */
    private static final String FUNCTIONS = """
            {wn_vrij: if kalender = null or kalender.vrij = null then [] else for dag in kalender.vrij return date(dag),
            wn_week: duration("P7D"),
            wn_maandag: function(dag) dag - duration("P1D") * (dag.weekday - 1),
            wn_over: function(vrij, maandag, n) if count(vrij) = 0 then 0
            else if n < 0 then count((for i in 1..count(vrij) return vrij[i] >= maandag + wn_week * (n - i + 1))[item = true])
            else count((for i in 1..count(vrij) return vrij[i] <= maandag + wn_week * (n + i - 1))[item = true]),
            wn_stap: function(dag, n) {maandag: wn_maandag(dag), weekend: dag.weekday > 5, uit:
            if n < 0 then dag + wn_week * (n - wn_over(reverse(wn_vrij[item < maandag]), maandag, n))
            else dag + wn_week * (n + wn_over(wn_vrij[item > maandag or (item = maandag and not(weekend))], maandag, n))}.uit,
            wn_in_vakantie: function(dag) dag.weekday > 5
            and (list contains(wn_vrij, wn_maandag(dag)) or list contains(wn_vrij, wn_maandag(dag) + wn_week)),
            weken_na: function(van, n) {dag: wn_stap(date(van), n), uit:
            if wn_in_vakantie(dag) then wn_stap(dag, if n < 0 then -1 else 1) else dag}.uit,
            wn_uit:\s""".replace('\n', ' ');

    private static final String RESULT = "}.wn_uit";

    private WeekCount() {}

    /** Whether this text asks for it. */
    static boolean mentionedIn(String text) {
        return MENTIONED.matcher(text).find();
    }

    /** The formula as the engine gets it; anything that does not mention the function stays as it is. */
    static String compiled(String formula) {
        var text = formula.strip();
        return Extensions.isFeel(text) && mentionedIn(text)
                ? "=" + FUNCTIONS + text.substring(1).strip() + RESULT
                : formula;
    }
}
