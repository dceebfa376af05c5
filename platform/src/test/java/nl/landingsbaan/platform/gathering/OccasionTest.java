package nl.landingsbaan.platform.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.region.AnchorDay;
import nl.landingsbaan.platform.region.GroupRule;
import nl.landingsbaan.platform.region.SchoolYear;
import org.junit.jupiter.api.Test;

class OccasionTest {

    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final List<SchoolYear> CALENDAR = List.of(year(2026, START), year(2027, START.plusYears(1)));

    @Test
    void aYearlyGroupBeginsOnEachOfItsDaysOfEachYearOnceForEachChoice() {
        var rule = rule(List.of(day("start_mbo + 3 weken"), day("start_mbo")), null);

        var all = Occasion.of(rule, List.of(new Choice("horeca", "Horeca"), new Choice("zorg", "Zorg")), CALENDAR);

        assertThat(all).hasSize(8).extracting(Occasion::key).doesNotContainNull();
        assertThat(all.getFirst().name()).isEqualTo("Klas Horeca 1");
        assertThat(all.get(3).name()).isEqualTo("Klas Zorg 2");
        assertThat(all.get(3).day()).isEqualTo(START.plusWeeks(3));
        assertThat(all.get(3).year().code()).isEqualTo("2026-2027");
        assertThat(all.get(4).key()).isEqualTo("2027-2028 start_mbo");
    }

    @Test
    void aCycleGoesOnOverTheYears() {
        var all = Occasion.of(rule(List.of(), 10), List.of(), CALENDAR);

        assertThat(all.stream().filter(each -> each.day().isBefore(START.plusWeeks(50))))
                .extracting(Occasion::day)
                .containsExactly(
                        START, START.plusWeeks(10), START.plusWeeks(20), START.plusWeeks(30), START.plusWeeks(40));
        assertThat(all.getLast().year().code()).isEqualTo("2027-2028");
        assertThat(all.getLast().day()).isBefore(CALENDAR.getLast().endsOn().plusDays(1));
        assertThat(all).extracting(Occasion::key).doesNotHaveDuplicates();
    }

    @Test
    void whenAnAnchorMovesItIsStillTheSameOccasion() {
        var rule = rule(List.of(day("start_mbo")), null);
        var moved = List.of(year(2026, START.plusDays(6)));

        assertThat(Occasion.of(rule, List.of(), moved).getFirst().key())
                .isEqualTo(Occasion.of(rule, List.of(), CALENDAR).getFirst().key());
    }

    private static GroupRule rule(List<AnchorDay> on, Integer everyWeeks) {
        return new GroupRule(
                "klas", "Klas", "klas", null, on, everyWeeks, everyWeeks == null ? null : "start_mbo", false, Map.of());
    }

    private static AnchorDay day(String written) {
        return AnchorDay.read(written).orElseThrow();
    }

    private static SchoolYear year(int first, LocalDate start) {
        return new SchoolYear(
                first + "-" + (first + 1),
                LocalDate.of(first, 8, 1),
                LocalDate.of(first + 1, 7, 31),
                Map.of("start_mbo", start));
    }
}
