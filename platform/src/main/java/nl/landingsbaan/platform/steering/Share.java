package nl.landingsbaan.platform.steering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import nl.landingsbaan.platform.history.Amount;

/**
 * A percentage; a range when what it comes from is one.
 *
 * @param least with as many decimals as it is told with
 * @param most the same as the least, unless it is a range
 */
public record Share(BigDecimal least, BigDecimal most) {

    private static final int PERCENTS = 100;

    /** One percentage, counted in units of its last decimal. */
    static Share of(int units, int decimals) {
        var percentage = BigDecimal.valueOf(units, decimals);
        return new Share(percentage, percentage);
    }

    /** What a part is of a whole; null when one of them is no number, or the whole can be 0. */
    static Share of(Amount part, Amount whole, int decimals) {
        if (!part.isNumber() || !whole.isNumber() || whole.least() == 0) {
            return null;
        }
        if (part.least() == part.most() && whole.least() == whole.most() && part.most() <= whole.most()) {
            return of(
                    Percentages.of(List.of(part.most(), whole.most() - part.most()), decimals)
                            .getFirst(),
                    decimals);
        }
        return new Share(
                percentage(part.least(), whole.most(), decimals), percentage(part.most(), whole.least(), decimals));
    }

    /** What these are together. */
    Share plus(Share other) {
        return new Share(least.add(other.least), most.add(other.most));
    }

    private static BigDecimal percentage(int part, int whole, int decimals) {
        return BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(PERCENTS))
                .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
    }
}
