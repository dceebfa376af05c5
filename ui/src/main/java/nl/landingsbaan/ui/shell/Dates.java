package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.stereotype.Component;

/** Dates as people here say and write them, in the zone in which they live. */
@Component
public class Dates {

    private static final Locale NL = Locale.forLanguageTag("nl-NL");

    private final Clock clock;

    Dates(Clock clock) {
        this.clock = clock;
    }

    /** Today, by the installation's clock. */
    public LocalDate today() {
        return PlatformClock.today(clock);
    }

    /** The day on which this moment falls. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, PlatformClock.ZONE);
    }

    /** As in "vr 12 sep", with the year when that is not this year's. */
    public String brief(LocalDate date, Locale language) {
        var pattern = date.getYear() == today().getYear() ? "EE d MMM" : "EE d MMM yyyy";
        return written(date, pattern, language);
    }

    /** As in "12 september 2025". */
    public String full(LocalDate date, Locale language) {
        return written(date, "d MMMM yyyy", language);
    }

    /** How long ago or how near a day is, for a due date. */
    public Due due(Instant dueAt) {
        if (dueAt == null) {
            return new Due(null, 0, Due.When.NEVER);
        }
        var today = today();
        var day = day(dueAt);
        var days = (int) ChronoUnit.DAYS.between(today, day);
        var sunday = today.plusDays(
                DayOfWeek.SUNDAY.getValue() - today.getDayOfWeek().getValue());
        var when = days < 0
                ? Due.When.LATE
                : days == 0 ? Due.When.TODAY : day.isAfter(sunday) ? Due.When.LATER : Due.When.THIS_WEEK;
        return new Due(day, days, when);
    }

    /** A due date in the words of the current page: "2 dagen te laat", "vandaag", "vr 12 sep". */
    public String inWords(Due due) {
        var ui = UI.getCurrent();
        return due.inWords(
                (key, number) -> ui.getTranslation(key, number),
                due.date() == null ? "" : brief(due.date(), ui.getLocale()));
    }

    /** The date picker's words and formats: typed as 31-12-2026. */
    public static DatePicker.DatePickerI18n picker(Locale language, String today, String cancel, String notADate) {
        var locale = language.getLanguage().equals("nl") ? NL : language;
        var i18n = new DatePicker.DatePickerI18n();
        i18n.setDateFormats("d-M-yyyy", "d/M/yyyy", "yyyy-MM-dd", "d-M-yy");
        i18n.setFirstDayOfWeek(1);
        i18n.setMonthNames(IntStream.rangeClosed(1, 12)
                .mapToObj(
                        month -> YearMonth.of(2026, month).getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList());
        i18n.setWeekdays(weekdays(TextStyle.FULL, locale));
        i18n.setWeekdaysShort(weekdays(TextStyle.SHORT, locale));
        i18n.setToday(today);
        i18n.setCancel(cancel);
        i18n.setBadInputErrorMessage(notADate);
        return i18n;
    }

    private static List<String> weekdays(TextStyle style, Locale locale) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.minus(1))
                .map(day -> day.getDisplayName(style, locale))
                .toList();
    }

    private static String written(LocalDate date, String pattern, Locale language) {
        var locale = language.getLanguage().equals("nl") ? NL : language;
        return DateTimeFormatter.ofPattern(pattern, locale).format(date).replace(".", "");
    }
}
