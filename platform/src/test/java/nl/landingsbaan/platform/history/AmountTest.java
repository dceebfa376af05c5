package nl.landingsbaan.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.landingsbaan.platform.history.Amount.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "21, 21, 21, false",
        "0, 0, 0, false",
        "6.000, 6000, 6000, false",
        "3 à 4, 3, 4, false",
        "3 a 4, 3, 4, false",
        "10–12, 10, 12, false",
        "10-12, 10, 12, false",
        "60 tot 80, 60, 80, false",
        "2 t/m 4, 2, 4, false",
        "circa 110, 110, 110, true",
        "Ca. 110, 110, 110, true",
        "±25, 25, 25, true",
        "circa 60 tot 80, 60, 80, true"
    })
    void aRangeStaysARangeAndCircaStaysCirca(String printed, int least, int most, boolean about) {
        assertThat(Amount.parse(printed)).contains(new Amount(Kind.NUMBER, least, most, about, printed));
    }

    @Test
    void emptyUnknownNotApplicableAndZeroAreFourThings() {
        assertThat(List.of("", "onbekend", "n.v.t.", "0"))
                .extracting(text -> Amount.parse(text).orElseThrow().kind())
                .containsExactly(Kind.EMPTY, Kind.UNKNOWN, Kind.NOT_APPLICABLE, Kind.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"veel", "4 à 3", "3 à 3", "-1", "1,5", "12%", "3 4", "2000000", "10 tot", "10-dec"})
    void whatIsNoNumberAndNoRangeThatGoesUpIsNoAmount(String text) {
        assertThat(Amount.parse(text)).isEmpty();
    }

    @Test
    void aSumOfRangesIsARange() {
        assertThat(Amount.sum(List.of(amount("3 à 4"), amount("circa 10"), Amount.of(1))))
                .isEqualTo(new Amount(Kind.NUMBER, 14, 15, true, ""));
    }

    @Test
    void aSumWithSomethingUnknownOrEmptyIsUnknown() {
        assertThat(Amount.sum(List.of(Amount.of(3), Amount.UNKNOWN))).isEqualTo(Amount.UNKNOWN);
        assertThat(Amount.sum(List.of(Amount.of(3), Amount.EMPTY))).isEqualTo(Amount.UNKNOWN);
    }

    @Test
    void whatIsLeftOfARangeIsARangeAndNeverLessThanNothing() {
        assertThat(amount("10 tot 12").without(List.of(amount("3 à 4"))))
                .isEqualTo(new Amount(Kind.NUMBER, 6, 9, false, ""));
        assertThat(Amount.of(3).without(List.of(amount("2 tot 5"))))
                .isEqualTo(new Amount(Kind.NUMBER, 0, 1, false, ""));
        assertThat(Amount.of(3).without(List.of(Amount.of(4)))).isEqualTo(Amount.UNKNOWN);
    }

    private static Amount amount(String text) {
        return Amount.parse(text).orElseThrow();
    }
}
