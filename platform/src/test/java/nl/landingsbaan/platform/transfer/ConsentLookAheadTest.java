package nl.landingsbaan.platform.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class ConsentLookAheadTest {

    private static final LocalDate LEAP_DAY = LocalDate.of(2008, 2, 29);

    @Test
    void whoeverWasBornOnALeapDayReachesAnAgeOnTheFirstOfMarchWhereThereIsNone() {
        assertThat(ConsentLookAhead.reaches(LEAP_DAY, 18)).isEqualTo("2026-03-01");
        assertThat(ConsentLookAhead.reaches(LEAP_DAY, 16)).isEqualTo("2024-02-29");
    }

    @Test
    void theDayThatIsAnnouncedIsTheFirstOnWhichConsentCountsThatAge() {
        for (var born = LocalDate.of(2007, 1, 1); born.getYear() < 2009; born = born.plusDays(1)) {
            for (var age = 12; age <= 18; age++) {
                var day = ConsentLookAhead.reaches(born, age);
                assertThat(Period.between(born, day).getYears()).isEqualTo(age);
                assertThat(Period.between(born, day.minusDays(1)).getYears()).isEqualTo(age - 1);
            }
        }
    }
}
