package nl.landingsbaan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import nl.landingsbaan.platform.time.PlatformClock;
import org.junit.jupiter.api.Test;

class DatesTest {

    private final Texts texts = new Texts();
    /** A wednesday, just after midnight in Arnhem and still tuesday in UTC. */
    private final Dates dates = new Dates(Clock.fixed(Instant.parse("2025-09-09T22:30:00Z"), ZoneOffset.UTC));

    @Test
    void todayIsTheDayInAmsterdam() {
        assertThat(dates.today()).isEqualTo(LocalDate.of(2025, 9, 10));
    }

    @Test
    void aDueDateIsSaidAsPeopleSayIt() {
        assertThat(words(due("2025-09-08"))).isEqualTo("2 dagen te laat");
        assertThat(words(due("2025-09-09"))).isEqualTo("1 dag te laat");
        assertThat(words(due("2025-09-10"))).isEqualTo("vandaag");
        assertThat(words(due("2025-09-11"))).isEqualTo("morgen");
        assertThat(words(due("2025-09-12"))).isEqualTo("vr 12 sep");
        assertThat(words(due("2026-01-05"))).isEqualTo("ma 5 jan 2026");
        assertThat(words(dates.due(null))).isEqualTo("geen einddatum");
    }

    @Test
    void theWeekEndsOnSunday() {
        assertThat(due("2025-09-14").when()).isEqualTo(Due.When.THIS_WEEK);
        assertThat(due("2025-09-15").when()).isEqualTo(Due.When.LATER);
    }

    @Test
    void onSundayNothingIsLeftOfThisWeek() {
        var sunday = new Dates(Clock.fixed(Instant.parse("2025-09-14T10:00:00Z"), ZoneOffset.UTC));

        assertThat(sunday.due(morning("2025-09-15")).when()).isEqualTo(Due.When.LATER);
    }

    @Test
    void theDatePickerSpeaksDutchAndStartsTheWeekOnMonday() {
        var picker = Dates.picker(Texts.DUTCH, "Vandaag", "Annuleren", "Fout");

        assertThat(picker.getMonthNames())
                .startsWith("januari")
                .endsWith("december")
                .hasSize(12);
        assertThat(picker.getWeekdays()).startsWith("zondag", "maandag");
        assertThat(picker.getFirstDayOfWeek()).isEqualTo(1);
        assertThat(picker.getDateFormats()).startsWith("d-M-yyyy");
    }

    private Due due(String day) {
        return dates.due(morning(day));
    }

    private static Instant morning(String day) {
        return LocalDate.parse(day).atTime(6, 0).atZone(PlatformClock.ZONE).toInstant();
    }

    private String words(Due due) {
        Locale language = Texts.DUTCH;
        return due.inWords(
                (key, number) -> texts.getTranslation(key, language, number),
                due.date() == null ? "" : dates.brief(due.date(), language));
    }
}
