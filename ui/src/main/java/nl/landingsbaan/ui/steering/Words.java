package nl.landingsbaan.ui.steering;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nl.landingsbaan.platform.history.Amount;
import nl.landingsbaan.platform.history.MeasuredOn;
import nl.landingsbaan.platform.steering.Figure;
import nl.landingsbaan.platform.steering.PastTable;
import nl.landingsbaan.platform.steering.Share;
import nl.landingsbaan.ui.figure.Bars;

/**
 * Figures in words: a number, or which of the reasons there is for having none.
 *
 * @param texts the translation of a key
 */
record Words(Locale language, UnaryOperator<String> texts) {

    String text(Figure figure) {
        return switch (figure) {
            case Figure.Known known -> number(known.value());
            case Figure.Absent absent ->
                texts.apply(
                        switch (absent) {
                            case WITHHELD -> "doorstroom.niet-getoond";
                            case NOT_APPLICABLE -> "doorstroom.nvt";
                            case UNKNOWN -> "doorstroom.onbekend";
                        });
        };
    }

    String number(int value) {
        return NumberFormat.getIntegerInstance(language).format(value);
    }

    /** A number of before the platform: as it is printed, where it is. */
    String text(Amount amount) {
        return switch (amount.kind()) {
            case NUMBER -> amount.printed().isEmpty() ? computed(amount) : amount.printed();
            case EMPTY -> "";
            case UNKNOWN -> texts.apply("doorstroom.onbekend");
            case NOT_APPLICABLE -> texts.apply("doorstroom.nvt");
            case WITHHELD -> texts.apply("doorstroom.niet-getoond");
        };
    }

    private String computed(Amount amount) {
        var number = amount.least() == amount.most()
                ? number(amount.least())
                : number(amount.least()) + "–" + number(amount.most());
        return amount.about() ? texts.apply("doorstroom.circa") + " " + number : number;
    }

    /** As in "3,6%" or "20–40%". */
    String text(Share share) {
        var format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(share.least().scale());
        format.setMaximumFractionDigits(share.least().scale());
        var least = format.format(share.least());
        var most = format.format(share.most());
        return (least.equals(most) ? least : least + "–" + most) + "%";
    }

    /** A figure of before the platform with the fraction it comes from, as in "45% (21 van 47)". */
    String text(PastTable.Cell cell) {
        if (cell.whole() == null || !cell.number().isNumber()) {
            return text(cell.number());
        }
        var fraction = text(cell.number()) + " " + texts.apply("doorstroom.van") + " " + text(cell.whole());
        return cell.share() == null ? fraction : text(cell.share()) + " (" + fraction + ")";
    }

    /** When it was measured, as exactly as the source says it. */
    String text(MeasuredOn measured) {
        var date = measured.date();
        var text = switch (date.length()) {
            case 0 -> texts.apply("doorstroom.onbekend");
            case 4 -> date;
            case 7 -> DateTimeFormatter.ofPattern("MMMM yyyy", language).format(YearMonth.parse(date));
            default -> DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(LocalDate.parse(date));
        };
        return measured.atLatest() ? texts.apply("doorstroom.uiterlijk") + " " + text : text;
    }

    /** A percentage with the fraction it comes from, as in "85% (51 van 60)". */
    String percentage(Figure percentage, Figure numerator, Figure denominator) {
        return percentage.number().isEmpty()
                ? text(percentage)
                : text(percentage) + "% (" + of(numerator, denominator) + ")";
    }

    /** As in "51 van 60". */
    String of(Figure numerator, Figure denominator) {
        return numerator.number().isEmpty()
                ? text(numerator)
                : text(numerator) + " " + texts.apply("doorstroom.van") + " " + text(denominator);
    }

    /** A bar as high as the number; where there is none, no bar and the reason beside it. */
    Bars.Point point(Figure figure) {
        return new Bars.Point(figure.number().orElse(0), text(figure), false);
    }
}
